package org.kindling.parameters;

import java.util.Optional;

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
}
