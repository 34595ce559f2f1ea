package org.kindling.generators;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.util.Arrays;
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
     * @param valid how many of them are valid
     * @param incidence the share of valid ones
     * @param low the lower end of its 95 % interval
     * @param high the upper end of its 95 % interval
     * @param medianAbscissa the median spectral abscissa, unit 1 / time; a set without a spectrum counts as the slowest
     * @param effectiveSampleSize how many independent sets of the prior's valid region the weighted sets are worth; absent where the
     *     generator has no density
     * @param mass the share of the prior that is valid, as the weights estimate it; absent where the generator has no density
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Outcome(
            long sets,
            long valid,
            double incidence,
            double low,
            double high,
            double medianAbscissa,
            Optional<Double> effectiveSampleSize,
            Optional<Double> mass) {}

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
        GeneratorSource source = GeneratorSource.fresh(generator, jacobian.space(), seed);
        double[] abscissa = new double[sets];
        boolean[] valid = new boolean[sets];
        try {
            Screening.of(source, screen, threads).run(0, sets, batch -> {
                note(batch, abscissa, valid);
                progress.at(batch.first() + batch.sets(), sets);
            });
        } catch (IOException impossible) {
            throw new IllegalStateException("Nothing is written here.", impossible);
        }
        long count = 0;
        for (boolean one : valid) {
            count += one ? 1 : 0;
        }
        Arrays.sort(abscissa);
        WilsonInterval interval = WilsonInterval.of(count, sets);
        Optional<ImportanceWeights.Summary> weights =
                ImportanceWeights.of(source).map(some -> some.summary(set -> valid[(int) set], sets));
        return new Outcome(
                sets,
                count,
                (double) count / sets,
                interval.lower(),
                interval.upper(),
                abscissa[sets / 2],
                weights.map(ImportanceWeights.Summary::effectiveSampleSize),
                weights.map(ImportanceWeights.Summary::mass));
    }

    private static void note(ScreenedBatch batch, double[] abscissa, boolean... valid) {
        for (int set = 0; set < batch.sets(); set++) {
            int place = Math.toIntExact(batch.first() + set);
            // NaN stands for no spectrum; sorting puts it behind every number, where the slowest are.
            abscissa[place] = batch.abscissa(set);
            valid[place] = batch.verdict(set) == Verdict.VALID;
        }
    }
}
