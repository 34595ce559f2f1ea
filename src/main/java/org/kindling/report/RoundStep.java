package org.kindling.report;

/** Distances between labels: 1, 2 or 5 times a power of ten. */
final class RoundStep {

    private RoundStep() {}

    /** The largest round step that does not exceed a positive number. */
    static double below(double largest) {
        double power = Math.pow(10, Math.floor(Math.log10(largest)));
        double factor = largest >= 5 * power ? 5 : largest >= 2 * power ? 2 : 1;
        return factor * power;
    }
}
