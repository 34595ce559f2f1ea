"""Answers Kindling's requests by python-copasi: one JSON object a line in, one out. Ends when its input does."""

import json
import math
import os
import signal
import sys


def channel():
    """What answers go to; whatever COPASI prints goes to standard error from now on."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return answers


class Refusal(Exception):
    """A request cannot be met; the text says why."""


class Model:
    """One imported model in a data model of its own."""

    def __init__(self, copasi, sbml):
        self.copasi = copasi
        self.data = copasi.CRootContainer.addDatamodel()
        copasi.CCopasiMessage.clearDeque()
        if not self.data.importSBMLFromString(sbml):
            raise Refusal(copasi.CCopasiMessage.getAllMessageText(True).strip())
        self.model = self.data.getModel()
        self.entries = {}
        model = self.model
        for index in range(model.getNumCompartments()):
            item = model.getCompartment(index)
            self.enter(item, item.getInitialValue, item.setInitialValue, item.getInitialValueReference)
        for index in range(model.getNumModelValues()):
            item = model.getModelValue(index)
            self.enter(item, item.getInitialValue, item.setInitialValue, item.getInitialValueReference)
        for index in range(model.getNumMetabs()):
            item = model.getMetabolite(index)
            self.enter(
                item,
                item.getInitialConcentration,
                item.setInitialConcentration,
                item.getInitialConcentrationReference,
            )
        self.original = {name: entry[0]() for name, entry in self.entries.items()}
        self.changed = set()

    def enter(self, item, read, write, reference):
        self.entries[item.getSBMLId()] = (read, write, reference())

    def set(self, values):
        """Sets some values; those that an earlier request set take their original ones again."""
        unknown = [name for name in values if name not in self.entries]
        if unknown:
            raise Refusal("COPASI's model has no quantity " + unknown[0])
        references = self.copasi.ObjectStdVector()
        for name in self.changed.union(values):
            _, write, reference = self.entries[name]
            write(values.get(name, self.original[name]))
            references.append(reference)
        self.changed = set(values)
        self.model.updateInitialValues(references, False)

    def remove(self):
        self.entries = {}
        self.copasi.CRootContainer.removeDatamodel(self.data)


class Worker:
    def __init__(self, copasi):
        self.copasi = copasi
        self.sbml = ""
        self.models = {}

    def model(self, purpose):
        """Tight tolerances of a time course leak into the steady-state task, so each has a data model of its own."""
        if not self.sbml:
            raise Refusal("no model is loaded")
        if purpose not in self.models:
            self.models[purpose] = Model(self.copasi, self.sbml)
        return self.models[purpose]

    def version(self, request):
        return {"version": self.copasi.CVersion.VERSION.getVersion()}

    def load(self, request):
        self.drop(request)
        self.sbml = request["sbml"]
        return {"ids": list(self.model("course").entries)}

    def drop(self, request):
        for model in self.models.values():
            model.remove()
        self.models = {}
        self.sbml = ""
        return {}

    def course(self, request):
        model = self.model("course")
        model.set(request["values"])
        task = model.data.getTask("Time-Course")
        task.setMethodType(self.copasi.CTaskEnum.Method_deterministic)
        method = task.getMethod()
        method.getParameter("Relative Tolerance").setDblValue(request["relative"])
        method.getParameter("Absolute Tolerance").setDblValue(request["absolute"])
        method.getParameter("Max Internal Steps").setUIntValue(request["steps"])
        problem = task.getProblem()
        problem.setTimeSeriesRequested(True)
        problem.setAutomaticStepSize(False)
        problem.setOutputStartTime(0.0)
        problem.setValues(" ".join(map(repr, request["times"])))
        problem.setUseValues(True)
        model.model.setInitialTime(0.0)
        complete = task.processWithOutputFlags(True, self.copasi.CCopasiTask.ONLY_TIME_SERIES)
        series = task.getTimeSeries()
        columns = range(1, series.getNumVariables())
        recorded = series.getRecordedSteps()
        # The last row of a course that failed is not to be trusted.
        rows = range(recorded if complete else max(0, recorded - 1))
        return {
            "complete": bool(complete),
            "reason": "" if complete else task.getProcessError().strip(),
            "times": [series.getConcentrationData(row, 0) for row in rows],
            "ids": [series.getSBMLId(column, model.data) for column in columns],
            "rows": [[series.getConcentrationData(row, column) for column in columns] for row in rows],
        }

    def spectrum(self, request):
        model = self.model("course")
        model.set(request["values"])
        container = model.model.getMathContainer()
        container.applyInitialValues()
        return {
            "full": self.eigenvalues(container, request["factor"], False),
            "reduced": self.eigenvalues(container, request["factor"], True),
        }

    def eigenvalues(self, container, factor, reduced):
        jacobian = self.copasi.FloatMatrix()
        container.calculateJacobian(jacobian, factor, reduced)
        eigenvalues = self.copasi.CEigen()
        eigenvalues.calcEigenValues(jacobian)
        real, imaginary = eigenvalues.getR(), eigenvalues.getI()
        order = range(jacobian.numRows())
        return {
            "jacobian": [jacobian.get(row, column) for row in order for column in order],
            "real": [real.get(index) for index in range(real.size())],
            "imaginary": [imaginary.get(index) for index in range(imaginary.size())],
        }

    def steady(self, request):
        model = self.model("steady")
        model.set(request["values"])
        task = model.data.getTask("Steady-State")
        method = task.getMethod()
        method.getParameter("Resolution").setDblValue(request["resolution"])
        method.getParameter("Derivation Factor").setDblValue(request["factor"])
        task.processWithOutputFlags(True, self.copasi.CCopasiTask.NO_OUTPUT)
        found = task.getResult() == self.copasi.CSteadyStateMethod.found
        values = {}
        if found:
            for index in range(model.model.getNumMetabs()):
                species = model.model.getMetabolite(index)
                values[species.getSBMLId()] = species.getConcentration()
        return {"found": found, "values": values}


def answer(worker, request):
    """The answer to a request; COPASI's exceptions carry no text, which is in its queue of messages instead."""
    try:
        reply = getattr(worker, request["do"])(request)
        reply["ok"] = True
        return reply
    except Refusal as refusal:
        return {"ok": False, "reason": str(refusal)}
    except MemoryError:
        return {"ok": False, "reason": "out of memory"}
    except Exception as failure:
        queued = worker.copasi.CCopasiMessage.getAllMessageText(True).strip()
        return {"ok": False, "reason": queued or type(failure).__name__ + ": " + str(failure)}


def limit(seconds):
    """Lets the kernel end this process: Python itself gets no turn while COPASI computes."""
    if hasattr(signal, "alarm"):
        signal.alarm(math.ceil(seconds))


def main():
    answers = channel()
    import COPASI

    worker = Worker(COPASI)
    for line in sys.stdin:
        request = json.loads(line)
        limit(request["seconds"])
        # The mark tells answers from what COPASI prints; the line feed before it ends whatever it left unfinished.
        answers.write("\n#kindling " + json.dumps(answer(worker, request)) + "\n")
        answers.flush()
        limit(0)


main()
