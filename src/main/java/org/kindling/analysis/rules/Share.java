package org.kindling.analysis.rules;

import org.kindling.numerics.WilsonInterval;

/**
 * A share that was counted, with its interval.
 *
 * @param value the share
 * @param low the lower end of its 95 % interval
 * @param high the upper end of its 95 % interval
 */
public record Share(double value, double low, double high) {

    /**
     * A share.
     *
     * @param part how many have it
     * @param all how many there are, at least one
     * @return the share with Wilson's interval
     */
    static Share of(long part, long all) {
        WilsonInterval interval = WilsonInterval.of(part, all);
        return new Share((double) part / all, interval.lower(), interval.upper());
    }
}
