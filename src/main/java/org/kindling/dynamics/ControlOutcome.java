package org.kindling.dynamics;

import java.util.Optional;

/**
 * What became of the control coefficients of one parameter set.
 *
 * @param status whether there are any, and why not
 * @param control the coefficients; empty unless {@link Status#FOUND}
 */
public record ControlOutcome(Status status, Optional<Control> control) {

    /** How it ended. */
    public enum Status {
        /** The coefficients were found. */
        FOUND("found"),
        /** Some rate or derivative is not a finite number. */
        UNDEFINED_RATE("a rate or a derivative is not a finite number there; look at the values and laws"),
        /** The state is not steady. */
        UNSTEADY("the state is not steady with these values; control coefficients belong to a steady state"),
        /** The Jacobian is singular. */
        SINGULAR("the Jacobian is singular, so that the steady state is not isolated and has no control coefficients"),
        /** A flux vanishes that does not at the reference state. */
        VANISHING("a flux is zero that is not at the reference state; its coefficients are undefined");

        private final String words;

        Status(String words) {
            this.words = words;
        }

        /**
         * The outcome in words.
         *
         * @return what happened, and what may be the reason
         */
        public String words() {
            return words;
        }
    }

    static ControlOutcome failed(Status status) {
        return new ControlOutcome(status, Optional.empty());
    }
}
