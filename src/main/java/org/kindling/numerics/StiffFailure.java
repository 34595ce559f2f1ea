package org.kindling.numerics;

import org.hipparchus.exception.DummyLocalizable;
import org.hipparchus.exception.MathIllegalStateException;

/** The end of an integration that could not be completed: why, and the time up to which it was right. */
public final class StiffFailure extends MathIllegalStateException {

    /** Why an integration ends early. */
    public enum Reason {
        /** The slopes are not finite, however short the step. */
        UNDEFINED_RATE("a rate is not a finite number there; look at the laws and at what runs empty"),
        /** No step that moves the time keeps the error within its tolerance. */
        STEP_TOO_SMALL(
                "no step is short enough; the solution may end there, or the tolerances ask for more than doubles"),
        /** The number of steps ran out. */
        TOO_MANY_STEPS("the steps ran out; allow more of them, or looser tolerances"),
        /** The linear systems of the step have no solution. */
        SINGULAR("the equations of the step are singular; look at the Jacobian"),
        /** The thread was interrupted. */
        INTERRUPTED("the thread was interrupted");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /**
         * The reason in words.
         *
         * @return what happened, and what to do
         */
        public String words() {
            return words;
        }
    }

    private final Reason reason;
    private final double time;

    StiffFailure(Reason reason, double time) {
        super(new DummyLocalizable("Integration stopped at time {0}: {1}."), Double.toString(time), reason.words());
        this.reason = reason;
        this.time = time;
    }

    /**
     * Why the integration ended.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }

    /**
     * How far it came.
     *
     * @return the time of the last accepted step, unit of the equations' time
     */
    public double time() {
        return time;
    }
}
