package org.kindling.analysis;

import org.kindling.numerics.Quantiles;

/**
 * How a coefficient spreads over the members of an ensemble.
 *
 * @param median the median
 * @param lower the lower quartile
 * @param upper the upper quartile
 * @param signAgreement the share of members whose coefficient has the sign of the median, from 0 to 1
 */
public record CoefficientSpread(double median, double lower, double upper, double signAgreement) {

    /** The spread of at least one finite value. */
    static CoefficientSpread of(double... values) {
        Quantiles quantiles = Quantiles.of(values);
        double sign = Math.signum(quantiles.median());
        int agreeing = 0;
        for (double value : values) {
            if (Double.compare(Math.abs(Math.signum(value) - sign), 0) == 0) {
                agreeing++;
            }
        }
        return new CoefficientSpread(
                quantiles.median(), quantiles.at(0.25), quantiles.at(0.75), (double) agreeing / values.length);
    }
}
