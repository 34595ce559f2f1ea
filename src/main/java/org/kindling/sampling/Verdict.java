package org.kindling.sampling;

/** What the screen says of a parameter set. */
public enum Verdict {
    /** Stable, and the criterion is met. */
    VALID(0, true),
    /** Stable, but the criterion is not met. */
    STABLE(1, true),
    /** Not stable, or too near to the limit to tell. */
    UNSTABLE(2, false),
    /** Some law cannot give its reference flux, or has no finite derivative there. */
    INFEASIBLE(3, false),
    /** The eigenvalues were not found. */
    UNSOLVED(4, false);

    private final int code;
    private final boolean stable;

    Verdict(int code, boolean stable) {
        this.code = code;
        this.stable = stable;
    }

    /**
     * The number that stands for the verdict in files.
     *
     * @return the code
     */
    public int code() {
        return code;
    }

    /**
     * The verdict that a number in a file stands for.
     *
     * @param code the code
     * @return the verdict
     * @throws IllegalArgumentException if there is no such code
     */
    public static Verdict of(int code) {
        for (Verdict verdict : values()) {
            if (verdict.code == code) {
                return verdict;
            }
        }
        throw new IllegalArgumentException("There is no verdict with the code " + code + ".");
    }

    /**
     * Whether the reference state is stable.
     *
     * @return whether every mode decays
     */
    public boolean stable() {
        return stable;
    }
}
