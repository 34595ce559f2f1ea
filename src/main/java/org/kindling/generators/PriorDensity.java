package org.kindling.generators;

/** The prior in coordinates u: independent standard logistic distributions. */
public final class PriorDensity implements Generator.Density {

    private final int dimension;

    private PriorDensity(int dimension) {
        this.dimension = dimension;
    }

    /**
     * The prior of a space.
     *
     * @param dimension how many parameters vary
     * @return its density
     */
    public static PriorDensity ofDimension(int dimension) {
        return new PriorDensity(dimension);
    }

    @Override
    public double ln(double[] coordinates, int set) {
        double sum = 0;
        for (int k = set * dimension, end = k + dimension; k < end; k++) {
            sum += lnLogistic(coordinates[k]);
        }
        return sum;
    }

    /**
     * The logarithm of the standard logistic density.
     *
     * @param u a coordinate
     * @return \( -|u| - 2 \ln(1 + e^{-|u|}) \)
     */
    public static double lnLogistic(double u) {
        double size = Math.abs(u);
        return -size - 2 * Math.log1p(Math.exp(-size));
    }
}
