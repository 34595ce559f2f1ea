package org.kindling.generators.spectral;

import java.util.Arrays;
import java.util.Optional;
import org.kindling.dynamics.Criterion;
import org.kindling.generators.Generator;
import org.kindling.generators.Latent;
import org.kindling.generators.NamedArrays;
import org.kindling.generators.NormalScoreGenerator;
import org.kindling.generators.SpectralPool;
import org.kindling.generators.Training;
import org.kindling.generators.TrainingFigures;
import org.kindling.numerics.MultivariateNormal;
import org.kindling.numerics.NormalScore;
import org.kindling.sampling.RandomStreams;

/**
 * Learns the prior's conditional on valid sets by adaptive importance sampling. Each round draws sets from a {@link
 * NormalScoreGenerator}, the first one from the prior; a set u has the weight \( \mathrm{prior}(u) / q(u) \) with the density q of
 * the generator that it came from. The next generator has the weighted moments of the sets up to a threshold, which is lowered to
 * the criterion as fast as an effective number of sets allows. The gradient of the spectrum takes most of the noise off these
 * moments ({@link ConditionalMoments}); where a moment is no larger than what is left, the prior's is taken. All valid sets drawn
 * on the way, pooled by effective size, are the {@link #sample}.
 *
 * <p>The generator deliberately stops short of the conditional's moments: one that is narrower somewhere has rare sets of
 * enormous weight.
 *
 * <p>Sources: M. H. Oh, J. O. Berger, Adaptive importance sampling in Monte Carlo integration, J. Stat. Comput. Simul. 41 (1992)
 * 143, doi:10.1080/00949659208810398; R. Y. Rubinstein, D. P. Kroese, The Cross-Entropy Method, Springer 2004, ISBN
 * 978-0-387-21240-1 (thresholds for rare events).
 */
public final class FaithfulTraining implements Training {

    private static final long PURPOSE = 0x464149544846554CL; // "FAITHFUL" in ASCII

    /** The step's width beside the mean depth of the sets inside the threshold: flat between a tenth and one. */
    private static final double RELATIVE_WIDTH = 0.5;

    /** A proposal is fitted when the draws since the last fit are so many beside those before it. */
    private static final double GROWTH = 0.5;

    /**
     * How a generator is trained.
     *
     * @param jacobians how many Jacobians may be spent, on training and sample together
     * @param sets how many sets a round draws
     * @param level the effective number of sets that a threshold must leave
     * @param wanted the effective number of valid sets at which training may stop early; infinite for never
     * @param meanErrors how many standard errors are taken off a mean
     * @param covarianceErrors how many standard errors are taken off a covariance
     * @param meanPart how far the mean of the generator goes from the prior to the conditional, at most 1
     * @param precisionPart how far its precision goes, at most 1
     */
    public record Options(
            long jacobians,
            int sets,
            double level,
            double wanted,
            double meanErrors,
            double covarianceErrors,
            double meanPart,
            double precisionPart) {

        /** What the benchmarks in docs/benchmarks.md chose. */
        public static final Options DEFAULT = new Options(30_000, 1_000, 100, Double.POSITIVE_INFINITY, 1, 2, 0.7, 0.6);

        /**
         * Creates options.
         *
         * @throws IllegalArgumentException if one is out of range
         */
        public Options {
            if (!(jacobians >= sets && sets >= 1 && level > 1 && wanted > 0)) {
                throw new IllegalArgumentException(
                        "There must be Jacobians for one round of sets, a level above 1 and a positive wanted number.");
            }
            if (!(meanErrors >= 0 && covarianceErrors >= 0)) {
                throw new IllegalArgumentException("Errors must not be negative.");
            }
            if (!(Math.min(meanPart, precisionPart) >= 0 && Math.max(meanPart, precisionPart) <= 1)) {
                throw new IllegalArgumentException("Parts must be from 0 to 1.");
            }
        }

        /**
         * Other limits.
         *
         * @param count how many Jacobians may be spent
         * @return the options with this limit
         */
        public Options withJacobians(long count) {
            return new Options(
                    count,
                    (int) Math.min(sets, count),
                    level,
                    wanted,
                    meanErrors,
                    covarianceErrors,
                    meanPart,
                    precisionPart);
        }

        /**
         * An early stop.
         *
         * @param effective the effective number of valid sets at which training may stop
         * @return the options with it
         */
        public Options withWanted(double effective) {
            return new Options(
                    jacobians, sets, level, effective, meanErrors, covarianceErrors, meanPart, precisionPart);
        }
    }

    private final SpectralPool pool;
    private final Excess excess;
    private final Options options;
    private final RandomStreams streams;
    private final KeptDraws draws;
    private MultivariateNormal proposal;
    private long round;
    private long jacobians;
    private double drawnBefore;
    private double threshold = Double.POSITIVE_INFINITY;
    private double width = Double.POSITIVE_INFINITY;

    private FaithfulTraining(
            SpectralPool pool, Criterion criterion, Options options, long seed, Optional<NamedArrays> from) {
        int dimension = pool.jacobian().space().dimension();
        this.pool = pool;
        this.excess = Excess.of(criterion);
        this.options = options;
        this.streams = RandomStreams.of(seed, PURPOSE);
        this.draws = from.map(state -> KeptDraws.from(dimension, state)).orElseGet(() -> new KeptDraws(dimension));
        this.proposal = from.map(state ->
                        MultivariateNormal.ofFactor(state.numbers("mean"), state.numbers("factorOfCovariance")))
                .orElseGet(() -> MultivariateNormal.standard(dimension));
        from.ifPresentOrElse(this::restore, draws::beginProposal);
    }

    /**
     * A training.
     *
     * @param pool evaluates spectra and their gradients
     * @param criterion what valid sets must meet; bounds on the fastest mode are not looked at
     * @param options how it is trained
     * @param seed the seed
     * @param from the state to go on from, if any
     * @return the training
     */
    public static FaithfulTraining of(
            SpectralPool pool, Criterion criterion, Options options, long seed, Optional<NamedArrays> from) {
        return new FaithfulTraining(pool, criterion, options, seed, from);
    }

    private void propose(MultivariateNormal next) {
        proposal = next;
        draws.beginProposal();
    }

    private void restore(NamedArrays state) {
        double[] counts = state.numbers("counts");
        round = (long) counts[0];
        jacobians = (long) counts[1];
        drawnBefore = counts[2];
        threshold = counts[3];
        width = counts[4];
        draws.pool(threshold);
    }

    @Override
    public NamedArrays state() {
        return draws.addTo(NamedArrays.EMPTY
                .with("counts", new double[] {round, jacobians, drawnBefore, threshold, width})
                .with("mean", proposal.mean())
                .with("factorOfCovariance", proposal.factor()));
    }

    @Override
    public boolean finished() {
        return jacobians + options.sets() > options.jacobians()
                || (threshold <= 0 && draws.effectiveSize(0) >= options.wanted());
    }

    @Override
    public TrainingFigures advance() throws InterruptedException {
        int sets = options.sets();
        int dimension = draws.dimension();
        double[] scores = new double[sets * dimension];
        double[] coordinates = new double[sets * dimension];
        double[] gradients = new double[sets * dimension];
        double[] abscissa = new double[sets];
        Latent.NORMAL.draw(streams.stream(round), scores, 0, scores.length);
        for (int set = 0; set < sets; set++) {
            proposal.map(scores, scores, set);
        }
        for (int place = 0; place < scores.length; place++) {
            coordinates[place] = NormalScore.logit(scores[place]);
        }
        jacobians += pool.gradients(coordinates, sets, abscissa, gradients);
        round++;
        keep(scores, gradients, abscissa);
        lowerThreshold();
        adapt();
        return figures(abscissa);
    }

    /** Keeps those draws of a round that can matter. */
    private void keep(double[] scores, double[] gradients, double[] abscissa) {
        draws.count(abscissa.length);
        int dimension = draws.dimension();
        for (int set = 0; set < abscissa.length; set++) {
            double value = excess.value(abscissa[set]);
            if (value < Double.POSITIVE_INFINITY && value <= threshold + width) {
                for (int place = set * dimension; place < (set + 1) * dimension; place++) {
                    gradients[place] *= excess.slope(abscissa[set]) * NormalScore.slope(scores[place]);
                }
                draws.add(scores, gradients, set, value, Math.exp(-proposal.lnRatio(scores, set)));
            }
        }
    }

    private void lowerThreshold() {
        draws.pool(threshold);
        threshold = Math.min(threshold, draws.threshold(options.level()));
        draws.pool(threshold);
        width = Math.min(width, RELATIVE_WIDTH * draws.meanDepth(threshold));
        draws.keepBelow(threshold + width);
    }

    /** Fits the next proposal once there are enough draws for a threshold, and enough new ones for it to differ. */
    private void adapt() {
        boolean reached = width > 0 && width < Double.POSITIVE_INFINITY;
        if (reached && draws.setsOfLastProposal() >= GROWTH * drawnBefore) {
            drawnBefore += draws.setsOfLastProposal();
            propose(ConditionalMoments.of(draws, new SmoothStep(threshold, width))
                    .normal(options));
        }
    }

    private TrainingFigures figures(double[] abscissa) {
        int valid = (int) Arrays.stream(abscissa)
                .filter(value -> excess.value(value) <= 0)
                .count();
        double[] sorted = abscissa.clone();
        Arrays.sort(sorted);
        double loss = -Math.log(draws.effectiveSize(threshold) / jacobians);
        return new TrainingFigures(round, jacobians, valid, abscissa.length, sorted[sorted.length / 2], loss);
    }

    /**
     * The valid sets drawn so far, with their weights.
     *
     * @return the sample
     */
    public FaithfulSample sample() {
        return FaithfulSample.of(draws, new SmoothStep(0, width));
    }

    @Override
    public Generator generator() {
        return NormalScoreGenerator.of(proposal);
    }
}
