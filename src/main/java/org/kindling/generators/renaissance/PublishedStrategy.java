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
import org.kindling.generators.nn.PerceptronLayers;
import org.kindling.parameters.Coordinate;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sampling.RandomStreams;

/**
 * RENAISSANCE as published, for comparison with {@link EvolutionStrategy}. In each generation n members are drawn around the
 * weights \( \theta \) of the whole network, the models of each are rewarded, and
 *
 * <p>\[ \theta \leftarrow \theta + \frac{\alpha}{n \sigma} \sum_i F_i \varepsilon_i \]
 *
 * <p>with the noise \( \varepsilon_i \) of each and its reward \( F_i \), scaled to mean 0 and standard deviation 1. Without
 * any valid model the reward is \( 0.01 / (1 + \exp(\min \lambda - \lambda^*)) \), else their share.
 *
 * <p>The smallest and the largest output of a batch become the ends of the range of constants, so that a model depends on
 * those beside it. A generator must not: the one returned keeps the range of one batch of the unperturbed network.
 *
 * <p>Source: S. Choudhury et al., Generative machine learning produces kinetic models that accurately characterize
 * intracellular metabolic states, Nature Catalysis 7, 1086 (2024), doi:10.1038/s41929-024-01220-6.
 */
public final class PublishedStrategy implements Training {

    private static final long PURPOSE = 0x4153205055424CL; // "AS PUBL" in ASCII

    /**
     * How a network is trained.
     *
     * @param sizes the number of latents, then of the neurons of each hidden layer
     * @param jacobians how many Jacobians may be spent
     * @param members the networks n of a generation
     * @param models the models that each member is rewarded for
     * @param noise the standard deviation \( \sigma \) of the noise on each weight
     * @param rate the length \( \alpha \) of the first step
     * @param decay what the length is multiplied by after each generation
     */
    public record Options(
            List<Integer> sizes, long jacobians, int members, int models, double noise, double rate, double decay) {

        /** The published values. */
        public static final Options AS_PUBLISHED =
                new Options(List.of(100, 256, 512, 1024), 100_000, 20, 100, 0.01, 1e-3, 0.95);

        /**
         * Creates options.
         *
         * @throws IllegalArgumentException if one is out of range
         */
        public Options {
            sizes = List.copyOf(sizes);
            if (sizes.isEmpty()
                    || !(jacobians >= 1 && members >= 2 && models >= 1 && noise > 0 && rate > 0 && decay > 0)) {
                throw new IllegalArgumentException(
                        "There must be latents and two members, and Jacobians, models, noise,"
                                + " rate and decay must be positive.");
            }
        }

        /**
         * Another network.
         *
         * @param numbers the number of latents, then of the neurons of each hidden layer
         * @return the options with it
         */
        public Options withSizes(List<Integer> numbers) {
            return new Options(numbers, jacobians, members, models, noise, rate, decay);
        }

        /**
         * Another limit.
         *
         * @param count how many Jacobians may be spent
         * @return the options with this limit
         */
        public Options withJacobians(long count) {
            return new Options(sizes, count, members, models, noise, rate, decay);
        }
    }

    private final SpectralPool pool;
    private final Criterion criterion;
    private final double[] lnMole;
    private final Options options;
    private final RandomStreams streams;
    private final PerceptronShape shape;
    private final float[] weights;
    private long round;

    private PublishedStrategy(
            SpectralPool pool,
            Criterion criterion,
            double molePerUnit,
            Options options,
            long seed,
            Optional<NamedArrays> from) {
        this.pool = pool;
        this.criterion = criterion;
        this.lnMole = lnMole(pool.jacobian().space(), molePerUnit);
        this.options = options;
        this.streams = RandomStreams.of(seed, PURPOSE);
        this.shape = new PerceptronShape(Stream.concat(options.sizes().stream(), Stream.of(lnMole.length))
                .toList());
        this.weights = from.map(state -> state.singles("weights"))
                .orElseGet(() -> HiddenLayers.weights(shape, shape.layers(), streams.stream(0)));
        this.round = from.map(state -> (long) state.number("round")).orElse(0L);
    }

    /**
     * A training.
     *
     * @param pool evaluates spectra
     * @param criterion what valid sets must meet; only the upper bound on the slowest mode is asked for
     * @param molePerUnit the model's unit of concentration in mol/l, such as 1e-6; the published range of constants is in
     *     mol/l
     * @param options how to train
     * @param seed the seed
     * @param from the state to go on from, of a training with the same model, criterion, options and seed, if any
     * @return the training
     * @throws IllegalArgumentException if the unit is not positive
     */
    public static PublishedStrategy of(
            SpectralPool pool,
            Criterion criterion,
            double molePerUnit,
            Options options,
            long seed,
            Optional<NamedArrays> from) {
        if (!(molePerUnit > 0)) {
            throw new IllegalArgumentException("A unit of concentration is positive, not " + molePerUnit + " mol/l.");
        }
        return new PublishedStrategy(pool, criterion, molePerUnit, options, seed, from);
    }

    /** Where \( u = \ln(K / x^*) \) is 0, in mol/l: constants are taken to have no bounds, as published. */
    private static double[] lnMole(ParameterSpace space, double molePerUnit) {
        return space.coordinates().stream()
                .mapToDouble(Coordinate::reference)
                .map(reference -> Math.log(reference * molePerUnit))
                .toArray();
    }

    @Override
    public NamedArrays state() {
        return NamedArrays.EMPTY.with("weights", weights).with("round", new double[] {round});
    }

    private int sets() {
        return options.members() * options.models();
    }

    @Override
    public boolean finished() {
        return (round + 1) * sets() > options.jacobians();
    }

    @Override
    public TrainingFigures advance() throws InterruptedException {
        int members = options.members();
        double[] reward = new double[members];
        double[] abscissa = new double[sets()];
        float[] sum = new float[weights.length];
        float[] rewarded = new float[weights.length];
        for (int member = 0; member < members; member++) {
            UniformRandomProvider random = streams.stream(1 + round * members + member);
            float[] noise = OutputLayer.normal(random, weights.length);
            double[] found = abscissae(perturbed(noise), random);
            System.arraycopy(found, 0, abscissa, member * found.length, found.length);
            reward[member] = PublishedReward.of(found, criterion.highestAbscissa());
            for (int k = 0; k < noise.length; k++) {
                sum[k] += noise[k];
                rewarded[k] += (float) reward[member] * noise[k];
            }
        }
        climb(reward, sum, rewarded);
        round++;
        return figures(abscissa, Arrays.stream(reward).average().orElseThrow());
    }

    private float[] perturbed(float[] noise) {
        float[] member = weights.clone();
        for (int k = 0; k < member.length; k++) {
            member[k] += (float) options.noise() * noise[k];
        }
        return member;
    }

    private double[] abscissae(float[] member, UniformRandomProvider random) throws InterruptedException {
        double[] coordinates = outputs(member, random);
        BatchRange.of(coordinates).toCoordinates(coordinates, lnMole);
        double[] abscissa = new double[options.models()];
        pool.abscissae(coordinates, options.models(), abscissa);
        return abscissa;
    }

    /** The outputs of a network for a batch of new latents. */
    private double[] outputs(float[] network, UniformRandomProvider random) {
        float[] latents = OutputLayer.normal(random, options.models() * shape.inputs(0));
        float[] outputs = PerceptronLayers.of(shape, network).neurons(latents, options.models(), shape.layers());
        double[] wide = new double[outputs.length];
        for (int k = 0; k < wide.length; k++) {
            wide[k] = outputs[k];
        }
        return wide;
    }

    /** The sum of the noise times standardised rewards, from that times rewards and that of the noise alone. */
    private void climb(double[] reward, float[] sum, float[] rewarded) {
        double mean = Arrays.stream(reward).average().orElseThrow();
        double variance = Arrays.stream(reward)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        if (variance == 0) {
            return;
        }
        double rate = options.rate() * Math.pow(options.decay(), (double) round);
        float length = (float) (rate / (options.members() * options.noise() * Math.sqrt(variance)));
        for (int k = 0; k < weights.length; k++) {
            weights[k] += length * (rewarded[k] - (float) mean * sum[k]);
        }
    }

    private TrainingFigures figures(double[] abscissa, double meanReward) {
        int valid = (int) Arrays.stream(abscissa)
                .filter(value -> value < 0 && criterion.accepts(value, 0))
                .count();
        Arrays.sort(abscissa);
        return new TrainingFigures(
                round, round * sets(), valid, abscissa.length, abscissa[abscissa.length / 2], -meanReward);
    }

    @Override
    public Generator generator() {
        UniformRandomProvider random = streams.stream(-1 - round);
        return BatchRange.of(outputs(weights, random)).freeze(shape, weights, lnMole);
    }
}
