package org.kindling.report;

import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The slowest and fastest mode of each parameter set drawn, with the verdict on it. Immutable.
 *
 * <p>A set without a spectrum has a mode that is not a finite number; it counts as drawn and appears in no plot.
 */
public final class ScreenedSpectra {

    private final double[] slowest;
    private final double[] fastest;
    private final BitSet stable;
    private final BitSet valid;

    private ScreenedSpectra(double[] slowest, double[] fastest, BitSet stable, BitSet valid) {
        this.slowest = slowest;
        this.fastest = fastest;
        this.stable = stable;
        this.valid = valid;
    }

    /**
     * The spectra of sets in the order in which they were drawn.
     *
     * @param slowest the spectral abscissa \( \lambda_{max} \) of each, unit 1 / time, or not a number, shape [sets]
     * @param fastest the smallest real part \( \lambda_{min} \) of each, unit 1 / time, or not a number, shape [sets]
     * @param stable the indices of the stable sets
     * @param valid the indices of the valid sets, all of them stable
     * @return the spectra, copied
     * @throws IllegalArgumentException if the lengths differ, or a valid set is not stable
     */
    public static ScreenedSpectra of(double[] slowest, double[] fastest, BitSet stable, BitSet valid) {
        if (slowest.length != fastest.length || Math.max(stable.length(), valid.length()) > slowest.length) {
            throw new IllegalArgumentException("The verdicts on " + Math.max(stable.length(), valid.length())
                    + " sets, " + slowest.length + " slowest and " + fastest.length
                    + " fastest modes do not belong together: there must be one of each for every set.");
        }
        BitSet unstable = (BitSet) valid.clone();
        unstable.andNot(stable);
        if (!unstable.isEmpty()) {
            throw new IllegalArgumentException(
                    "Set " + unstable.nextSetBit(0) + " is valid but not stable: a valid set must be stable.");
        }
        return new ScreenedSpectra(slowest.clone(), fastest.clone(), (BitSet) stable.clone(), (BitSet) valid.clone());
    }

    /** How many sets of a group have no spectrum to show. */
    long withoutSpectrum() {
        return DoubleStream.of(slowest).filter(value -> !Double.isFinite(value)).count();
    }

    /** The spectral abscissas of a group, without those that are not finite. */
    double[] slowest(Group group) {
        return ofGroup(slowest, group);
    }

    /** The smallest real parts of a group, without those that are not finite. */
    double[] fastest(Group group) {
        return ofGroup(fastest, group);
    }

    private double[] ofGroup(double[] values, Group group) {
        return IntStream.range(0, values.length)
                .filter(holds(group))
                .mapToDouble(set -> values[set])
                .filter(Double::isFinite)
                .toArray();
    }

    private IntPredicate holds(Group group) {
        return switch (group) {
            case VALID -> valid::get;
            case STABLE -> set -> stable.get(set) && !valid.get(set);
            case UNSTABLE -> set -> !stable.get(set);
        };
    }
}
