package org.kindling.analysis.rules;

import org.kindling.parameters.Bounds;
import org.kindling.parameters.Coordinate;

/**
 * The saturations of one constant at which a rule holds.
 *
 * <p>The saturation of a constant K is \( \sigma = 1 / (1 + K / x^*) \), where \( x^* \) is the {@link Coordinate#reference}: the
 * reference concentration of its species, or for a free parameter its value in the file. It falls as the constant grows.
 *
 * @param address the address of the constant
 * @param lowest the lowest saturation; 0 where there is none
 * @param highest the highest saturation; 1 where there is none
 */
public record RuleRange(String address, double lowest, double highest) {

    /**
     * Creates a range.
     *
     * @throws IllegalArgumentException unless 0 &lt;= lowest &lt; highest &lt;= 1
     */
    public RuleRange {
        if (!(lowest >= 0 && lowest < highest && highest <= 1)) {
            throw new IllegalArgumentException("The saturation of " + address + " cannot lie between " + lowest
                    + " and " + highest + ": it needs two numbers from 0 to 1 in rising order.");
        }
    }

    /**
     * The saturation of a constant.
     *
     * @param constant the constant K
     * @param reference what it is measured by
     * @return the saturation, from 0 to 1
     */
    static double saturation(double constant, double reference) {
        return 1 / (1 + constant / reference);
    }

    /**
     * Whether a saturation lies in the range.
     *
     * @param saturation the saturation
     * @return whether it is neither below nor above
     */
    boolean contains(double saturation) {
        return lowest <= saturation && saturation <= highest;
    }

    /**
     * The same range as one of the constant.
     *
     * @param reference what the constant is measured by at the state in question
     * @return the range of K, from the highest saturation to the lowest, in the unit of the reference
     */
    public Bounds constants(double reference) {
        return new Bounds(reference * (1 - highest) / highest, reference * (1 - lowest) / lowest);
    }
}
