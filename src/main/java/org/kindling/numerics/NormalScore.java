package org.kindling.numerics;

/**
 * Normal scores: the standard normal number y that lies at the same quantile as a logistic number u,
 *
 * <p>\[ u = \ln \Phi(y) - \ln \Phi(-y) . \]
 *
 * <p>Both directions keep their relative accuracy in the tails, where \( \Phi \) itself is 0 or 1 to the last digit.
 */
public final class NormalScore {

    private static final double LN_ROOT_TWO_PI = 0.5 * Math.log(2 * Math.PI);

    /** From here on the continued fraction converges within its terms, and the series begins to cancel. */
    private static final double TAIL = 3;

    /** Enough for 15 digits of the tail from {@link #TAIL} on. */
    private static final int FRACTION_TERMS = 80;

    /** Newton's steps from above converge quadratically; the farthest starts need about eight. */
    private static final int STEPS = 50;

    private NormalScore() {}

    /**
     * The logarithm of the upper tail of the standard normal distribution.
     *
     * <p>Source: M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, 1964, ISBN 978-0-486-61272-0, 26.2.11 and
     * 26.2.14.
     *
     * @param y where the tail begins, at least 0
     * @return \( \ln \Phi(-y) \)
     */
    public static double lnTail(double y) {
        double lnDensity = -y * y / 2 - LN_ROOT_TWO_PI;
        return y < TAIL ? Math.log(0.5 - Math.exp(lnDensity) * series(y)) : lnDensity - Math.log(fraction(y));
    }

    /** \( y + y^3/3 + y^5/15 + \dots \), which times the density is the probability between 0 and y. */
    private static double series(double y) {
        double term = y;
        double sum = y;
        for (int odd = 3; term > 1e-17 * sum; odd += 2) {
            term *= y * y / odd;
            sum += term;
        }
        return sum;
    }

    /** \( y + 1/(y + 2/(y + \dots)) \), by which the density is divided. */
    private static double fraction(double y) {
        double value = y;
        for (int k = FRACTION_TERMS; k > 0; k--) {
            value = y + k / value;
        }
        return value;
    }

    /**
     * The logistic number at the quantile of a normal one.
     *
     * @param y the normal number
     * @return u, odd and rising in y
     */
    public static double logit(double y) {
        double lnTail = lnTail(Math.abs(y));
        return Math.copySign(Math.log1p(-Math.exp(lnTail)) - lnTail, y);
    }

    /**
     * How fast the logistic number rises with the normal one.
     *
     * @param y the normal number
     * @return \( \mathrm{d} u / \mathrm{d} y = \varphi(y) / (\Phi(y) \Phi(-y)) \)
     */
    public static double slope(double y) {
        double lnTail = lnTail(Math.abs(y));
        return Math.exp(-y * y / 2 - LN_ROOT_TWO_PI - lnTail) / -Math.expm1(lnTail);
    }

    /**
     * The normal number at the quantile of a logistic one.
     *
     * @param u the logistic number
     * @return y, with \( u = \ln \Phi(y) - \ln \Phi(-y) \)
     */
    public static double ofLogit(double u) {
        double wanted = Math.abs(u);
        // For positive y the function is convex and above both its tangent at 0 and y^2/2: no start is too low.
        double y = Math.min(wanted * Math.sqrt(Math.PI / 8), Math.sqrt(2 * wanted));
        for (int step = 0; step < STEPS; step++) {
            double change = (logit(y) - wanted) / slope(y);
            y -= change;
            if (Math.abs(change) <= 1e-14 * y) {
                break;
            }
        }
        return Math.copySign(y, u);
    }
}
