package org.kindling.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A horizontal axis: where on the page its values lie and which of them are labelled.
 *
 * @param scale how values are laid out
 * @param low the position on the scale at its left end
 * @param high the position at its right end
 * @param left the left end on the page, pixels
 * @param right the right end on the page, pixels
 */
record Axis(Scale scale, double low, double high, double left, double right) {

    /** A label such as −10,000 is this wide. */
    private static final double LABEL_SPACING = 58;
    /** From so many pixels a decade on there is room for labels at 2 and 5. */
    private static final double ROOMY_DECADE = 200;
    /** Narrower ranges, in decades, may lie between two powers of ten and their multiples by 2 and 5. */
    private static final double NARROW = 0.8;
    /** Outside of these powers of ten labels are written as powers. */
    private static final int LOWEST_PLAIN = -3;

    private static final int HIGHEST_PLAIN = 5;

    /** Where a value lies on the page. */
    double pixel(double value) {
        return pixelOfPosition(scale.position(value));
    }

    /** Where a position of the scale lies on the page. */
    double pixelOfPosition(double position) {
        return left + (position - low) / (high - low) * (right - left);
    }

    /** The labelled values: 0 and round numbers, as many as fit. */
    List<Tick> ticks() {
        if (!scale.hasZero() && high - low < NARROW) {
            return evenTicks();
        }
        List<Integer> exponents = exponents();
        boolean plain = exponents.stream().allMatch(Axis::isPlain);
        List<Tick> ticks = new ArrayList<>();
        if (scale.hasZero()) {
            addIfRoom(ticks, new Tick(0, "0", ""));
        }
        for (int exponent : exponents) {
            for (int mantissa : mantissas()) {
                addIfRoom(ticks, Tick.of(mantissa, exponent, plain));
                if (scale.hasZero()) {
                    addIfRoom(ticks, Tick.of(-mantissa, exponent, plain));
                }
            }
        }
        return ticks;
    }

    /** The labels of a range too narrow for powers of ten: multiples of one round step. */
    private List<Tick> evenTicks() {
        int exponent = (int) Math.floor(high);
        double unit = Math.pow(10, exponent);
        double first = scale.value(low) / unit;
        double last = scale.value(high) / unit;
        double step = RoundStep.below((last - first) / 3);
        List<Tick> ticks = new ArrayList<>();
        for (long multiple = (long) Math.ceil(first / step); multiple * step <= last; multiple++) {
            addIfRoom(ticks, Tick.of(multiple * step, exponent, isPlain(exponent)));
        }
        return ticks;
    }

    private static boolean isPlain(int exponent) {
        return LOWEST_PLAIN <= exponent && exponent <= HIGHEST_PLAIN;
    }

    private double decade() {
        return (right - left) / (high - low);
    }

    private int[] mantissas() {
        return decade() >= ROOMY_DECADE ? new int[] {1, 2, 5} : new int[] {1};
    }

    private List<Integer> exponents() {
        int step = (int) Math.max(1, Math.ceil(LABEL_SPACING / decade()));
        double largest = Math.max(Math.abs(scale.value(low)), Math.abs(scale.value(high)));
        double smallest = scale instanceof SymmetricLogarithmicScale symmetric ? symmetric.unit() : scale.value(low);
        int first = (int) Math.floor(Math.log10(smallest));
        int last = (int) Math.floor(Math.log10(largest));
        return IntStream.rangeClosed(first, last)
                .filter(exponent -> Math.floorMod(exponent, step) == 0)
                .boxed()
                .toList();
    }

    private void addIfRoom(List<Tick> ticks, Tick tick) {
        double place = pixel(tick.value());
        boolean inside = place >= left - 0.5 && place <= right + 0.5;
        boolean free = ticks.stream().allMatch(other -> Math.abs(pixel(other.value()) - place) >= LABEL_SPACING);
        if (inside && free) {
            ticks.add(tick);
        }
    }

    /** A labelled value; the exponent is empty unless the label is a power of ten. */
    record Tick(double value, String label, String exponent) {

        private static Tick of(double mantissa, int exponent, boolean plain) {
            double value = mantissa * Math.pow(10, exponent);
            if (plain) {
                return new Tick(value, NumberText.of(value), "");
            }
            String factor = Math.abs(mantissa) == 1 ? "" : NumberText.of(Math.abs(mantissa)) + "·";
            return new Tick(value, (mantissa < 0 ? "−" : "") + factor + "10", NumberText.ofCount(exponent));
        }
    }
}
