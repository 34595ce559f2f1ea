package org.kindling.copasi;

/**
 * The largest deviations at which a comparison passes, all without unit.
 *
 * @param course of a species over a time course, beside its largest value there
 * @param drift of a species from Kindling's steady state under COPASI's integrator, beside its value there
 * @param eigenvalue of the slowest mode of COPASI's Jacobian, beside Kindling's; COPASI takes derivatives by differences, so
 *     this cannot be as small as the others
 */
public record Marks(double course, double drift, double eigenvalue) {

    /** What is asked of both sides at a relative tolerance of 1e-9. */
    public static final Marks DEFAULT = new Marks(1e-6, 1e-8, 1e-4);

    /**
     * Creates marks.
     *
     * @throws IllegalArgumentException if one is not positive
     */
    public Marks {
        if (!(course > 0 && drift > 0 && eigenvalue > 0)) {
            throw new IllegalArgumentException(
                    "Marks are positive numbers, not " + course + ", " + drift + " and " + eigenvalue + ".");
        }
    }
}
