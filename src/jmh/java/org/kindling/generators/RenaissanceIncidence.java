package org.kindling.generators;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.kindling.dynamics.Criterion;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.generators.nn.FastPerceptron;
import org.kindling.generators.renaissance.EvolutionStrategy;
import org.kindling.generators.renaissance.PublishedStrategy;
import org.kindling.network.KineticModel;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sampling.RandomStreams;
import org.kindling.sbml.SbmlReader;

/**
 * Incidence of evolution strategies against the Jacobians spent in training, by sets drawn afresh, which are not counted.
 * Arguments: {@code MODEL HIGHEST_ABSCISSA as-published|default SEEDS BUDGET [MOLE_PER_UNIT]}, the last for the published one:
 * the model's unit of concentration in mol/l. Prints {@code seed,jacobians,fresh_sets,valid,incidence,seconds}.
 */
public final class RenaissanceIncidence {

    private static final int[] MARKS = {0, 1_000, 3_000, 10_000, 30_000, 100_000};
    private static final int FRESH = 1_000;
    private static final long FRESH_PURPOSE = 0x4652455348L; // "FRESH" in ASCII

    private final SpectralPool pool;
    private final Criterion criterion;
    private final Optional<Double> molePerUnit;

    private RenaissanceIncidence(SpectralPool pool, Criterion criterion, Optional<Double> molePerUnit) {
        this.pool = pool;
        this.criterion = criterion;
        this.molePerUnit = molePerUnit;
    }

    public static void main(String[] arguments) throws InterruptedException {
        KineticModel model = SbmlReader.read(Path.of(arguments[0])).kinetics();
        ReferenceState state = ReferenceState.of(model);
        ParameterSpace space = ParameterSpace.of(ParameterRoles.of(model), state);
        Criterion criterion = Criterion.abscissaBelow(Double.parseDouble(arguments[1]));
        Optional<Double> molePerUnit =
                arguments[2].equals("as-published") ? Optional.of(Double.parseDouble(arguments[5])) : Optional.empty();
        int threads = Runtime.getRuntime().availableProcessors();
        try (SpectralPool pool = SpectralPool.of(JacobianFunction.of(space, state), threads)) {
            RenaissanceIncidence incidence = new RenaissanceIncidence(pool, criterion, molePerUnit);
            System.out.println("seed,jacobians,fresh_sets,valid,incidence,seconds");
            for (int seed = 1; seed <= Integer.parseInt(arguments[3]); seed++) {
                incidence.print(seed, Long.parseLong(arguments[4]));
            }
        }
    }

    private void print(long seed, long budget) throws InterruptedException {
        Optional<NamedArrays> saved = Optional.empty();
        long jacobians = 0;
        double seconds = 0;
        for (int mark : MARKS) {
            if (mark > budget) {
                return;
            }
            long start = System.nanoTime();
            Training training = training(mark, seed, saved);
            while (!training.finished()) {
                jacobians = training.advance().jacobians();
            }
            seconds += (System.nanoTime() - start) / 1e9;
            saved = Optional.of(training.state());
            long valid = valid(training.generator(), seed);
            System.out.printf(
                    Locale.ROOT,
                    "%d,%d,%d,%d,%.4f,%.1f%n",
                    seed,
                    jacobians,
                    FRESH,
                    valid,
                    (double) valid / FRESH,
                    seconds);
        }
    }

    private Training training(int mark, long seed, Optional<NamedArrays> from) {
        int limit = Math.max(mark, 1);
        if (molePerUnit.isPresent()) {
            PublishedStrategy.Options options = PublishedStrategy.Options.AS_PUBLISHED.withJacobians(limit);
            return PublishedStrategy.of(pool, criterion, molePerUnit.get(), options, seed, from);
        }
        EvolutionStrategy.Options options = EvolutionStrategy.Options.DEFAULT.withJacobians(limit);
        return EvolutionStrategy.of(pool, criterion, options, seed, from);
    }

    private long valid(Generator generator, long seed) throws InterruptedException {
        double[] latents = new double[FRESH * generator.latents()];
        double[] coordinates = new double[FRESH * generator.dimension()];
        double[] abscissa = new double[FRESH];
        generator.latent().draw(RandomStreams.of(seed, FRESH_PURPOSE).stream(0), latents, 0, latents.length);
        FastPerceptron.of((PerceptronGenerator) generator).decoder().decode(latents, coordinates, FRESH);
        pool.abscissae(coordinates, FRESH, abscissa);
        return Arrays.stream(abscissa)
                .filter(value -> criterion.accepts(value, 0))
                .count();
    }
}
