package org.kindling.numerics;

/**
 * The ratio of two shares that were counted independently, with its 95 % confidence interval.
 *
 * <p>With shares \( p, q \) and the limits \( p_l, p_u, q_l, q_u \) of their {@link WilsonInterval}, the logarithm of the ratio
 * has the limits
 *
 * <p>\[ \ln\frac{p}{q} - \sqrt{\ln^2\frac{p}{p_l} + \ln^2\frac{q_u}{q}}, \qquad
 * \ln\frac{p}{q} + \sqrt{\ln^2\frac{p_u}{p} + \ln^2\frac{q}{q_l}}. \]
 *
 * <p>Unlike the usual limits, which add variances of logarithms, these are right where a share is all or nearly all.
 *
 * <p>Source: G. Y. Zou, A. Donner, Construction of confidence limits about effect measures: a general approach, Statistics in
 * Medicine 27 (2008) 1693, doi:10.1002/sim.3095.
 *
 * @param value the ratio
 * @param lower the lower limit
 * @param upper the upper limit
 */
public record ShareRatio(double value, double lower, double upper) {

    /**
     * The ratio of a share to another.
     *
     * @param part how often it happened
     * @param all how often it could have happened, at least 1
     * @param otherPart how often it happened where the ratio is to be taken to, at least once
     * @param otherAll how often it could have happened there
     * @return the ratio; of a share of nothing the upper limit is the ratio of the outermost limits
     * @throws IllegalArgumentException if the counts are impossible, or the other share is nothing
     */
    public static ShareRatio of(long part, long all, long otherPart, long otherAll) {
        if (otherPart < 1) {
            throw new IllegalArgumentException("There is no ratio to a share of nothing.");
        }
        WilsonInterval limits = WilsonInterval.of(part, all);
        WilsonInterval otherLimits = WilsonInterval.of(otherPart, otherAll);
        double share = (double) part / all;
        double other = (double) otherPart / otherAll;
        if (part == 0) {
            return new ShareRatio(0, 0, limits.upper() / otherLimits.lower());
        }
        double below = Math.hypot(Math.log(share / limits.lower()), Math.log(otherLimits.upper() / other));
        double above = Math.hypot(Math.log(limits.upper() / share), Math.log(other / otherLimits.lower()));
        double ratio = share / other;
        return new ShareRatio(ratio, ratio * Math.exp(-below), ratio * Math.exp(above));
    }
}
