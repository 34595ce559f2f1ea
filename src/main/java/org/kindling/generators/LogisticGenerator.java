package org.kindling.generators;

import java.util.Optional;

/**
 * Draws each coordinate from a logistic distribution of its own: \( u_k = m_k + e^{b_k} z_k \) with standard logistic z. With
 * m = b = 0 it is the prior.
 */
public final class LogisticGenerator implements Generator {

    /** The name of the family. */
    public static final String FAMILY = "logistic";

    private final double[] location;
    private final double[] lnScale;

    private LogisticGenerator(double[] location, double[] lnScale) {
        this.location = location;
        this.lnScale = lnScale;
    }

    /**
     * A generator.
     *
     * @param location the median m of each coordinate, shape [parameters]; copied
     * @param lnScale the logarithm b of the scale of each coordinate, shape [parameters]; copied
     * @return the generator
     * @throws IllegalArgumentException if there is not one scale a location
     */
    public static LogisticGenerator of(double[] location, double[] lnScale) {
        if (location.length != lnScale.length) {
            throw new IllegalArgumentException(location.length + " locations with " + lnScale.length + " scales");
        }
        return new LogisticGenerator(location.clone(), lnScale.clone());
    }

    /**
     * A generator from its arrays.
     *
     * @param arrays what {@link #arrays} gave
     * @return the generator
     * @throws IllegalArgumentException if an array is missing or has another shape
     */
    public static LogisticGenerator of(NamedArrays arrays) {
        return of(arrays.numbers("location"), arrays.numbers("lnScale"));
    }

    /**
     * The generator that draws from the prior.
     *
     * @param dimension how many parameters vary
     * @return the generator
     */
    public static LogisticGenerator prior(int dimension) {
        return new LogisticGenerator(new double[dimension], new double[dimension]);
    }

    @Override
    public Latent latent() {
        return Latent.LOGISTIC;
    }

    @Override
    public int latents() {
        return location.length;
    }

    @Override
    public int dimension() {
        return location.length;
    }

    @Override
    public Decoder decoder() {
        double[] scale = new double[lnScale.length];
        for (int k = 0; k < scale.length; k++) {
            scale[k] = Math.exp(lnScale[k]);
        }
        return (latents, coordinates, sets) -> {
            for (int set = 0, place = 0; set < sets; set++) {
                for (int k = 0; k < scale.length; k++, place++) {
                    coordinates[place] = location[k] + scale[k] * latents[place];
                }
            }
        };
    }

    @Override
    public Optional<Density> density() {
        return Optional.of((coordinates, set) -> {
            double sum = 0;
            for (int k = 0, place = set * location.length; k < location.length; k++, place++) {
                double latent = (coordinates[place] - location[k]) * Math.exp(-lnScale[k]);
                sum += PriorDensity.lnLogistic(latent) - lnScale[k];
            }
            return sum;
        });
    }

    @Override
    public String family() {
        return FAMILY;
    }

    @Override
    public NamedArrays arrays() {
        return NamedArrays.EMPTY.with("location", location).with("lnScale", lnScale);
    }
}
