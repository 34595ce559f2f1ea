package org.kindling.numerics;

/**
 * The 95 % confidence interval of a share, by Wilson's score.
 *
 * <p>With k successes in n trials and z the 0.975 quantile of the normal distribution, the limits are
 *
 * <p>\[ \frac{k + z^2/2 \pm z \sqrt{k (n - k)/n + z^2/4}}{n + z^2} \]
 *
 * <p>Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American
 * Statistical Association 22 (1927) 209, doi:10.1080/01621459.1927.10502953.
 *
 * @param lower lower limit, from 0 to 1
 * @param upper upper limit, from 0 to 1
 */
public record WilsonInterval(double lower, double upper) {
    /** The 0.975 quantile of the normal distribution, rounded to double. */
    private static final double Z = 1.959963984540054;

    /** Checks the limits. */
    public WilsonInterval {
        if (!(lower >= 0 && lower <= upper && upper <= 1)) {
            throw new IllegalArgumentException("limits " + lower + " and " + upper + " are not ordered in [0, 1]");
        }
    }

    /**
     * The interval of a share that was counted.
     *
     * @param successes how often it happened
     * @param trials how often it could have happened, at least 1
     * @return limits that contain successes / trials
     * @throws IllegalArgumentException if there are no trials, or successes are not between 0 and trials
     */
    public static WilsonInterval of(long successes, long trials) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " successes in " + trials + " trials are impossible");
        }
        return limits((double) successes, (double) trials);
    }

    /**
     * The interval of a share that is known as such, such as the mean of shares of equal weight.
     *
     * @param share the share, from 0 to 1
     * @param trials how many independent observations it rests on, at least 1
     * @return limits that contain the share
     * @throws IllegalArgumentException if there are no trials, or the share is not between 0 and 1
     */
    public static WilsonInterval ofShare(double share, long trials) {
        if (trials < 1 || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share of " + share + " in " + trials + " trials is impossible");
        }
        return limits(share * trials, (double) trials);
    }

    private static WilsonInterval limits(double successes, double n) {
        double square = Z * Z;
        double centre = successes + square / 2;
        double width = Z * Math.sqrt(successes * (n - successes) / n + square / 4);
        double lower = successes == 0 ? 0 : (centre - width) / (n + square);
        double upper = successes == n ? 1 : (centre + width) / (n + square);
        // Beside a count that is nearly 0, or nearly all, a rounding error could leave the range.
        return new WilsonInterval(Math.max(0, lower), Math.min(1, upper));
    }
}
