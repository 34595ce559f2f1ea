package org.kindling.numerics;

/**
 * A normal distribution in several dimensions, \( y = \mu + L z \) with standard normal z and lower triangular L. Immutable.
 */
public final class MultivariateNormal {

    private final double[] mean;
    private final double[] factor;
    private final double lnDeterminant;

    private MultivariateNormal(double[] mean, double[] factor) {
        this.mean = mean;
        this.factor = factor;
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            sum += Math.log(factor[place(i, i)]);
        }
        this.lnDeterminant = sum;
    }

    /**
     * The standard normal distribution.
     *
     * @param dimension how many dimensions there are
     * @return mean 0, covariance the identity
     */
    public static MultivariateNormal standard(int dimension) {
        double[] factor = new double[place(dimension, 0)];
        for (int i = 0; i < dimension; i++) {
            factor[place(i, i)] = 1;
        }
        return new MultivariateNormal(new double[dimension], factor);
    }

    /**
     * A distribution by its factor.
     *
     * @param mean the mean, shape [dimensions]; copied
     * @param factor the lower triangle of L row by row, with a positive diagonal, shape [dimensions (dimensions + 1) / 2];
     *     copied
     * @return the distribution
     * @throws IllegalArgumentException if the shapes do not agree or the diagonal is not positive
     */
    public static MultivariateNormal ofFactor(double[] mean, double[] factor) {
        if (factor.length != place(mean.length, 0)) {
            throw new IllegalArgumentException(
                    "A triangle of " + factor.length + " numbers does not fit " + mean.length + " dimensions.");
        }
        for (int i = 0; i < mean.length; i++) {
            if (!(factor[place(i, i)] > 0)) {
                throw new IllegalArgumentException("The diagonal of the factor must be positive.");
            }
        }
        return new MultivariateNormal(mean.clone(), factor.clone());
    }

    /**
     * A distribution by its covariance.
     *
     * @param mean the mean, shape [dimensions]; copied
     * @param covariance a positive definite matrix, shape [dimensions, dimensions]
     * @return the distribution
     * @throws IllegalArgumentException if the matrix is not positive definite
     */
    public static MultivariateNormal ofCovariance(double[] mean, double[][] covariance) {
        double[] factor = new double[place(mean.length, 0)];
        for (int i = 0; i < mean.length; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = covariance[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= factor[place(i, k)] * factor[place(j, k)];
                }
                if (i == j && !(rest > 0)) {
                    throw new IllegalArgumentException("The covariance is not positive definite.");
                }
                factor[place(i, j)] = i == j ? Math.sqrt(rest) : rest / factor[place(j, j)];
            }
        }
        return new MultivariateNormal(mean.clone(), factor);
    }

    private static int place(int row, int column) {
        return row * (row + 1) / 2 + column;
    }

    /**
     * The number of dimensions.
     *
     * @return the length of y
     */
    public int dimension() {
        return mean.length;
    }

    /**
     * The mean.
     *
     * @return a copy, shape [dimensions]
     */
    public double[] mean() {
        return mean.clone();
    }

    /**
     * The factor L of the covariance.
     *
     * @return a copy of its lower triangle row by row
     */
    public double[] factor() {
        return factor.clone();
    }

    /**
     * Maps standard normal numbers.
     *
     * @param z the numbers row by row, shape [points, dimensions]
     * @param y receives the points row by row
     * @param point the row
     */
    public void map(double[] z, double[] y, int point) {
        int from = point * mean.length;
        for (int i = mean.length - 1; i >= 0; i--) {
            double sum = mean[i];
            for (int k = 0, place = place(i, 0); k <= i; k++, place++) {
                sum += factor[place] * z[from + k];
            }
            y[from + i] = sum;
        }
    }

    /**
     * The density beside that of the standard normal distribution.
     *
     * @param y points row by row, shape [points, dimensions]
     * @param point the row
     * @return the logarithm of the ratio of the two densities
     */
    public double lnRatio(double[] y, int point) {
        double[] z = new double[mean.length];
        int from = point * mean.length;
        double sum = -2 * lnDeterminant;
        for (int i = 0; i < mean.length; i++) {
            int row = place(i, 0);
            double rest = y[from + i] - mean[i] - product(row, z, i);
            z[i] = rest / factor[row + i];
            sum += y[from + i] * y[from + i] - z[i] * z[i];
        }
        return sum / 2;
    }

    /** The scalar product of a row's first entries with a vector, in two independent sums. */
    private double product(int row, double[] z, int entries) {
        double even = 0;
        double odd = 0;
        int k = 0;
        for (; k < entries - 1; k += 2) {
            even += factor[row + k] * z[k];
            odd += factor[row + k + 1] * z[k + 1];
        }
        return k < entries ? even + odd + factor[row + k] * z[k] : even + odd;
    }
}
