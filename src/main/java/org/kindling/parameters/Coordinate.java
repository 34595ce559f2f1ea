package org.kindling.parameters;

import java.util.Optional;
import org.kindling.network.InputException;

/**
 * One axis of a parameter space: a constant that is drawn.
 *
 * @param parameter the parameter
 * @param reference what \( u = \ln(K / x^*) \) measures it by: the reference concentration of its species, for a free
 *     parameter its value in the file
 * @param prior what it is drawn from
 * @param measured what is known of it, if anything
 */
public record Coordinate(
        KineticParameter parameter, double reference, Prior prior, Optional<MeasuredConstant> measured) {

    /**
     * The name of the parameter.
     *
     * @return its address
     */
    public String address() {
        return parameter.address();
    }

    /** The same axis where the constant lies within bounds. */
    Coordinate within(Bounds bounds) {
        Prior narrowed = prior.within(bounds)
                .orElseThrow(() -> new InputException(
                        "parameter " + address(),
                        "cannot lie between " + bounds.lower() + " and " + bounds.upper() + ": its prior is "
                                + prior.description(),
                        "widen the range, or what is known of the constant"));
        return new Coordinate(parameter, reference, narrowed, measured);
    }
}
