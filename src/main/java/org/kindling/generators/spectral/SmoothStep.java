package org.kindling.generators.spectral;

/**
 * A smooth version of "the excess is at most the threshold": 1 below, 0 above, a cubic within a width on either side.
 *
 * @param threshold the middle of the transition, unit 1 / time
 * @param width half its length, positive
 */
record SmoothStep(double threshold, double width) {

    double value(double excess) {
        double x = position(excess);
        return 0.5 - x * (3 - x * x) / 4;
    }

    double slope(double excess) {
        double x = position(excess);
        return -0.75 * (1 - x * x) / width;
    }

    private double position(double excess) {
        return Math.max(-1, Math.min(1, (excess - threshold) / width));
    }
}
