package org.kindling.generators.rekindle;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.kindling.generators.ConditionalGenerator;
import org.kindling.generators.Generator;
import org.kindling.generators.NamedArrays;
import org.kindling.generators.PerceptronShape;
import org.kindling.generators.Training;
import org.kindling.generators.TrainingFigures;
import org.kindling.sampling.RandomStreams;

/**
 * Trains a generator of labelled sets against a discriminator: in each step the discriminator learns to tell sets of the population
 * from sets of the generator, given their label, and then the generator to pass for the population. At checkpoints the generator is
 * judged by sets of its own; the best one is what the training gives. It has failed when the discriminator is right nearly always,
 * for then the generator learns nothing from it.
 *
 * <p>Source: S. Choudhury et al., Reconstructing kinetic models for dynamical studies of metabolism using generative adversarial
 * networks, Nature Machine Intelligence 4, 710 (2022), doi:10.1038/s42256-022-00519-y.
 */
public final class AdversarialTraining implements Training {

    private static final long PURPOSE = 0x52454B494E444C45L; // "REKINDLE" in ASCII

    /** Epochs over which the discriminator's accuracy is averaged, and the mean that means failure, as published. */
    private static final int WATCHED = 200;

    private static final double TOO_ACCURATE = 0.9;

    /** From this effective rank on, beside that of the valid sets of the population, a generator counts as diverse. */
    public static final double DIVERSE = 0.8;

    private static final String EPOCH = "epoch";
    private static final String JACOBIANS = "jacobians";
    private static final String ACCURACIES = "accuracies";
    private static final String BEST = "best ";

    /**
     * How networks are trained.
     *
     * @param method the way of training
     * @param epochs how many times the population is gone through
     * @param batch how many of its sets belong to one step; the discriminator sees half of them, beside as many of the generator
     * @param every a checkpoint after so many epochs
     */
    public record Options(AdversarialMethod method, int epochs, int batch, int every) {

        /** The published numbers with the guided method. */
        public static final Options DEFAULT = new Options(AdversarialMethod.GUIDED, 400, 1_024, 10);

        /**
         * Creates options.
         *
         * @throws IllegalArgumentException if a number is not positive, or a batch has not two sets
         */
        public Options {
            if (epochs < 1 || batch < 2 || every < 1) {
                throw new IllegalArgumentException("There must be an epoch, two sets in a batch, and checkpoints, not "
                        + epochs + ", " + batch + " and " + every + ".");
            }
        }
    }

    private final LabelledFeatures sets;
    private final CheckpointJudge judge;
    private final Options options;
    private final RandomStreams streams;
    private final int rows;
    private final GeneratorNetwork generator;
    private final Discriminator discriminator;
    private final Optional<Guide> guide;
    private final boolean pretrained;
    private final float[] discriminatorInput;
    private final float[] slopes;

    private long epoch;
    private long jacobians;
    private double[] accuracies;
    private Best best;

    /**
     * The best generator of all checkpoints; before the first of them, the untrained one.
     *
     * @param generator the generator
     * @param incidence the share of valid sets among those that it was chosen by
     * @param divergence the mean Kullback-Leibler divergence of a parameter from the valid sets of the population
     * @param effectiveRank the effective rank of its sets beside that of as many valid sets of the population
     */
    public record Best(ConditionalGenerator generator, double incidence, double divergence, double effectiveRank) {

        /** What has collapsed to few directions is worse than what has not; else the share of valid sets decides. */
        private boolean worseThan(CheckpointJudge.Judgement judgement) {
            boolean diverse = effectiveRank >= DIVERSE;
            boolean otherDiverse = judgement.effectiveRank() >= DIVERSE;
            if (diverse != otherDiverse) {
                return otherDiverse;
            }
            return judgement.incidence() > incidence
                    || (judgement.incidence() == incidence && judgement.divergence() < divergence);
        }
    }

    private AdversarialTraining(
            LabelledFeatures sets,
            CheckpointJudge judge,
            Options options,
            long seed,
            boolean pretrained,
            NamedArrays state) {
        this.sets = sets;
        this.pretrained = pretrained;
        this.judge = judge;
        this.options = options;
        this.streams = RandomStreams.of(seed, PURPOSE);
        this.rows = rows(sets, options);
        this.generator = GeneratorNetwork.restore(options.method(), sets, rows, state);
        this.guide = options.method().guided()
                ? Optional.of(Guide.restore(sets.dimension(), rows, state))
                : Optional.empty();
        this.discriminator = Discriminator.restore(options.method(), sets.dimension(), 2 * rows, state);
        this.discriminatorInput = new float[2 * rows * (sets.dimension() + 1)];
        this.slopes = new float[rows * sets.dimension()];
        this.epoch = (long) state.number(EPOCH);
        this.jacobians = (long) state.number(JACOBIANS);
        this.accuracies = state.numbers(ACCURACIES);
        this.best = new Best(
                ConditionalGenerator.of(
                        GeneratorNetwork.shape(options.method(), sets.dimension()),
                        state.singles(BEST + "weights"),
                        state.singles(BEST + "averages"),
                        state.number(BEST + "width"),
                        options.method().output()),
                state.number(BEST + "incidence"),
                state.number(BEST + "divergence"),
                state.number(BEST + "effectiveRank"));
    }

    /** Half a batch; of a small population as many as it has. */
    private static int rows(LabelledFeatures sets, Options options) {
        return Math.min(options.batch() / 2, sets.size());
    }

    /**
     * A training.
     *
     * @param sets what is learnt from
     * @param judge judges the generator at checkpoints
     * @param options how to train
     * @param seed the seed
     * @param pretrained the generator to go on from, against a fresh discriminator, and the first among which is chosen; empty to
     *     begin at random
     * @param from the state to go on from, of a training with the same sets, judge, options, seed and generator, if any
     * @return the training
     * @throws IllegalArgumentException if the pretrained generator has other sizes, or another kind of output
     */
    public static AdversarialTraining of(
            LabelledFeatures sets,
            CheckpointJudge judge,
            Options options,
            long seed,
            Optional<ConditionalGenerator> pretrained,
            Optional<NamedArrays> from) {
        pretrained.ifPresent(generator -> {
            PerceptronShape wanted = GeneratorNetwork.shape(options.method(), sets.dimension());
            if (!generator.shape().equals(wanted)
                    || generator.output() != options.method().output()) {
                throw new IllegalArgumentException("The generator's layers "
                        + generator.shape().sizes() + " are not those of the training, " + wanted.sizes() + ".");
            }
        });
        return new AdversarialTraining(
                sets,
                judge,
                options,
                seed,
                pretrained.isPresent(),
                from.orElseGet(() -> initial(sets, options, seed, pretrained)));
    }

    private static NamedArrays initial(
            LabelledFeatures sets, Options options, long seed, Optional<ConditionalGenerator> pretrained) {
        UniformRandomProvider random = RandomStreams.of(seed, PURPOSE).stream(0);
        NamedArrays state = NamedArrays.EMPTY
                .with(EPOCH, new double[1])
                .with(JACOBIANS, new double[1])
                .with(ACCURACIES, new double[0]);
        if (options.method().guided()) {
            state = Guide.start(sets.dimension(), random, state);
        }
        state = Discriminator.start(options.method(), sets.dimension(), random, state);
        state = pretrained.isPresent()
                ? GeneratorNetwork.start(pretrained.get(), state)
                : GeneratorNetwork.start(options.method(), sets, random, state);
        ConditionalGenerator untrained =
                GeneratorNetwork.restore(options.method(), sets, 1, state).generator();
        return addTo(state, new Best(untrained, -1, Double.MAX_VALUE, 0));
    }

    private static NamedArrays addTo(NamedArrays state, Best best) {
        return state.with(BEST + "weights", best.generator().weights())
                .with(BEST + "averages", best.generator().averages())
                .with(BEST + "width", new double[] {best.generator().width()})
                .with(BEST + "incidence", new double[] {best.incidence()})
                .with(BEST + "divergence", new double[] {best.divergence()})
                .with(BEST + "effectiveRank", new double[] {best.effectiveRank()});
    }

    @Override
    public NamedArrays state() {
        NamedArrays state = NamedArrays.EMPTY
                .with(EPOCH, new double[] {epoch})
                .with(JACOBIANS, new double[] {jacobians})
                .with(ACCURACIES, accuracies);
        state = generator.addTo(discriminator.addTo(state));
        return addTo(guide.isPresent() ? guide.get().addTo(state) : state, best);
    }

    @Override
    public boolean finished() {
        return epoch >= options.epochs() || failed();
    }

    /**
     * Whether the discriminator was right about nearly all sets for a long time: the generator learns nothing any more.
     *
     * @return whether the training has failed
     */
    @Override
    public boolean failed() {
        return accuracies.length == WATCHED
                && Arrays.stream(accuracies).average().orElseThrow() > TOO_ACCURATE;
    }

    @Override
    public TrainingFigures advance() throws InterruptedException {
        if (epoch == 0 && pretrained) {
            choose(judge.judge(best.generator()), best.generator());
        }
        UniformRandomProvider random = quick(streams.stream(epoch + 1));
        int[] order = PermutationSampler.natural(sets.size());
        PermutationSampler.shuffle(random, order);
        int steps = Math.max(1, sets.size() / options.batch());
        double loss = 0;
        double discriminatorLoss = 0;
        double accuracy = 0;
        double rate = options.method().rate((double) epoch / options.epochs());
        for (int step = 0; step < steps; step++) {
            Discriminator.Outcome outcome = learnToTell(order, step * options.batch(), rate, random);
            discriminatorLoss += outcome.loss() / steps;
            accuracy += outcome.accuracy() / steps;
            loss += learnToPass(rate, random) / steps;
        }
        Map<String, Double> further = new LinkedHashMap<>();
        further.put("discriminator_loss", discriminatorLoss);
        further.put("accuracy", accuracy);
        Optional<CheckpointJudge.Judgement> judgement = judged(epoch + 1);
        judgement.ifPresent(found -> {
            further.put("kl", found.divergence());
            further.put("effective_rank", found.effectiveRank());
        });
        epoch++;
        watch(accuracy);
        return new TrainingFigures(
                epoch,
                jacobians,
                judgement.map(CheckpointJudge.Judgement::valid).orElse(0),
                judgement.map(CheckpointJudge.Judgement::evaluated).orElse(0),
                judgement.map(CheckpointJudge.Judgement::medianAbscissa).orElse(0.0),
                loss,
                further);
    }

    /** A generator for the hundreds of thousands of random numbers of a step, seeded by the stream of the epoch. */
    private static UniformRandomProvider quick(UniformRandomProvider stream) {
        return RandomSource.XO_RO_SHI_RO_128_PP.create(new long[] {stream.nextLong(), stream.nextLong()});
    }

    /** The discriminator's part of a step, on sets of the population and as many new ones with the same labels. */
    private Discriminator.Outcome learnToTell(int[] order, int first, double rate, UniformRandomProvider random) {
        float[] labels = new float[rows];
        int width = sets.dimension() + 1;
        for (int row = 0; row < rows; row++) {
            int set = order[first + row];
            labels[row] = sets.label(set);
            sets.copy(set, discriminatorInput, row * width);
            discriminatorInput[(row + 1) * width - 1] = told(labels[row]);
        }
        guide.ifPresent(teller -> teller.learn(discriminatorInput, labels, rate, random));
        copyForDiscriminator(generator.features(generator.draw(labels, random), rows), labels, rows);
        return discriminator.learn(discriminatorInput, 2 * rows, rate, random);
    }

    /** The generator's part of a step, with as many valid as other labels on average. */
    private double learnToPass(double rate, UniformRandomProvider random) {
        float[] labels = new float[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextBoolean() ? ConditionalGenerator.VALID : -ConditionalGenerator.VALID;
        }
        float[] features = generator.learning(generator.draw(labels, random), rows, random);
        copyForDiscriminator(features, labels, 0);
        double loss = discriminator.judge(discriminatorInput, rows, slopes, random);
        guide.ifPresent(teller ->
                teller.addSlopes(discriminatorInput, labels, options.method().guidance(), slopes, random));
        generator.learn(slopes, rows, rate);
        return loss;
    }

    /** What the discriminator is told of a label. */
    private float told(float label) {
        return guide.isPresent() ? 0 : label;
    }

    private void copyForDiscriminator(float[] features, float[] labels, int firstRow) {
        int dimension = sets.dimension();
        for (int row = 0; row < labels.length; row++) {
            int place = (firstRow + row) * (dimension + 1);
            System.arraycopy(features, row * dimension, discriminatorInput, place, dimension);
            discriminatorInput[place + dimension] = told(labels[row]);
        }
    }

    private Optional<CheckpointJudge.Judgement> judged(long done) throws InterruptedException {
        if (done % options.every() != 0 && done < options.epochs()) {
            return Optional.empty();
        }
        ConditionalGenerator now = generator.generator();
        CheckpointJudge.Judgement judgement = judgedWhole(now);
        choose(judgement, now);
        return Optional.of(judgement);
    }

    private void choose(CheckpointJudge.Judgement judgement, ConditionalGenerator judged) {
        jacobians += judgement.evaluated();
        if (best.worseThan(judgement)) {
            best = new Best(judged, judgement.incidence(), judgement.divergence(), judgement.effectiveRank());
        }
    }

    /** An interruption waits for the end of the judgement, or the epoch before it would be half done. */
    private CheckpointJudge.Judgement judgedWhole(ConditionalGenerator now) throws InterruptedException {
        try {
            return judge.judge(now);
        } catch (InterruptedException early) {
            CheckpointJudge.Judgement judgement = judge.judge(now);
            Thread.currentThread().interrupt();
            return judgement;
        }
    }

    private void watch(double accuracy) {
        int from = Math.max(0, accuracies.length + 1 - WATCHED);
        double[] last = Arrays.copyOfRange(accuracies, from, accuracies.length + 1);
        last[last.length - 1] = accuracy;
        accuracies = last;
    }

    @Override
    public Generator generator() {
        return best.generator();
    }

    /**
     * The best generator so far, and by what it was chosen.
     *
     * @return the best of all checkpoints
     */
    public Best best() {
        return best;
    }
}
