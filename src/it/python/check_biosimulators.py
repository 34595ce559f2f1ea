"""Validates COMBINE archives with biosimulators-utils, and reads what was written of one with its reader of reports.

  check_biosimulators.py ARCHIVE...            one JSON object: errors and warnings of each archive
  check_biosimulators.py --reports DIR ARCHIVE the same, and the shape of each data set of each report and plot
"""

import json
import os
import sys
import tempfile
import warnings

warnings.simplefilter("ignore")

from biosimulators_utils.combine.io import CombineArchiveReader
from biosimulators_utils.combine.utils import get_sedml_contents
from biosimulators_utils.combine.validation import validate
from biosimulators_utils.report.data_model import ReportFormat
from biosimulators_utils.report.io import ReportReader
from biosimulators_utils.sedml.data_model import Plot2D, Report
from biosimulators_utils.sedml.exec import get_report_for_plot2d
from biosimulators_utils.sedml.io import SedmlSimulationReader
from biosimulators_utils.utils.core import flatten_nested_list_of_strings


def check(path, folder):
    archive = CombineArchiveReader().run(path, folder)
    errors, remarks = validate(archive, folder)
    return archive, {
        "errors": flatten_nested_list_of_strings(errors),
        "warnings": flatten_nested_list_of_strings(remarks),
    }


def shapes(archive, folder, results):
    found = {}
    for content in get_sedml_contents(archive):
        location = os.path.relpath(content.location, ".")
        document = SedmlSimulationReader().run(os.path.join(folder, location))
        for output in document.outputs:
            if isinstance(output, Plot2D):
                output = get_report_for_plot2d(output)
            if isinstance(output, Report):
                path = os.path.join(location, output.id)
                data = ReportReader().run(output, results, path, format=ReportFormat.h5)
                found[path] = {key: None if value is None else list(value.shape) for key, value in data.items()}
    return found


def main(arguments):
    results = None
    if arguments and arguments[0] == "--reports":
        results, arguments = arguments[1], arguments[2:]
    answer = {}
    for path in arguments:
        with tempfile.TemporaryDirectory() as folder:
            archive, answer[os.path.basename(path)] = check(path, folder)
            if results:
                answer["ids"] = sorted(ReportReader().get_ids(results))
                answer["shapes"] = shapes(archive, folder, results)
    print(json.dumps(answer))


if __name__ == "__main__":
    main(sys.argv[1:])
