package org.kindling.generators.renaissance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.kindling.dynamics.Criterion;
import org.kindling.generators.Generator;
import org.kindling.generators.NamedArrays;
import org.kindling.generators.PerceptronShape;
import org.kindling.generators.SpectralPool;
import org.kindling.generators.Training;
import org.kindling.generators.TrainingFigures;
import org.kindling.numerics.WilsonInterval;
import org.kindling.sampling.RandomStreams;

/**
 * Trains a perceptron without any gradient: RENAISSANCE's idea with what makes evolution strategies work. In a generation each
 * of n pairs draws latents \( z_i \) and noise \( \varepsilon_i \) on the weights \( \theta \) of the output layer, and Adam
 * climbs along
 *
 * <p>\[ g = \sum_i \big[ F(\theta + \sigma \varepsilon_i, z_i) - F(\theta - \sigma \varepsilon_i, z_i) \big]
 * \varepsilon_i . \]
 *
 * <p>What differs from {@link PublishedStrategy}, which was the same idea as published: the outputs are the coordinates u
 * themselves, so that a model does not depend on its batch; the two members of a pair share their latents, so that their
 * difference is due to the noise alone; they are judged by one model each, for many noisy pairs tell more than a few exact ones;
 * the {@code Fitness} is smooth; only the output layer is trained; and the generator has the average of the weights over the last
 * steps. Ranks in place of differences were tried: they let the majority of the sets outvote those that are not yet valid.
 *
 * <p>In each generation some further sets of the averaged generator are evaluated: they are what the figures tell and what an
 * early stop is decided by.
 *
 * <p>Sources: S. Choudhury et al., Nature Catalysis 7, 1086 (2024), doi:10.1038/s41929-024-01220-6; T. Salimans et al.,
 * Evolution strategies as a scalable alternative to reinforcement learning, arXiv:1703.03864 (antithetic pairs, Adam).
 */
public final class EvolutionStrategy implements Training {

    private static final long NOISE = 0x4553204E4FL; // "ES NO" in ASCII
    private static final long LATENTS = 0x4553204C41L; // "ES LA" in ASCII
    private static final long START = 0x4553205354L; // "ES ST" in ASCII

    /** Sets of the averaged generator that are evaluated in a generation beside the pairs'. */
    private static final int CHECKED = 4;

    /** An early stop rests on at most about this many sets; earlier ones fade. */
    private static final int JUDGED = 400;

    /** After so many generations the steps begin to shrink, with the square root of the number of the generation. */
    private static final double FULL_STEPS = 100;

    /**
     * How a perceptron is trained.
     *
     * @param sizes the number of latents, then of the neurons of each hidden layer
     * @param jacobians how many Jacobians may be spent
     * @param pairs antithetic pairs in a generation, each of two models
     * @param noise the standard deviation \( \sigma \) of the noise on an output
     * @param rate the length of the first steps of Adam on the biases of the outputs
     * @param spread the standard deviation of each coordinate before training, which changes it little; the prior has
     *     \( \pi / \sqrt{3} = 1.81 \). Less is easier to place inside the valid region, and less diverse.
     * @param width the width of the fitness's transition beside the threshold
     * @param until the incidence at which training stops early, once it is certain at 95 %; 1 for never
     */
    public record Options(
            List<Integer> sizes,
            long jacobians,
            int pairs,
            double noise,
            double rate,
            double spread,
            double width,
            double until) {

        /** RENAISSANCE's network and budget; the rest was tuned on its model and on that of REKINDLE. */
        public static final Options DEFAULT =
                new Options(List.of(100, 256, 512, 1024), 100_000, 32, 0.2, 0.1, 1.2, 0.05, 1);

        /**
         * Creates options.
         *
         * @throws IllegalArgumentException if one is out of range
         */
        public Options {
            sizes = List.copyOf(sizes);
            if (sizes.isEmpty()
                    || !(jacobians >= 1 && pairs >= 1 && noise > 0 && rate > 0 && spread > 0 && width > 0)) {
                throw new IllegalArgumentException(
                        "There must be latents, and Jacobians, pairs, noise, rate, spread and width must be positive.");
            }
        }

        /**
         * Another network.
         *
         * @param numbers the number of latents, then of the neurons of each hidden layer
         * @return the options with it
         */
        public Options withSizes(List<Integer> numbers) {
            return new Options(numbers, jacobians, pairs, noise, rate, spread, width, until);
        }

        /**
         * Another limit.
         *
         * @param count how many Jacobians may be spent
         * @return the options with it
         */
        public Options withJacobians(long count) {
            return new Options(sizes, count, pairs, noise, rate, spread, width, until);
        }

        /**
         * Another spread.
         *
         * @param deviation the standard deviation of each coordinate before training
         * @return the options with it
         */
        public Options withSpread(double deviation) {
            return new Options(sizes, jacobians, pairs, noise, rate, deviation, width, until);
        }

        /**
         * An early stop.
         *
         * @param incidence the incidence at which training may stop
         * @return the options with it
         */
        public Options withUntil(double incidence) {
            return new Options(sizes, jacobians, pairs, noise, rate, spread, width, incidence);
        }
    }

    private final SpectralPool pool;
    private final Criterion criterion;
    private final Options options;
    private final Fitness fitness;
    private final RandomStreams noiseStreams;
    private final RandomStreams latentStreams;
    private final HiddenLayers hidden;
    private final OutputLayer output;
    private final int dimension;
    private long round;
    private long jacobians;
    private double judgedValid;
    private double judged;

    private EvolutionStrategy(
            SpectralPool pool, Criterion criterion, Options options, long seed, Optional<NamedArrays> from) {
        this.pool = pool;
        this.criterion = criterion;
        this.options = options;
        this.fitness = Fitness.of(criterion, options.width());
        this.noiseStreams = RandomStreams.of(seed, NOISE);
        this.latentStreams = RandomStreams.of(seed, LATENTS);
        this.dimension = pool.jacobian().space().dimension();
        UniformRandomProvider random = RandomStreams.of(seed, START).stream(0);
        PerceptronShape shape = new PerceptronShape(
                Stream.concat(options.sizes().stream(), Stream.of(dimension)).toList());
        this.hidden = HiddenLayers.random(shape, random);
        this.output = from.map(state -> OutputLayer.restore(hidden, state))
                .orElseGet(() -> OutputLayer.start(hidden, options.spread(), random));
        from.ifPresent(this::restore);
    }

    /**
     * A training.
     *
     * @param pool evaluates spectra
     * @param criterion what valid sets must meet; bounds on the fastest mode are not trained for
     * @param options how to train
     * @param seed the seed
     * @param from the state to go on from, of a training with the same model, criterion, options and seed, if any
     * @return the training
     */
    public static EvolutionStrategy of(
            SpectralPool pool, Criterion criterion, Options options, long seed, Optional<NamedArrays> from) {
        return new EvolutionStrategy(pool, criterion, options, seed, from);
    }

    private void restore(NamedArrays state) {
        double[] counts = state.numbers("counts");
        round = (long) counts[0];
        jacobians = (long) counts[1];
        judgedValid = counts[2];
        judged = counts[3];
    }

    @Override
    public NamedArrays state() {
        return output.addTo(NamedArrays.EMPTY.with("counts", new double[] {round, jacobians, judgedValid, judged}));
    }

    private int sets() {
        return 2 * options.pairs() + CHECKED;
    }

    @Override
    public boolean finished() {
        return jacobians + sets() > options.jacobians() || goodEnough();
    }

    private boolean goodEnough() {
        return judged > 0
                && WilsonInterval.ofShare(judgedValid / judged, Math.round(judged))
                                .lower()
                        >= options.until();
    }

    @Override
    public TrainingFigures advance() throws InterruptedException {
        int pairs = options.pairs();
        PairNoise noise = PairNoise.draw(noiseStreams, round, pairs, hidden.features(), dimension);
        float[] features = hidden.features(latents(), pairs + CHECKED);
        double[] coordinates = new double[sets() * dimension];
        output.perturbed(features, noise, options.noise(), coordinates);
        float[] checked = Arrays.copyOfRange(features, pairs * hidden.features(), features.length);
        output.averaged(checked, CHECKED, coordinates, 2 * pairs * dimension);
        double[] abscissa = new double[sets()];
        pool.abscissae(coordinates, sets(), abscissa);
        double rate = options.rate() / Math.sqrt(1 + round / FULL_STEPS);
        round++;
        jacobians += sets();
        output.ascend(noise, differences(abscissa), rate, round);
        return figures(Arrays.copyOfRange(abscissa, 2 * pairs, sets()), meanFitness(abscissa));
    }

    private float[] latents() {
        return OutputLayer.normal(
                latentStreams.stream(round),
                (options.pairs() + CHECKED) * options.sizes().get(0));
    }

    private float[] differences(double[] abscissa) {
        float[] differences = new float[options.pairs()];
        for (int pair = 0; pair < differences.length; pair++) {
            differences[pair] = (float) (fitness.of(abscissa[2 * pair]) - fitness.of(abscissa[2 * pair + 1]));
        }
        return differences;
    }

    private double meanFitness(double[] abscissa) {
        return Arrays.stream(abscissa).map(fitness::of).average().orElseThrow();
    }

    private TrainingFigures figures(double[] checked, double meanFitness) {
        Arrays.sort(checked);
        int valid = (int) Arrays.stream(checked)
                .filter(value -> value < 0 && criterion.accepts(value, 0))
                .count();
        double kept = 1 - (double) CHECKED / JUDGED;
        judgedValid = kept * judgedValid + valid;
        judged = kept * judged + CHECKED;
        return new TrainingFigures(round, jacobians, valid, CHECKED, checked[CHECKED / 2], -meanFitness);
    }

    @Override
    public Generator generator() {
        return output.generator();
    }
}
