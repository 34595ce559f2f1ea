package org.kindling.simulation;

/**
 * How exact a time course is asked to be.
 *
 * @param relative the error allowed in each step beside the value itself, without unit
 * @param absolute the error allowed in each step beside the scale of a variable, without unit: its value at the start, or,
 *     for what is absent at the start, 1 in the model's units
 */
public record Tolerances(double relative, double absolute) {

    /** Suits plots and most studies: six digits. */
    public static final Tolerances DEFAULT = new Tolerances(1e-6, 1e-12);

    /** Suits comparisons: nine digits. */
    public static final Tolerances TIGHT = new Tolerances(1e-9, 1e-15);

    /**
     * Creates tolerances.
     *
     * @throws IllegalArgumentException if the relative one is not between 1e-14 and 0.1, or the absolute one is negative
     */
    public Tolerances {
        if (!(relative >= 1e-14 && relative <= 0.1)) {
            throw new IllegalArgumentException(
                    "A relative tolerance lies between 1e-14 and 0.1, not at " + relative + ".");
        }
        if (!(absolute >= 0 && Double.isFinite(absolute))) {
            throw new IllegalArgumentException("An absolute tolerance is a number from 0 on, not " + absolute + ".");
        }
    }
}
