package org.kindling.dynamics;

import java.nio.file.Path;
import java.util.Map;
import org.kindling.network.KineticModel;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sbml.SbmlReader;

/** Jacobians and spectra of whole models in one line. */
public final class Jacobians {

    private Jacobians() {}

    /** Returns the Jacobian of a model at the state of its file, all saturation constants varying. */
    public static JacobianFunction of(KineticModel model) {
        ReferenceState state = ReferenceState.of(model);
        return JacobianFunction.of(ParameterSpace.of(ParameterRoles.of(model), state), state);
    }

    /** Returns a model of the folder test-models. */
    public static KineticModel testModel(String file) {
        return SbmlReader.read(Path.of("test-models", file)).kinetics();
    }

    /** Returns the matrix of one parameter set, shape [independent, independent]. */
    static double[] matrix(JacobianFunction function, double[] values) {
        JacobianFunction.Worker worker = function.worker(1);
        worker.evaluate(values, 0, 1);
        double[] matrix = new double[function.order() * function.order()];
        if (!worker.jacobian(0, matrix)) {
            throw new IllegalStateException("The set is infeasible.");
        }
        return matrix;
    }

    /** Returns the spectrum of one parameter set. */
    static Spectrum spectrum(JacobianFunction function, double[] values) {
        SpectrumSolver solver = SpectrumSolver.ofOrder(function.order());
        if (!solver.solve(matrix(function, values))) {
            throw new IllegalStateException("The eigenvalues were not found.");
        }
        return solver.spectrum();
    }

    /** Returns the spectrum of a model as its file describes it. */
    static Spectrum spectrum(KineticModel model) {
        JacobianFunction function = of(model);
        return spectrum(function, function.fileValues());
    }

    /** Returns values in the order of the coordinates, those of the file where none is given. */
    static double[] values(JacobianFunction function, Map<String, Double> given) {
        double[] values = function.fileValues();
        for (int index = 0; index < values.length; index++) {
            String address = function.space().coordinates().get(index).address();
            values[index] = given.getOrDefault(address, values[index]);
        }
        return values;
    }
}
