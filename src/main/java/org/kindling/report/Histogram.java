package org.kindling.report;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Counts of values in bins of equal width on a scale, for each group of parameter sets. Immutable. */
final class Histogram {

    /** Fewer show no shape; more are narrower than what the eye tells apart in a figure of one column. */
    private static final int FEWEST_BINS = 12;

    private static final int MOST_BINS = 60;
    /** Narrower ranges have no round numbers to label. */
    private static final double SMALLEST_RANGE = 1;

    private static final double[] NONE = {};

    private final Scale scale;
    private final double width;
    private final int first;
    private final Map<Group, int[]> counts;

    private Histogram(Scale scale, double width, int first, Map<Group, int[]> counts) {
        this.scale = scale;
        this.width = width;
        this.first = first;
        this.counts = counts;
    }

    /**
     * Counts values.
     *
     * @param scale the scale on which the bins are equally wide; 0 of a scale that has it lies between two bins
     * @param values finite values of each group that has some, at least one in all
     * @param markers values that the range must include
     */
    static Histogram of(Scale scale, Map<Group, double[]> values, double... markers) {
        double[] all =
                values.values().stream().flatMapToDouble(DoubleStream::of).toArray();
        double[] positions = DoubleStream.concat(DoubleStream.of(all), DoubleStream.of(markers))
                .map(scale::position)
                .toArray();
        double low = Arrays.stream(positions).min().orElseThrow();
        double high = Arrays.stream(positions).max().orElseThrow();
        double margin = Math.max(0, SMALLEST_RANGE - (high - low)) / 2;
        // Rice's rule: the number of bins grows with the cube root of the sample.
        int bins = (int) Math.min(MOST_BINS, Math.max(FEWEST_BINS, Math.round(2 * Math.cbrt(all.length))));
        double width = (high - low + 2 * margin) / bins;
        int first = (int) Math.floor((low - margin) / width);
        int last = (int) Math.floor((high + margin) / width);
        Map<Group, int[]> counts = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            int[] count = new int[last - first + 1];
            for (double value : values.getOrDefault(group, NONE)) {
                count[(int) Math.floor(scale.position(value) / width) - first]++;
            }
            counts.put(group, count);
        }
        return new Histogram(scale, width, first, counts);
    }

    Scale scale() {
        return scale;
    }

    int bins() {
        return count(Group.VALID).length;
    }

    /** The position on the scale of the left edge of a bin; that of the bin after the last is the right end. */
    double edge(int bin) {
        return (first + bin) * width;
    }

    int count(Group group, int bin) {
        return count(group)[bin];
    }

    /** How many values of all groups the fullest bin holds. */
    int highest() {
        return IntStream.range(0, bins())
                .map(bin ->
                        counts.values().stream().mapToInt(count -> count[bin]).sum())
                .max()
                .orElse(0);
    }

    /** How many values a group has. */
    long total(Group group) {
        return Arrays.stream(count(group)).asLongStream().sum();
    }

    private int[] count(Group group) {
        return Objects.requireNonNull(counts.get(group));
    }
}
