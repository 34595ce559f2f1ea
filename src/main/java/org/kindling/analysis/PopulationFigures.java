package org.kindling.analysis;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kindling.dynamics.Criterion;
import org.kindling.numerics.PrincipalComponents;
import org.kindling.numerics.SmoothedHistogram;
import org.kindling.numerics.WilsonInterval;
import org.kindling.sampling.Population;

/**
 * What can be said of one population in numbers.
 *
 * @param sets how many sets it has
 * @param effectiveSize how many sets of equal weight say as much as its weighted ones
 * @param valid how many of its sets are valid, whatever their weights
 * @param interval the 95 % confidence interval of the incidence
 * @param abscissa the spectral abscissa \( \lambda_{max} \) over the sets, unit 1 / time
 * @param timeConstant the dominant time constant \( \tau = -1/\lambda_{max} \) over the stable sets; empty if none is stable
 * @param effectiveRank in how many directions the sets spread, by the covariance of u ({@link PrincipalComponents})
 */
public record PopulationFigures(
        int sets,
        double effectiveSize,
        int valid,
        WilsonInterval interval,
        SampleSpread abscissa,
        Optional<SampleSpread> timeConstant,
        double effectiveRank) {

    /**
     * The figures of a population.
     *
     * @param population at least one set
     * @param criterion what valid sets must meet
     * @param ranked how many sets, evenly spaced, the effective rank is taken of: it grows with their number, so that only
     *     ranks of equal numbers can be compared
     * @return the figures
     * @throws IllegalArgumentException if there is no set
     */
    public static PopulationFigures of(Population population, Criterion criterion, int ranked) {
        int sets = population.size();
        double[] abscissae =
                IntStream.range(0, sets).mapToDouble(population::abscissa).toArray();
        double[] weights =
                IntStream.range(0, sets).mapToDouble(population::weight).toArray();
        double[] constants = Arrays.stream(abscissae)
                .filter(abscissa -> abscissa < 0)
                .map(abscissa -> -1 / abscissa)
                .toArray();
        int valid = (int) IntStream.range(0, sets)
                .filter(set -> population.valid(set, criterion))
                .count();
        return new PopulationFigures(
                sets,
                SmoothedHistogram.effectiveSize(weights),
                valid,
                WilsonInterval.of(valid, sets),
                SampleSpread.of(abscissae),
                constants.length == 0 ? Optional.empty() : Optional.of(SampleSpread.of(constants)),
                PrincipalComponents.of(EvenSample.of(population, ranked)).effectiveRank());
    }

    /**
     * The share of valid sets.
     *
     * @return from 0 to 1
     */
    public double incidence() {
        return valid / (double) sets;
    }
}
