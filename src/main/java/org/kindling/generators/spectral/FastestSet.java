package org.kindling.generators.spectral;

import java.util.List;
import org.kindling.numerics.NonsmoothDescent;

/**
 * The parameter set with the fastest slowest mode that was found at a reference state, and the evidence for it.
 *
 * <p>The spectral abscissa has many local minima, so that the value is one that can be reached, not proof that there is none
 * below. How far the independent descents agree says how far it can be trusted.
 *
 * @param abscissa its spectral abscissa, refined, unit 1 / time; infinite if no set has a spectrum
 * @param u its coordinates, shape [parameters]
 * @param descents where each descent ended: those from the prior first, then those from the best before them, perturbed
 * @param jacobians how many Jacobians it all cost
 * @param atBox how many coordinates lie at the box, within a hundredth of its width
 */
public record FastestSet(double abscissa, List<Double> u, List<Descent> descents, long jacobians, int atBox) {

    /** Copies the lists. */
    public FastestSet {
        u = List.copyOf(u);
        descents = List.copyOf(descents);
    }

    /**
     * A descent.
     *
     * @param origin where it began
     * @param abscissa the lowest spectral abscissa that it reached, unit 1 / time
     * @param jacobians how many Jacobians it took
     * @param status why it ended
     */
    public record Descent(Origin origin, double abscissa, long jacobians, NonsmoothDescent.Status status) {}

    /** Where a descent began. */
    public enum Origin {

        /** A draw from the prior: descents from there are independent of each other. */
        PRIOR,

        /** The best set of the generation before, perturbed. */
        PERTURBED
    }

    /**
     * The time constant of the slowest mode.
     *
     * @return \( -1 / \lambda_{max} \), unit time; infinite where the set is not stable
     */
    public double timeConstant() {
        return abscissa < 0 ? -1 / abscissa : Double.POSITIVE_INFINITY;
    }

    /**
     * What some descents reached.
     *
     * @param origin where they began
     * @return their spectral abscissae, best first
     */
    public List<Double> reached(Origin origin) {
        return descents.stream()
                .filter(descent -> descent.origin() == origin)
                .map(Descent::abscissa)
                .sorted()
                .toList();
    }
}
