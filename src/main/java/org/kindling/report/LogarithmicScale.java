package org.kindling.report;

/** Positive values at their decimal logarithm. */
record LogarithmicScale() implements Scale {

    @Override
    public double position(double value) {
        return Math.log10(value);
    }

    @Override
    public double value(double position) {
        return Math.pow(10, position);
    }

    @Override
    public boolean hasZero() {
        return false;
    }
}
