package org.kindling.generators;

import java.util.Optional;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;

/** Another generator whose coordinates are scaled and shifted, \( u_k = a_k + e^{b_k} w_k \): one adapted to a state. */
public final class AdjustedGenerator implements Generator {

    /** Before the name of the other generator's family, the name of this one. */
    public static final String FAMILY_PREFIX = "adjusted-";

    private static final String SHIFT = "adjustedShift";
    private static final String LN_SCALE = "adjustedLnScale";

    private final Generator base;
    private final double[] shift;
    private final double[] lnScale;

    private AdjustedGenerator(Generator base, double[] shift, double[] lnScale) {
        this.base = base;
        this.shift = shift;
        this.lnScale = lnScale;
    }

    /**
     * An adjusted generator.
     *
     * @param base what draws w
     * @param shift the shift a of each coordinate, shape [parameters]; copied
     * @param lnScale the logarithm b of the scale of each coordinate, shape [parameters]; copied
     * @return the generator
     * @throws IllegalArgumentException if there is not one shift and one scale a parameter
     */
    public static AdjustedGenerator of(Generator base, double[] shift, double[] lnScale) {
        if (shift.length != base.dimension() || lnScale.length != base.dimension()) {
            throw new IllegalArgumentException(
                    shift.length + " shifts and " + lnScale.length + " scales for " + base.dimension() + " parameters");
        }
        return base instanceof AdjustedGenerator adjusted
                ? adjusted.adjustedAgain(shift, lnScale)
                : new AdjustedGenerator(base, shift.clone(), lnScale.clone());
    }

    /** Two adjustments are one. */
    private AdjustedGenerator adjustedAgain(double[] moreShift, double[] moreLnScale) {
        double[] both = new double[shift.length];
        double[] bothLnScale = new double[shift.length];
        for (int k = 0; k < both.length; k++) {
            both[k] = moreShift[k] + Math.exp(moreLnScale[k]) * shift[k];
            bothLnScale[k] = lnScale[k] + moreLnScale[k];
        }
        return new AdjustedGenerator(base, both, bothLnScale);
    }

    /**
     * An adjusted generator from its arrays.
     *
     * @param base the other generator, made from the same arrays
     * @param arrays what {@link #arrays} gave
     * @return the generator
     * @throws IllegalArgumentException if an array is missing or has another shape
     */
    public static AdjustedGenerator of(Generator base, NamedArrays arrays) {
        return of(base, arrays.numbers(SHIFT), arrays.numbers(LN_SCALE));
    }

    @Override
    public Latent latent() {
        return base.latent();
    }

    @Override
    public int latents() {
        return base.latents();
    }

    @Override
    public int dimension() {
        return base.dimension();
    }

    @Override
    public Decoder decoder() {
        Decoder decoder = base.decoder();
        return (latents, coordinates, sets) -> {
            decoder.decode(latents, coordinates, sets);
            for (int set = 0, place = 0; set < sets; set++) {
                for (int k = 0; k < shift.length; k++, place++) {
                    coordinates[place] = shift[k] + Math.exp(lnScale[k]) * coordinates[place];
                }
            }
        };
    }

    @Override
    public Optional<Density> density() {
        return base.density().map(density -> (coordinates, set) -> {
            double[] before = new double[shift.length];
            double sum = 0;
            for (int k = 0, place = set * shift.length; k < shift.length; k++, place++) {
                before[k] = (coordinates[place] - shift[k]) * Math.exp(-lnScale[k]);
                sum += lnScale[k];
            }
            return density.ln(before, 0) - sum;
        });
    }

    @Override
    public Generator at(ParameterRoles roles, ReferenceState state) {
        return new AdjustedGenerator(base.at(roles, state), shift, lnScale);
    }

    @Override
    public String family() {
        return FAMILY_PREFIX + base.family();
    }

    @Override
    public NamedArrays arrays() {
        return base.arrays().with(SHIFT, shift).with(LN_SCALE, lnScale);
    }
}
