package org.kindling.report;

import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.kindling.numerics.Histogram;
import org.kindling.numerics.Quantiles;

/** Counts of values in bins of equal width on a scale, for each group of parameter sets. Immutable. */
final class StackedHistogram {

    /** Fewer bins show no shape. */
    private static final int FEWEST_BINS = 12;
    /** More bins are too narrow to be seen in a figure of one column. */
    private static final int MOST_BINS = 120;
    /** In decades, about 5 %: closer values are one value to a reader. */
    private static final double SMALLEST_RANGE = 0.02;

    private static final double[] NONE = {};

    private final Scale scale;
    private final Map<Group, Histogram> counts;

    private StackedHistogram(Scale scale, Map<Group, Histogram> counts) {
        this.scale = scale;
        this.counts = counts;
    }

    /**
     * Counts values.
     *
     * @param scale the scale on which the bins are equally wide
     * @param values finite values of each group that has some, at least one in all
     * @param markers values that the range must include
     */
    static StackedHistogram of(Scale scale, Map<Group, double[]> values, double... markers) {
        double[] edges = edges(scale, values, markers);
        Map<Group, Histogram> counts = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            double[] members = values.getOrDefault(group, NONE);
            counts.put(
                    group,
                    Histogram.of(Arrays.stream(members).map(scale::position).toArray(), edges));
        }
        return new StackedHistogram(scale, counts);
    }

    /** Edges at multiples of the width, so that 0 of a scale that has it lies between two bins. */
    private static double[] edges(Scale scale, Map<Group, double[]> values, double... markers) {
        DoubleSummaryStatistics range = DoubleStream.concat(
                        values.values().stream().flatMapToDouble(DoubleStream::of), DoubleStream.of(markers))
                .map(scale::position)
                .summaryStatistics();
        double margin = Math.max(0, SMALLEST_RANGE - (range.getMax() - range.getMin())) / 2;
        double low = range.getMin() - margin;
        double high = range.getMax() + margin;
        double[] largest = values.values().stream()
                .max(Comparator.comparingInt(group -> group.length))
                .orElseThrow();
        double width = width(Arrays.stream(largest).map(scale::position).toArray());
        double seen = Math.min((high - low) / FEWEST_BINS, Math.max(width, (high - low) / MOST_BINS));
        int first = (int) Math.floor(low / seen);
        int last = (int) Math.ceil(high / seen);
        return IntStream.rangeClosed(first, last)
                .mapToDouble(edge -> edge * seen)
                .toArray();
    }

    /**
     * The width of Freedman and Diaconis 1981, DOI 10.1007/BF01025868, which a long tail does not widen. Taken of one
     * group, since two groups far apart would widen it.
     */
    private static double width(double[] positions) {
        Quantiles quantiles = Quantiles.of(positions);
        return 2 * (quantiles.at(0.75) - quantiles.at(0.25)) / Math.cbrt(positions.length);
    }

    Scale scale() {
        return scale;
    }

    int bins() {
        return counts(Group.VALID).bins();
    }

    /** The position on the scale of the left edge of a bin; that of the bin after the last is the right end. */
    double edge(int bin) {
        return counts(Group.VALID).edge(bin);
    }

    long count(Group group, int bin) {
        return counts(group).count(bin);
    }

    /** How many values of all groups the fullest bin holds. */
    long highest() {
        return IntStream.range(0, bins())
                .mapToLong(bin -> Arrays.stream(Group.values())
                        .mapToLong(group -> count(group, bin))
                        .sum())
                .max()
                .orElse(0);
    }

    /** How many values a group has. */
    long total(Group group) {
        return IntStream.range(0, bins()).mapToLong(bin -> count(group, bin)).sum();
    }

    private Histogram counts(Group group) {
        return Objects.requireNonNull(counts.get(group));
    }
}
