package org.kindling.sampling;

/** What the screen says of a parameter set. */
public enum Verdict {
    /** Stable, and the criterion is met. */
    VALID(true),
    /** Stable, but the criterion is not met. */
    STABLE(true),
    /** Not stable, or too near to the limit to tell. */
    UNSTABLE(false),
    /** Some law cannot give its reference flux, or has no finite derivative there. */
    INFEASIBLE(false),
    /** The eigenvalues were not found. */
    UNSOLVED(false);

    private final boolean stable;

    Verdict(boolean stable) {
        this.stable = stable;
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
