package org.kindling.generators;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.kindling.dynamics.Criterion;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.generators.spectral.SharpTraining;
import org.kindling.network.KineticModel;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sampling.RandomStreams;
import org.kindling.sbml.SbmlReader;

/** Incidence of sharp training on fresh sets, over seeds and budgets. Arguments: MODEL LAMBDA_MAX SEEDS FRESH BUDGET... */
public final class SharpIncidence {

    private SharpIncidence() {}

    public static void main(String[] arguments) throws InterruptedException {
        KineticModel model = SbmlReader.read(Path.of(arguments[0])).kinetics();
        ReferenceState state = ReferenceState.of(model);
        ParameterSpace space = ParameterSpace.of(ParameterRoles.of(model), state);
        Criterion criterion = Criterion.abscissaBelow(Double.parseDouble(arguments[1]));
        int seeds = Integer.parseInt(arguments[2]);
        int fresh = Integer.parseInt(arguments[3]);
        double temperature = Double.parseDouble(System.getProperty("t", "0.01"));
        double scale = Double.parseDouble(System.getProperty("s", "0.05"));
        double margin = Double.parseDouble(System.getProperty("a", "2"));
        double first = Double.parseDouble(System.getProperty("r", "0.1"));
        double last = Double.parseDouble(System.getProperty("l", "0.01"));
        int pairs = Integer.parseInt(System.getProperty("p", "10"));
        try (SpectralPool pool = SpectralPool.of(JacobianFunction.of(space, state), 2)) {
            for (int k = 4; k < arguments.length; k++) {
                long budget = Long.parseLong(arguments[k]);
                StringBuilder line = new StringBuilder();
                double sum = 0, low = 1;
                double seconds = 0;
                for (int seed = 1; seed <= seeds; seed++) {
                    long start = System.nanoTime();
                    SharpTraining training = SharpTraining.of(
                            pool,
                            criterion,
                            LogisticFamily.ofDimension(space.dimension()),
                            new SharpTraining.Options(budget, temperature, pairs, scale, margin, first, last, 1),
                            seed,
                            Optional.empty());
                    while (!training.finished()) {
                        training.advance();
                    }
                    seconds += (System.nanoTime() - start) / 1e9;
                    double share = incidence(training.generator(), pool, criterion, fresh, seed);
                    line.append(String.format(Locale.ROOT, " %.4f", share));
                    sum += share;
                    low = Math.min(low, share);
                }
                System.out.printf(
                        Locale.ROOT,
                        "%d: mean %.4f low %.4f s %.2f |%s%n",
                        budget,
                        sum / seeds,
                        low,
                        seconds / seeds,
                        line);
            }
        }
    }

    static double incidence(Generator generator, SpectralPool pool, Criterion criterion, int sets, long seed)
            throws InterruptedException {
        double[] z = new double[sets * generator.latents()];
        double[] u = new double[sets * generator.dimension()];
        double[] abscissa = new double[sets];
        generator.latent().draw(RandomStreams.of(seed, 0x4652455348L).stream(0), z, 0, z.length);
        generator.decoder().decode(z, u, sets);
        pool.abscissae(u, sets, abscissa);
        return Arrays.stream(abscissa)
                        .filter(value -> criterion.accepts(value, 0))
                        .count()
                / (double) sets;
    }
}
