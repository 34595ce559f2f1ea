package org.kindling.report;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.kindling.numerics.Histogram;

/** Counts of values in bins of equal width on a scale, for each group of parameter sets. Immutable. */
final class StackedHistogram {

    /** Fewer bins over the values show no shape. */
    private static final int FEWEST_BINS = 12;
    /** More bins over the axis are too narrow to be seen in a figure of one column. */
    private static final int MOST_BINS = 120;
    /** Narrower ranges have no round numbers to label. */
    private static final double SMALLEST_RANGE = 1;

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
        DoubleSummaryStatistics range = values.values().stream()
                .flatMapToDouble(DoubleStream::of)
                .map(scale::position)
                .summaryStatistics();
        double spread = range.getMax() - range.getMin();
        // Rice's rule: the number of bins grows with the cube root of the sample.
        double bins = Math.max(FEWEST_BINS, 2 * Math.cbrt(range.getCount()));
        DoubleStream.of(markers).map(scale::position).forEach(range);
        double margin = Math.max(0, SMALLEST_RANGE - (range.getMax() - range.getMin())) / 2;
        double low = range.getMin() - margin;
        double high = range.getMax() + margin;
        double width = Math.max(spread / bins, (high - low) / MOST_BINS);
        int first = (int) Math.floor(low / width);
        int last = (int) Math.ceil(high / width);
        return IntStream.rangeClosed(first, last)
                .mapToDouble(edge -> edge * width)
                .toArray();
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
