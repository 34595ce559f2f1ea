package org.kindling.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.kindling.numerics.Histogram;

/** Counts of values in bins of equal width on a scale, for each group of parameter sets. Immutable. */
final class StackedHistogram {

    /** Fewer show no shape; more are narrower than what the eye tells apart in a figure of one column. */
    private static final int FEWEST_BINS = 12;

    private static final int MOST_BINS = 60;
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
        double[] all =
                values.values().stream().flatMapToDouble(DoubleStream::of).toArray();
        double[] positions = DoubleStream.concat(DoubleStream.of(all), DoubleStream.of(markers))
                .map(scale::position)
                .toArray();
        double low = Arrays.stream(positions).min().orElseThrow();
        double high = Arrays.stream(positions).max().orElseThrow();
        double margin = Math.max(0, SMALLEST_RANGE - (high - low)) / 2;
        // Rice's rule: the number of bins grows with the cube root of the sample.
        long bins = Math.min(MOST_BINS, Math.max(FEWEST_BINS, Math.round(2 * Math.cbrt(all.length))));
        double width = (high - low + 2 * margin) / bins;
        int first = (int) Math.floor((low - margin) / width);
        int last = (int) Math.ceil((high + margin) / width);
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
