package org.kindling.generators;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.kindling.dynamics.Criterion;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.generators.nn.FlowFamily;
import org.kindling.generators.spectral.SharpTraining;
import org.kindling.network.KineticModel;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sampling.Progress;
import org.kindling.sampling.Screen;
import org.kindling.sbml.SbmlReader;

/**
 * Incidence of sharp training on fresh sets, over seeds and numbers of Jacobians; a training is made for each number, since its
 * steps depend on it. Prints CSV.
 */
public final class SharpIncidence {

    private static final int THREADS = 2;

    private SharpIncidence() {}

    /**
     * Measures.
     *
     * @param arguments the model, the bounds of the abscissa (the lower one may be -Infinity), logistic or flow, the temperature,
     *     how many seeds, how many fresh sets, then numbers of Jacobians
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        KineticModel model = SbmlReader.read(Path.of(arguments[0])).kinetics();
        ReferenceState state = ReferenceState.of(model);
        ParameterSpace space = ParameterSpace.of(ParameterRoles.of(model), state);
        JacobianFunction jacobian = JacobianFunction.of(space, state);
        Criterion criterion = new Criterion(
                Double.parseDouble(arguments[1]), Double.parseDouble(arguments[2]), Double.NEGATIVE_INFINITY);
        int fresh = Integer.parseInt(arguments[6]);
        System.out.println("method,seed,jacobians,incidence,low,high,seconds");
        try (SpectralPool pool = SpectralPool.of(jacobian, THREADS)) {
            for (int k = 7; k < arguments.length; k++) {
                SharpTraining.Options options = SharpTraining.Options.DEFAULT
                        .withTemperature(Double.parseDouble(arguments[4]))
                        .withJacobians(Long.parseLong(arguments[k]));
                for (int seed = 1; seed <= Integer.parseInt(arguments[5]); seed++) {
                    Family family = arguments[3].equals("flow")
                            ? FlowFamily.of(space.dimension(), 4, 32)
                            : LogisticFamily.ofDimension(space.dimension());
                    long start = System.nanoTime();
                    SharpTraining training = SharpTraining.of(pool, criterion, family, options, seed, Optional.empty());
                    long spent = 0;
                    while (!training.finished()) {
                        spent = training.advance().jacobians();
                    }
                    double seconds = (System.nanoTime() - start) / 1e9;
                    FreshSample.Incidence incidence = FreshSample.of(Screen.of(jacobian, criterion), THREADS)
                            .judge(training.generator(), fresh, 1_000 + seed, Progress.NONE)
                            .incidence();
                    System.out.printf(
                            Locale.ROOT,
                            "spectral-%s,%d,%d,%.4f,%.4f,%.4f,%.2f%n",
                            arguments[3],
                            seed,
                            spent,
                            incidence.value(),
                            incidence.low(),
                            incidence.high(),
                            seconds);
                }
            }
        }
    }
}
