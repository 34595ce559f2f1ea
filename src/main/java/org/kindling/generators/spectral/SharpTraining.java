package org.kindling.generators.spectral;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;
import org.apache.commons.rng.sampling.distribution.GuideTableDiscreteSampler;
import org.kindling.dynamics.Criterion;
import org.kindling.generators.Adam;
import org.kindling.generators.Family;
import org.kindling.generators.Generator;
import org.kindling.generators.NamedArrays;
import org.kindling.generators.SpectralPool;
import org.kindling.generators.Training;
import org.kindling.generators.TrainingFigures;
import org.kindling.numerics.WilsonInterval;
import org.kindling.sampling.RandomStreams;

/**
 * Trains a generator for incidence, at one reference state or over many of one network, by the exact gradient of the
 * spectral abscissa. It lowers the reverse Kullback-Leibler divergence from the generator's density q to \(
 * \mathrm{prior}(u) \, e^{-E(\lambda(u))/t} \),
 *
 * <p>\[ L = \mathrm{E}_{u \sim q} \big[ w \ln q(u) - \ln \mathrm{prior}(u) + E(\lambda(u)) / t \big] , \]
 *
 * <p>with an {@link Energy} E, a temperature t, and 1 for the weight w of the entropy; a smaller w makes it the divergence, times w, from
 * the 1/w-th power of that density, a cold one. Samples are reparameterised and in antithetic pairs. What is returned is an average of
 * the weights over the last part of the training.
 *
 * <p>A low temperature gives incidence, not the conditional distribution: the divergence is zero-avoiding on the wrong side, so
 * that the generator narrows. {@code FaithfulTraining} is for those who need the conditional.
 *
 * <p>Sources: D. P. Kingma, M. Welling, Auto-encoding variational Bayes, arXiv:1312.6114 (reparameterised gradients); B. T.
 * Polyak, A. B. Juditsky, SIAM J. Control Optim. 30 (1992) 838, doi:10.1137/0330046 (averaging); F. Wenzel et al., How good is the
 * Bayes posterior in deep neural networks really?, ICML 2020, arXiv:2002.02405 (cold densities).
 */
public final class SharpTraining implements Training {

    private static final long PURPOSE = 0x5348415250L; // "SHARP" in ASCII

    private static final long BEGINNING = 0x424547494EL; // "BEGIN" in ASCII

    /**
     * What training lowers.
     *
     * @param temperature the weight t of the prior beside the criterion: lower ones give more incidence and less diversity
     * @param entropy the weight of the generator's entropy beside the prior; below 1, the generator keeps to the middle of what prior and
     *     criterion ask for
     * @param scale the width of the energy's transition beside the threshold
     * @param margin how many widths inside the threshold the energy's transition lies
     */
    public record Objective(double temperature, double entropy, double scale, double margin) {

        /**
         * Creates an objective.
         *
         * @throws IllegalArgumentException if a number is out of range
         */
        public Objective {
            if (!(temperature > 0 && entropy > 0 && scale > 0)) {
                throw new IllegalArgumentException("Temperature, entropy and scale must be positive.");
            }
        }
    }

    /**
     * How a generator is trained.
     *
     * @param jacobians how many Jacobians may be spent
     * @param pairs antithetic pairs of sets in a round
     * @param objective what is lowered
     * @param steps how the weights follow the gradient
     * @param until the incidence at which training may stop early; 1 for never
     */
    public record Options(long jacobians, int pairs, Objective objective, Steps steps, double until) {

        /** What the benchmarks in docs/benchmarks.md chose. */
        public static final Options DEFAULT =
                new Options(3_000, 10, new Objective(0.001, 1, 0.1, 2), Steps.ADAPTIVE, 1);

        /**
         * For many states of a network. A generator that goes, or stays wide, farther from the middle than the states ask it to is
         * not safe at a state that it has not seen: hence little entropy.
         */
        public static final Options AMORTISING =
                new Options(200_000, 10, new Objective(0.003, 1.0 / 30, 0.1, 2), Steps.ADAPTIVE, 1);

        /** Few Jacobians, rounds of few sets, and a wide transition that every set says something about: for {@code adapt}. */
        public static final Options ADAPTING = new Options(64, 4, new Objective(0.003, 1, 0.5, 2), Steps.PLAIN, 1);

        /**
         * Creates options.
         *
         * @throws IllegalArgumentException if one is out of range
         */
        public Options {
            if (!(jacobians >= 1 && pairs >= 1)) {
                throw new IllegalArgumentException("Jacobians and pairs must be positive.");
            }
        }

        /**
         * Other limits.
         *
         * @param count how many Jacobians may be spent
         * @return the options with this limit
         */
        public Options withJacobians(long count) {
            return new Options(count, pairs, objective, steps, until);
        }

        /**
         * Another objective.
         *
         * @param other what is lowered instead
         * @return the options with it
         */
        public Options withObjective(Objective other) {
            return new Options(jacobians, pairs, other, steps, until);
        }

        /**
         * Another temperature.
         *
         * @param value the temperature
         * @return the options with it
         */
        public Options withTemperature(double value) {
            return withObjective(new Objective(value, objective.entropy(), objective.scale(), objective.margin()));
        }

        /**
         * Another weight of the entropy.
         *
         * @param value the weight of the generator's entropy beside the prior
         * @return the options with it
         */
        public Options withEntropy(double value) {
            return withObjective(new Objective(objective.temperature(), value, objective.scale(), objective.margin()));
        }

        /**
         * Another width.
         *
         * @param value the width of the energy's transition beside the threshold
         * @return the options with it
         */
        public Options withScale(double value) {
            return withObjective(
                    new Objective(objective.temperature(), objective.entropy(), value, objective.margin()));
        }

        /**
         * An early stop.
         *
         * @param incidence the incidence at which training may stop
         * @return the options with it
         */
        public Options withUntil(double incidence) {
            return new Options(jacobians, pairs, objective, steps, incidence);
        }
    }

    /** How weights follow the gradient of the loss. */
    public enum Steps {

        /** By Adam, each weight by steps whose length falls geometrically: for many rounds. */
        ADAPTIVE,

        /**
         * Along the gradient, by a multiple of it: for few rounds. These do not tell the usual size of each weight's gradient, and a
         * generator that needs nothing must be left alone, while Adam's first steps have one length whatever the gradient.
         */
        PLAIN
    }

    /** Length of a step of Adam at the beginning. */
    private static final double FIRST_RATE = 0.1;

    /** Length of a step of Adam at the end. */
    private static final double LAST_RATE = 0.01;

    /** By so much a plain step is longer than the gradient of the energy; docs/benchmarks.md chose it. */
    private static final double PLAIN_RATE = 10;

    /** No plain step is longer, in the Euclidean norm of the weights. */
    private static final double LONGEST_STEP = 1;

    /** The weights are averaged over this last part of the training. */
    private static final double AVERAGED_PART = 0.5;

    /** About so many of the last sets are what the incidence is judged by for an early stop. */
    private static final int JUDGED = 400;

    /** The weight of a set in the share of invalid ones at its state, which so is that of about the last twenty. */
    private static final double RECENT = 0.05;

    /** No state is forgotten. */
    private static final double LEAST_INVALID = 0.001;

    private final SpectralPool pool;
    private final Criterion criterion;
    private final Family family;
    private final Options options;
    private final RandomStreams streams;
    private final double[] weights;
    private final double[] average;
    private final Adam adam;
    private long round;
    private long jacobians;
    private double averaged;
    private double usual;
    private double judgedValid;
    private double judged;

    /** The share of invalid sets among the last ones at each state. */
    private final double[] invalid;

    private final int sets;
    private final int[] states;
    private final int[] told;
    private final double[] latents;
    private final double[] coordinates;
    private final double[] lnDeterminant;
    private final double[] abscissa;
    private final double[] gradient;
    private final double[] byWeights;

    private SharpTraining(
            SpectralPool pool,
            Criterion criterion,
            Family family,
            Options options,
            long seed,
            Optional<NamedArrays> from) {
        this.pool = pool;
        this.criterion = criterion;
        this.family = family;
        this.options = options;
        this.streams = RandomStreams.of(seed, PURPOSE);
        this.weights = from.map(state -> state.numbers("weights"))
                .orElseGet(() -> family.initial(RandomStreams.of(seed, BEGINNING).stream(0)));
        this.average = from.map(state -> state.numbers("average")).orElseGet(weights::clone);
        Adam fresh = Adam.of(weights.length, 0.9, 0.99);
        this.adam = from.map(fresh::from).orElse(fresh);
        from.ifPresent(this::restore);
        this.invalid = from.map(state -> state.numbers("invalid")).orElseGet(() -> unknown(pool.states()));
        this.sets = 2 * options.pairs();
        int numbers = sets * family.dimension();
        this.states = new int[sets];
        this.told = new int[sets];
        this.latents = new double[sets * family.latents()];
        this.coordinates = new double[numbers];
        this.gradient = new double[numbers];
        this.lnDeterminant = new double[sets];
        this.abscissa = new double[sets];
        this.byWeights = new double[weights.length];
    }

    /**
     * A training.
     *
     * @param pool evaluates spectra and their gradients
     * @param criterion what valid sets must meet; bounds on the fastest mode have no gradient and are not trained for
     * @param family the architecture of the generator
     * @param options how it is trained
     * @param seed the seed
     * @param from the state to go on from, if any
     * @return the training
     */
    public static SharpTraining of(
            SpectralPool pool,
            Criterion criterion,
            Family family,
            Options options,
            long seed,
            Optional<NamedArrays> from) {
        return new SharpTraining(pool, criterion, family, options, seed, from);
    }

    private static double[] unknown(int states) {
        double[] invalid = new double[states];
        Arrays.fill(invalid, 0.5);
        return invalid;
    }

    private void restore(NamedArrays state) {
        double[] counts = state.numbers("counts");
        round = (long) counts[0];
        jacobians = (long) counts[1];
        averaged = counts[2];
        judgedValid = counts[3];
        judged = counts[4];
        usual = counts[5];
    }

    @Override
    public NamedArrays state() {
        NamedArrays state = NamedArrays.EMPTY
                .with("weights", weights)
                .with("average", average)
                .with("invalid", invalid)
                .with("counts", new double[] {round, jacobians, averaged, judgedValid, judged, usual});
        return adam.addTo(state);
    }

    @Override
    public boolean finished() {
        return jacobians + sets > options.jacobians() || goodEnough();
    }

    private boolean goodEnough() {
        return judged > 0.9 * JUDGED
                && WilsonInterval.ofShare(judgedValid / judged, Math.round(judged))
                                .lower()
                        >= options.until();
    }

    @Override
    public TrainingFigures advance() throws InterruptedException {
        draw();
        family.forward(weights, told, latents, coordinates, lnDeterminant);
        long spent = pool.gradients(states, coordinates, abscissa, gradient);
        if (usual == 0) {
            usual = median(Arrays.stream(abscissa)
                    .filter(Double::isFinite)
                    .map(Math::abs)
                    .toArray());
        }
        double loss = differentiate(Energy.of(
                criterion, options.objective().scale(), options.objective().margin(), usual));
        family.backward(gradient, -options.objective().entropy() / sets, byWeights);
        double done = (double) jacobians / options.jacobians();
        step(done);
        average(done);
        jacobians += spent;
        round++;
        return figures(loss);
    }

    /**
     * Draws antithetic pairs, the two of a pair at the same state and next to each other. Where there are many states, half of the
     * pairs are drawn without the generator being told theirs: so it learns what serves a state that it knows nothing of. Half of
     * the pairs are drawn at states by the share of invalid sets: what a new state is likely to need is rare among the known ones.
     */
    private void draw() {
        UniformRandomProvider random = streams.stream(round);
        DiscreteSampler difficult = GuideTableDiscreteSampler.of(random, invalid);
        int count = family.latents();
        for (int set = 0; set < sets; set += 2) {
            int place = set * count;
            boolean anywhere = pool.states() == 1 || random.nextBoolean();
            states[set] = anywhere ? random.nextInt(pool.states()) : difficult.sample();
            states[set + 1] = states[set];
            told[set] = pool.states() > 1 && random.nextBoolean() ? Family.UNTOLD : states[set];
            told[set + 1] = told[set];
            family.latent().draw(random, latents, place, place + count);
            for (int k = place; k < place + count; k++) {
                latents[k + count] = -latents[k];
            }
        }
    }

    /** Turns the gradients of the abscissae into those of the loss, without the generator's density; returns the loss. */
    private double differentiate(Energy energy) {
        int dimension = family.dimension();
        Objective objective = options.objective();
        double loss = 0;
        for (int set = 0; set < sets; set++) {
            boolean solved = abscissa[set] < Double.POSITIVE_INFINITY;
            double slope = solved ? energy.slope(abscissa[set]) / objective.temperature() : 0;
            loss += (solved ? energy.value(abscissa[set]) / objective.temperature() : 0)
                    - objective.entropy() * lnDeterminant[set];
            for (int k = set * dimension; k < (set + 1) * dimension; k++) {
                // The derivative of -ln prior, tanh(u / 2), by the exponential, which is three times as fast.
                double prior = 1 - 2 / (1 + Math.exp(coordinates[k]));
                gradient[k] = (slope * gradient[k] + prior) / sets;
            }
        }
        return loss / sets;
    }

    private void step(double done) {
        if (options.steps() == Steps.ADAPTIVE) {
            double rate = FIRST_RATE * Math.pow(LAST_RATE / FIRST_RATE, done);
            adam.step(weights, byWeights, family.stepLengths(), rate);
            return;
        }
        // The loss by its temperature is the energy and a little of the divergence from the prior.
        double rate = PLAIN_RATE * options.objective().temperature();
        double squares = 0;
        for (double slope : byWeights) {
            squares += slope * slope;
        }
        double length = rate * Math.sqrt(squares);
        double kept = length > LONGEST_STEP ? LONGEST_STEP / length : 1;
        for (int k = 0; k < weights.length; k++) {
            weights[k] -= kept * rate * byWeights[k];
        }
    }

    /** The average begins anew when the last part of the training does. */
    private void average(double done) {
        if (done < 1 - AVERAGED_PART) {
            System.arraycopy(weights, 0, average, 0, weights.length);
            return;
        }
        averaged++;
        for (int k = 0; k < weights.length; k++) {
            average[k] += (weights[k] - average[k]) / averaged;
        }
    }

    private TrainingFigures figures(double loss) {
        int valid = 0;
        for (int set = 0; set < sets; set++) {
            boolean accepted = abscissa[set] < 0 && criterion.accepts(abscissa[set], 0);
            valid += accepted ? 1 : 0;
            double share = invalid[states[set]];
            invalid[states[set]] = Math.max(LEAST_INVALID, share + RECENT * ((accepted ? 0 : 1) - share));
        }
        double kept = Math.max(0, 1 - (double) sets / JUDGED);
        judgedValid = kept * judgedValid + valid;
        judged = kept * judged + sets;
        return new TrainingFigures(round, jacobians, valid, sets, median(abscissa), loss);
    }

    /** The lower median, which is finite if more than half of the numbers are; 0 of none. */
    private static double median(double[] numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) / 2];
    }

    @Override
    public Generator generator() {
        return family.generator(average);
    }
}
