package org.kindling.report;

import java.util.Arrays;

/**
 * Values of either sign at \( \mathrm{sign}(x) \log_{10}(1 + |x|/c) \): nearly linear within \( \pm c \), logarithmic
 * beyond.
 *
 * @param unit the constant c
 */
record SymmetricLogarithmicScale(double unit) implements Scale {

    /** A tenth of the values may be smaller than this times c, so that nearly all lie in the logarithmic part. */
    private static final double LOGARITHMIC_FROM = 3;

    /** A scale whose c is the power of ten that suits values of this size. */
    static SymmetricLogarithmicScale of(double[] values) {
        double[] sizes = Arrays.stream(values)
                .map(Math::abs)
                .filter(size -> size > 0)
                .sorted()
                .toArray();
        if (sizes.length == 0) {
            return new SymmetricLogarithmicScale(1);
        }
        return new SymmetricLogarithmicScale(
                Math.pow(10, Math.floor(Math.log10(sizes[sizes.length / 10] / LOGARITHMIC_FROM))));
    }

    @Override
    public double position(double value) {
        return Math.signum(value) * Math.log10(1 + Math.abs(value) / unit);
    }

    @Override
    public double value(double position) {
        return Math.signum(position) * unit * (Math.pow(10, Math.abs(position)) - 1);
    }

    @Override
    public boolean hasZero() {
        return true;
    }
}
