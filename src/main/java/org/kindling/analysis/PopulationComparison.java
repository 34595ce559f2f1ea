package org.kindling.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.kindling.dynamics.Criterion;
import org.kindling.parameters.Coordinate;
import org.kindling.sampling.Population;

/**
 * How two populations of the same parameters differ: in their spectra, in each parameter, and in how they spread. The second is
 * the reference. Divergences and means are by the weights of the sets; everything else is of the sets as they were drawn. The
 * divergences are of no more sets of the first than half of the second has, so that their noise is that which is told.
 *
 * @param first the figures of the first population
 * @param second the figures of the second
 * @param parameters the differences of the parameters, in the order of the space
 * @param divergence the divergence of the first from the second, with its noise
 * @param published the divergence as REKINDLE's publication takes it ({@link PublishedDivergence})
 * @param neighbours distances to the nearest sets
 * @param map sets of both on one map; empty if there is but one parameter
 */
public record PopulationComparison(
        PopulationFigures first,
        PopulationFigures second,
        List<ParameterDifference> parameters,
        PopulationDivergence divergence,
        double published,
        NeighbourDistances neighbours,
        Optional<PopulationMap> map) {

    /** Fewer sets fill no histogram. */
    public static final int FEWEST_SETS = 10;

    /** As many as are compared pair by pair in about a second. */
    private static final int MOST_PAIRED = 1_000;

    /** Enough for a covariance of hundreds of parameters: forty sets a parameter for E. coli's central carbon. */
    private static final int MOST_RANKED = 10_000;

    /** Copies the list. */
    public PopulationComparison {
        parameters = List.copyOf(parameters);
    }

    /**
     * Compares two populations.
     *
     * @param first a population
     * @param second what it is compared with, of the same parameters in the same order, at the same or another state
     * @param criterion what valid sets must meet
     * @return how they differ
     * @throws IllegalArgumentException if the parameters differ, or one of the populations has fewer than {@link #FEWEST_SETS}
     *     sets with a weight
     */
    public static PopulationComparison of(Population first, Population second, Criterion criterion) {
        firstDifference(first, second).ifPresent(address -> {
            throw new IllegalArgumentException("The populations do not have the same parameters: only one has "
                    + address + ", or has it at this place.");
        });
        Population counted = counted(first);
        Population reference = counted(second);
        if (counted.size() < FEWEST_SETS || reference.size() < FEWEST_SETS) {
            throw new IllegalArgumentException(counted.size() + " sets cannot be compared with " + reference.size()
                    + "; there must be at least " + FEWEST_SETS + " of each.");
        }
        int ranked = Math.min(MOST_RANKED, Math.min(first.size(), second.size()));
        int paired = Math.min(MOST_PAIRED, ranked);
        double[][] points = EvenSample.coordinates(first, paired);
        double[][] others = EvenSample.coordinates(second, paired);
        // Of more sets than half of the reference has, the noise could not be told.
        PopulationDivergence divergence =
                PopulationDivergence.of(EvenSample.of(counted, reference.size() / 2), reference);
        List<ParameterDifference> parameters = differences(counted, reference, divergence);
        return new PopulationComparison(
                PopulationFigures.of(first, criterion, ranked),
                PopulationFigures.of(second, criterion, ranked),
                parameters,
                divergence,
                PublishedDivergence.of(
                        logarithms(parameters, ParameterDifference::first),
                        logarithms(parameters, ParameterDifference::second)),
                NeighbourDistances.of(points, others),
                parameters.size() < 2 ? Optional.empty() : Optional.of(PopulationMap.of(points, others)));
    }

    /**
     * Where the parameters of two populations differ.
     *
     * @param first a population
     * @param second another
     * @return the address of the first parameter that the other does not have at the same place; empty if there is none
     */
    public static Optional<String> firstDifference(Population first, Population second) {
        List<Coordinate> own = first.space().coordinates();
        List<Coordinate> other = second.space().coordinates();
        for (int k = 0; k < Math.max(own.size(), other.size()); k++) {
            if (k >= other.size()) {
                return Optional.of(own.get(k).address());
            }
            if (k >= own.size() || !own.get(k).address().equals(other.get(k).address())) {
                return Optional.of(other.get(k).address());
            }
        }
        return Optional.empty();
    }

    private static Population counted(Population population) {
        return population.where(set -> population.weight(set) > 0);
    }

    private static List<ParameterDifference> differences(
            Population first, Population second, PopulationDivergence divergence) {
        List<ParameterDifference> parameters = new ArrayList<>();
        for (int k = 0; k < first.space().dimension(); k++) {
            parameters.add(new ParameterDifference(
                    first.space().coordinates().get(k),
                    divergence.of(k),
                    divergence.floorOf(k),
                    means(first, k),
                    means(second, k)));
        }
        return parameters;
    }

    private static ParameterDifference.Means means(Population population, int parameter) {
        Coordinate coordinate = population.space().coordinates().get(parameter);
        double total = 0;
        double saturation = 0;
        double logarithm = 0;
        for (int set = 0; set < population.size(); set++) {
            double u = population.coordinate(set, parameter);
            total += population.weight(set);
            saturation += population.weight(set) / (1 + Math.exp(u));
            logarithm += population.weight(set) * Math.log(coordinate.prior().valueAt(u));
        }
        return new ParameterDifference.Means(saturation / total, logarithm / total);
    }

    private static double[] logarithms(
            List<ParameterDifference> parameters, Function<ParameterDifference, ParameterDifference.Means> of) {
        return parameters.stream()
                .mapToDouble(parameter -> of.apply(parameter).logarithm())
                .toArray();
    }

    /**
     * The parameters by how much they differ.
     *
     * @return those that differ most first
     */
    public List<ParameterDifference> ranking() {
        return parameters.stream()
                .sorted(Comparator.comparingDouble(ParameterDifference::divergence)
                        .reversed())
                .toList();
    }
}
