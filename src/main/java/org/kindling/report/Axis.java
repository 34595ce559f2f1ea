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
    /** Outside of these powers of ten labels are written as powers. */
    private static final int LOWEST_PLAIN = -3;

    private static final int HIGHEST_PLAIN = 4;

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
        List<Integer> exponents = exponents();
        boolean plain = exponents.stream().allMatch(exponent -> LOWEST_PLAIN <= exponent && exponent <= HIGHEST_PLAIN);
        List<Tick> ticks = new ArrayList<>();
        if (scale.hasZero()) {
            addIfRoom(ticks, new Tick(0, "0", ""));
        }
        for (int exponent : exponents) {
            for (int mantissa : mantissas()) {
                double value = mantissa * Math.pow(10, exponent);
                addIfRoom(ticks, Tick.of(value, mantissa, exponent, plain));
                if (scale.hasZero()) {
                    addIfRoom(ticks, Tick.of(-value, -mantissa, exponent, plain));
                }
            }
        }
        return ticks;
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

        private static Tick of(double value, int mantissa, int exponent, boolean plain) {
            if (plain) {
                return new Tick(value, NumberText.of(value), "");
            }
            String factor = Math.abs(mantissa) == 1 ? "" : Math.abs(mantissa) + "·";
            String sign = mantissa < 0 ? "−" : "";
            return new Tick(value, sign + factor + "10", NumberText.ofCount(exponent));
        }
    }
}
