#!/usr/bin/env python3
"""Lets libSBML judge the models of a run folder.

    check_ensemble.py RUN [MODEL]

A model passes if libSBML reads it without errors, and without warnings that the model it was made from did not have.
That one is MODEL where it is given; else base.xml, of which then only errors count. Units and modelling practice are
checked as well. Needs libSBML's bindings (Debian: python3-sbml5). Exit code 0 if all pass, 1 if one fails, 2 if there
is nothing to judge.
"""

import pathlib
import sys
from collections import Counter

import libsbml


def findings(path):
    """Errors as text, and warnings counted by their number and package."""
    document = libsbml.readSBML(str(path))
    document.checkConsistency()
    errors, warnings = [], Counter()
    for index in range(document.getNumErrors()):
        error = document.getError(index)
        if error.getSeverity() >= libsbml.LIBSBML_SEV_ERROR:
            errors.append(f"line {error.getLine()}: {error.getErrorId()} {error.getShortMessage()}")
        else:
            warnings[error.getPackage(), error.getErrorId(), error.getShortMessage()] += 1
    if document.getModel() is None:
        errors.append("holds no model")
    return errors, warnings


def faults(path, known):
    """What is wrong with a model, beside the warnings that are known."""
    errors, warnings = findings(path)
    for (_, number, message), count in (warnings - known).items():
        errors.append(f"{count} new warnings {number} {message}")
    return errors


def main(run, *original):
    run = pathlib.Path(run)
    base = run / "base.xml"
    members = sorted((run / "members").glob("*.xml"))
    if not base.is_file():
        print(f"{base} is missing: give a run folder of Kindling")
        return 2
    known = findings(original[0] if original else base)[1]
    failed = 0
    for path in [base, *members]:
        found = faults(path, known)
        failed += bool(found)
        for fault in found:
            print(f"FAILED {path.relative_to(run)}: {fault}")
    warned = sum(known.values())
    print(f"{1 + len(members) - failed} passed, {failed} failed "
          f"(libSBML {libsbml.getLibSBMLDottedVersion()}, base.xml and {len(members)} members, {warned} known warnings)")
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        print(__doc__)
        sys.exit(2)
    sys.exit(main(*sys.argv[1:]))
