package org.kindling.generators;

import java.util.Arrays;
import java.util.Optional;

/** The simplest generator that learns something: u = m + exp(b) z with logistic z. */
final class ShiftedLogistic implements Generator {

    static final String FAMILY = "shifted";

    private final double[] shift;
    private final double[] lnScale;

    private ShiftedLogistic(double[] shift, double[] lnScale) {
        this.shift = shift;
        this.lnScale = lnScale;
    }

    static ShiftedLogistic of(double[] shift, double[] lnScale) {
        return new ShiftedLogistic(shift.clone(), lnScale.clone());
    }

    /** The prior itself. */
    static ShiftedLogistic prior(int dimension) {
        return of(new double[dimension], new double[dimension]);
    }

    static ShiftedLogistic of(NamedArrays arrays) {
        return of(arrays.numbers("shift"), arrays.numbers("lnScale"));
    }

    /** Stands in for the families that the program knows. */
    static Generator family(String family, NamedArrays arrays) {
        if (!family.equals(FAMILY)) {
            throw new IllegalArgumentException("is of the family '" + family + "'");
        }
        return of(arrays);
    }

    @Override
    public Latent latent() {
        return Latent.LOGISTIC;
    }

    @Override
    public int latents() {
        return shift.length;
    }

    @Override
    public int dimension() {
        return shift.length;
    }

    @Override
    public Decoder decoder() {
        double[] scale = Arrays.stream(lnScale).map(Math::exp).toArray();
        return (latents, coordinates, sets) -> {
            for (int k = 0; k < sets * shift.length; k++) {
                coordinates[k] = shift[k % shift.length] + scale[k % shift.length] * latents[k];
            }
        };
    }

    @Override
    public Optional<Density> density() {
        return Optional.of((coordinates, set) -> {
            double sum = 0;
            for (int k = 0; k < shift.length; k++) {
                double z = (coordinates[set * shift.length + k] - shift[k]) * Math.exp(-lnScale[k]);
                sum += PriorDensity.lnLogistic(z) - lnScale[k];
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
        return NamedArrays.EMPTY.with("shift", shift).with("lnScale", lnScale);
    }
}
