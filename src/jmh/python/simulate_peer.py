"""Simulates many parameter sets of one model by another program, and says how long each took.

Usage: simulate_peer.py ENGINE FOLDER RTOL ATOL, with ENGINE roadrunner or copasi. FOLDER holds model.xml and sets.json; the
result goes to ENGINE.bin: for each set the processor seconds, then the values, row by row, as little-endian doubles.
"""

import array
import json
import pathlib
import sys
import time


class RoadRunner:
    """CVODE with compiled laws."""

    def __init__(self, text, study, rtol, atol):
        import roadrunner

        self.runner = roadrunner.RoadRunner(text)
        self.runner.setIntegrator("cvode")
        self.runner.integrator.relative_tolerance = rtol
        self.runner.integrator.absolute_tolerance = atol
        self.runner.integrator.maximum_num_steps = 1000000
        self.runner.timeCourseSelections = [f"[{species}]" for species in study["species"]]
        self.study = study

    def prepare(self, values):
        model = self.runner.model
        self.runner.resetAll()
        for name, value in values["parameters"].items():
            model[name] = value
        for name, value in values["initial"].items():
            model[f"init([{name}])"] = value
        self.runner.reset()

    def run(self):
        return self.runner.simulate(0, self.study["duration"], self.study["intervals"] + 1)

    def values(self, result):
        return [value for row in result for value in row]


class Copasi:
    """LSODA."""

    def __init__(self, text, study, rtol, atol):
        import COPASI

        self.copasi = COPASI
        self.data = COPASI.CRootContainer.addDatamodel()
        if not self.data.importSBMLFromString(text):
            raise SystemExit(COPASI.CCopasiMessage.getAllMessageText())
        self.model = self.data.getModel()
        quantities = (self.model.getModelValue(k) for k in range(self.model.getNumModelValues()))
        self.parameters = {quantity.getSBMLId(): quantity for quantity in quantities}
        metabolites = (self.model.getMetabolite(k) for k in range(self.model.getNumMetabs()))
        self.species = {metabolite.getSBMLId(): metabolite for metabolite in metabolites}
        self.task = self.data.getTask("Time-Course")
        problem = self.task.getProblem()
        problem.setDuration(study["duration"])
        problem.setStepNumber(study["intervals"])
        problem.setTimeSeriesRequested(True)
        method = self.task.getMethod()
        method.getParameter("Relative Tolerance").setDblValue(rtol)
        method.getParameter("Absolute Tolerance").setDblValue(atol)
        method.getParameter("Max Internal Steps").setIntValue(1000000)
        self.study = study

    def prepare(self, values):
        changed = self.copasi.ObjectStdVector()
        for name, value in values["parameters"].items():
            self.parameters[name].setInitialValue(value)
            changed.append(self.parameters[name].getInitialValueReference())
        for name, value in values["initial"].items():
            self.species[name].setInitialConcentration(value)
            changed.append(self.species[name].getInitialConcentrationReference())
        self.model.updateInitialValues(changed)

    def run(self):
        if not self.task.processWithOutputFlags(True, self.copasi.CCopasiTask.ONLY_TIME_SERIES):
            raise SystemExit(self.task.getProcessError())
        return self.task.getTimeSeries()

    def values(self, series):
        column = {series.getSBMLId(k, self.data): k for k in range(1, series.getNumVariables())}
        return [
            series.getConcentrationData(row, column[species])
            for row in range(self.study["intervals"] + 1)
            for species in self.study["species"]
        ]


def main():
    engine, folder, rtol, atol = sys.argv[1], pathlib.Path(sys.argv[2]), float(sys.argv[3]), float(sys.argv[4])
    study = json.loads((folder / "sets.json").read_text())
    kind = {"roadrunner": RoadRunner, "copasi": Copasi}[engine]
    simulator = kind((folder / "model.xml").read_text(), study, rtol, atol)
    simulator.prepare(study["sets"][0])
    simulator.run()
    output = array.array("d")
    for values in study["sets"]:
        simulator.prepare(values)
        start = time.process_time()
        result = simulator.run()
        output.append(time.process_time() - start)
        output.extend(simulator.values(result))
    if sys.byteorder == "big":
        output.byteswap()
    (folder / f"{engine}.bin").write_bytes(output.tobytes())


main()
