package org.kindling.generators;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.numerics.WilsonInterval;
import org.kindling.sampling.Progress;
import org.kindling.sampling.Screen;
import org.kindling.sampling.ScreenedBatch;
import org.kindling.sampling.Screening;
import org.kindling.sampling.Verdict;

/**
 * Judges a generator by sets that its training has not seen: how many are valid, how far the valid ones are from what the prior
 * would give, and how much of the prior is valid.
 *
 * <p>With the weights \( w = p(u) \, [valid] / q(u) \) of sets drawn from density q under the prior p, the effective sample size is
 * \( (\sum w)^2 / \sum w^2 \), and the mean of w estimates the share of the prior that is valid.
 *
 * <p>Source: A. Kong, A note on importance sampling using standardized weights, University of Chicago, Technical Report 348
 * (1992).
 */
public final class FreshSample {

    private final JacobianFunction jacobian;
    private final Screen screen;
    private final int threads;

    private FreshSample(Screen screen, int threads) {
        this.jacobian = screen.jacobian();
        this.screen = screen;
        this.threads = threads;
    }

    /**
     * What fresh sets were found to be.
     *
     * @param sets how many were drawn
     * @param solved how many of them have a spectrum
     * @param stable how many of them are stable
     * @param valid how many of them are valid
     * @param incidence the share of valid ones
     * @param medianAbscissa the median spectral abscissa, unit 1 / time; a set without a spectrum counts as the slowest
     * @param weighted what the sets say of the prior; absent where the generator has no density
     * @param selfCheck the largest relative error of an abscissa that the self-check found
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Outcome(
            long sets,
            long solved,
            long stable,
            long valid,
            Incidence incidence,
            double medianAbscissa,
            Optional<Weighted> weighted,
            double selfCheck) {}

    /**
     * A share with its interval.
     *
     * @param value the share of valid sets
     * @param low the lower end of its 95 % interval
     * @param high the upper end of its 95 % interval
     */
    public record Incidence(double value, double low, double high) {

        static Incidence of(long valid, long sets) {
            WilsonInterval interval = WilsonInterval.of(valid, sets);
            return new Incidence((double) valid / sets, interval.lower(), interval.upper());
        }
    }

    /**
     * What sets say of the prior when each counts by its weight.
     *
     * @param effectiveSampleSize how many independent sets of the prior's valid region they are worth
     * @param mass the share of the prior that is valid, as the weights estimate it
     */
    public record Weighted(double effectiveSampleSize, double mass) {}

    /**
     * A judge.
     *
     * @param screen labels the sets
     * @param threads how many threads work; the outcome does not depend on it
     * @return the judge
     */
    public static FreshSample of(Screen screen, int threads) {
        return new FreshSample(screen, threads);
    }

    /**
     * Judges a generator.
     *
     * @param generator the generator
     * @param sets how many sets to draw, at least one
     * @param seed the seed of the training; the sets are others than any that a user draws with it
     * @param progress told how many sets are screened
     * @return the outcome
     * @throws InterruptedException if the calling thread is interrupted
     */
    public Outcome judge(Generator generator, int sets, long seed, Progress progress) throws InterruptedException {
        return judge(GeneratorSource.fresh(generator, jacobian.space(), seed), sets, progress);
    }

    /**
     * Judges the first sets of a source.
     *
     * @param source draws the sets
     * @param sets how many to draw, at least one
     * @param progress told how many sets are screened
     * @return the outcome
     * @throws InterruptedException if the calling thread is interrupted
     */
    public Outcome judge(GeneratorSource source, int sets, Progress progress) throws InterruptedException {
        Tally tally = new Tally(sets);
        try {
            Screening.of(source, screen, threads).run(0, sets, batch -> {
                tally.add(batch);
                progress.at(batch.first() + batch.sets(), sets);
            });
        } catch (IOException impossible) {
            throw new IllegalStateException("Nothing is written here.", impossible);
        }
        Optional<Weighted> weighted = ImportanceWeights.of(source)
                .map(weights -> weights.summary(set -> tally.valid.get((int) set), sets))
                .map(summary -> new Weighted(summary.effectiveSampleSize(), summary.mass()));
        return tally.outcome(weighted);
    }

    /** Counts what the screen finds. */
    private static final class Tally {

        private final double[] abscissa;
        private final BitSet valid = new BitSet();
        private long solved;
        private long stable;
        private double selfCheck;

        Tally(int sets) {
            abscissa = new double[sets];
        }

        void add(ScreenedBatch batch) {
            for (int set = 0; set < batch.sets(); set++) {
                int place = Math.toIntExact(batch.first() + set);
                boolean found = !Double.isNaN(batch.abscissa(set));
                abscissa[place] = found ? batch.abscissa(set) : Double.MAX_VALUE;
                valid.set(place, batch.verdict(set) == Verdict.VALID);
                solved += found ? 1 : 0;
                stable += batch.verdict(set).stable() ? 1 : 0;
            }
            selfCheck = Math.max(selfCheck, batch.largestSelfCheck());
        }

        Outcome outcome(Optional<Weighted> weighted) {
            Arrays.sort(abscissa);
            int sets = abscissa.length;
            return new Outcome(
                    sets,
                    solved,
                    stable,
                    valid.cardinality(),
                    Incidence.of(valid.cardinality(), sets),
                    abscissa[sets / 2],
                    weighted,
                    selfCheck);
        }
    }
}
