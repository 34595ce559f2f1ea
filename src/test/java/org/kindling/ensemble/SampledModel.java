package org.kindling.ensemble;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.kindling.dynamics.Criterion;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.dynamics.Spectrum;
import org.kindling.dynamics.SpectrumSolver;
import org.kindling.network.KineticModel;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sampling.OracleSampler;
import org.kindling.sampling.Screen;
import org.kindling.sampling.ScreenedBatch;
import org.kindling.sbml.SbmlModel;
import org.kindling.sbml.SbmlReader;
import org.kindling.sbml.SbmlSource;

/** A model with its Jacobian at the state of its file, to draw sets of and to look at members of. */
record SampledModel(SbmlModel sbml, JacobianFunction jacobian) {

    /** One of the test models, by the name of its file. */
    static SampledModel of(String name) {
        return of(SbmlReader.read(Path.of("test-models", name + ".xml")));
    }

    /** A model as it stands in a written file. */
    static SampledModel of(byte[] document) {
        return of(SbmlReader.read(SbmlSource.of("member.xml", document)));
    }

    private static SampledModel of(SbmlModel sbml) {
        KineticModel model = sbml.kinetics();
        ReferenceState state = ReferenceState.of(model);
        return new SampledModel(sbml, JacobianFunction.of(ParameterSpace.of(ParameterRoles.of(model), state), state));
    }

    /** Draws the first sets of a seed and labels them as stable or not. */
    ScreenedBatch screened(int sets, long seed) {
        double[] values = new double[sets * jacobian.space().dimension()];
        OracleSampler.of(jacobian.space(), seed).draw(0, values, sets);
        return Screen.of(jacobian, Criterion.STABLE).worker().label(0, values, sets);
    }

    /** The spectrum at the values of the file. */
    Spectrum spectrum() {
        double[] matrix = new double[jacobian.order() * jacobian.order()];
        SpectrumSolver solver = SpectrumSolver.ofOrder(jacobian.order());
        JacobianFunction.Worker worker = jacobian.worker(1);
        worker.evaluate(jacobian.fileValues(), 0, 1);
        if (!worker.jacobian(0, matrix) || !solver.solve(matrix)) {
            throw new AssertionError("no spectrum");
        }
        return solver.spectrum();
    }

    /** A writer of members that notes no date. */
    MemberWriter writer() throws IOException {
        MemberWriter.Origin origin = new MemberWriter.Origin("Kindling 1.2", "c0ffee", 7, "ORACLE", Optional.empty());
        return MemberWriter.of(sbml, jacobian, origin);
    }
}
