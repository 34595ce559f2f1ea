"""Tries Galaxy's tools without Galaxy.

Every tool is validated against Galaxy's schema. Then what it would run for its own test is made by Cheetah, as Galaxy does,
and run: datasets have names that say nothing, and every output that Galaxy would collect has to be there.

    python check_galaxy_tools.py FOLDER [--run TOOL ...]

The Python needs galaxy-tool-util and Cheetah (CT3), which planemo brings; `kindling` has to be on the PATH.
"""

import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import galaxy.tool_util
from Cheetah.Template import Template
from galaxy.tool_util.loader import load_tool
from lxml import etree

SCHEMA = pathlib.Path(galaxy.tool_util.__file__).parent / "xsd" / "galaxy.xsd"


class Dataset:
    """A file under a name as Galaxy gives it."""

    def __init__(self, source, folder):
        self.element_identifier = source.name
        self.ext = source.suffix.lstrip(".")
        self.path = folder / f"dataset_{len(list(folder.glob('dataset_*')))}.dat"
        shutil.copy(source, self.path)

    def __str__(self):
        return str(self.path)


def parameters(element, given, data, folder):
    """The values of a test, and the defaults of what it leaves out."""
    values = {}
    for child in element:
        name = child.get("name") or (child.get("argument") or "").lstrip("-").replace("-", "_")
        if child.tag == "section":
            values[name] = parameters(child, given, data, folder)
        elif child.tag == "repeat":
            values[name] = []
        elif child.tag == "param":
            values[name] = value(child, given.get(name), data, folder)
    return values


def value(param, given, data, folder):
    kind = param.get("type")
    if kind == "data":
        files = [Dataset(data / name, folder) for name in given.split(",")] if given else []
        return files if param.get("multiple") else (files[0] if files else None)
    if kind == "boolean":
        return param.get("truevalue" if given == "true" else "falsevalue")
    if kind == "select":
        chosen = param.xpath("option[@selected='true']") or param.xpath("option")
        return given or chosen[0].get("value")
    return given or param.get("value", "")


def expected(tree, values):
    """The outputs whose filters let them pass."""
    for output in tree.find("outputs"):
        names = {name: int(v) if isinstance(v, str) and v.isdigit() else v for name, v in values.items()}
        if all(eval(condition.text, {}, names) for condition in output.findall("filter")):
            yield output


def check(output, work):
    if output.get("from_work_dir") and not (work / output.get("from_work_dir")).is_file():
        return f"there is no {output.get('from_work_dir')}"
    for found in output.findall("discover_datasets"):
        folder = work / found.get("directory")
        if not any(re.fullmatch(found.get("pattern"), file.name) for file in folder.iterdir()):
            return f"nothing in {folder.name} is named like {found.get('pattern')}"
    return None


def run(tree, data):
    test = tree.find("tests/test")
    given = {param.get("name"): param.get("value") for param in test.iter("param")}
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        work = folder / "working"
        work.mkdir()
        values = parameters(tree.find("inputs"), given, data, folder)
        values["summary"] = folder / "summary.json"
        script = str(Template(tree.findtext("command"), searchList=[values])).replace("\n", " ")
        shell = ["/bin/bash", "-e", "-c", script]
        ended = subprocess.run(shell, cwd=work, capture_output=True, text=True, env={**os.environ, "GALAXY_SLOTS": "2"})
        if ended.returncode != 0:
            return [f"exit code {ended.returncode}: {ended.stderr.strip()}\n{script}"]
        outputs = list(expected(tree, values))
        problems = [problem for problem in (check(output, work) for output in outputs) if problem]
        if len(outputs) != int(test.get("expect_num_outputs")):
            problems.append(f"{len(outputs)} outputs instead of {test.get('expect_num_outputs')}")
        if not values["summary"].read_text().startswith("{"):
            problems.append("the summary is no JSON object")
        return problems


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--run", nargs="*", default=[], metavar="TOOL", help="tools to run, by their id")
    options = parser.parse_args()
    schema = etree.XMLSchema(etree.parse(str(SCHEMA)))
    failed = 0
    for file in sorted(options.folder.glob("kindling_*.xml")):
        tree = load_tool(str(file)).getroot()
        problems = [] if schema.validate(tree) else [str(schema.error_log.last_error)]
        ran = tree.get("id") in options.run
        if ran and not problems:
            problems = run(tree, options.folder / "test-data")
        failed += bool(problems)
        print(tree.get("id"), "FAILED: " + "; ".join(problems) if problems else "ran" if ran else "valid", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
