package org.kindling.analysis;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kindling.dynamics.Criterion;
import org.kindling.numerics.PrincipalComponents;
import org.kindling.numerics.SmoothedHistogram;
import org.kindling.sampling.Population;

/**
 * What can be said of one population in numbers.
 *
 * @param incidence how many sets it has, and how many of them are valid
 * @param effectiveSize how many sets of equal weight say as much as its weighted ones
 * @param abscissa the spectral abscissa \( \lambda_{max} \) over the sets, unit 1 / time
 * @param timeConstant the dominant time constant \( \tau = -1/\lambda_{max} \) over the stable sets; empty if none is stable
 * @param effectiveRank in how many directions the sets spread, by the covariance of u ({@link PrincipalComponents})
 */
public record PopulationFigures(
        Incidence incidence,
        double effectiveSize,
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
        return new PopulationFigures(
                Incidence.of(population, criterion),
                SmoothedHistogram.effectiveSize(weights),
                SampleSpread.of(abscissae),
                constants.length == 0 ? Optional.empty() : Optional.of(SampleSpread.of(constants)),
                PrincipalComponents.of(EvenSample.coordinates(population, ranked))
                        .effectiveRank());
    }
}
