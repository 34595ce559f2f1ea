package org.kindling.app;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far from the algorithm that a task asks for the one may be that runs it, by the levels of BioSimulators. Each level allows
 * what those before it allow.
 *
 * <p>Which algorithms are how far from Radau's method is the matrix of the Kinetic Simulation Algorithm Ontology, as Python's
 * package {@code kisao} 2.34 has it: every solver of ordinary differential equations is a similar approximation, nothing is nearer, and
 * everything else is substituted by the last level alone. Stochastic algorithms are refused even then, for no differential equation
 * gives their results.
 */
public enum SubstitutionPolicy {
    /** The algorithm asked for and no other, with all of its parameters. */
    NONE,
    /** Another implementation of the method. */
    SAME_METHOD,
    /** An algorithm with the same results. */
    SAME_MATH,
    /** An algorithm that approximates the same mathematics in a similar way. */
    SIMILAR_APPROXIMATIONS,
    /** An algorithm that approximates the same mathematics in another way. */
    DISTINCT_APPROXIMATIONS,
    /** An approximation of another scale. */
    DISTINCT_SCALES,
    /** An algorithm that predicts the same variables. */
    SAME_VARIABLES,
    /** An algorithm that predicts similar variables: what BioSimulators does by default. */
    SIMILAR_VARIABLES,
    /** An algorithm of the same framework. */
    SAME_FRAMEWORK,
    /** Any algorithm. */
    ANY;

    /** Radau's method, which Kindling integrates with. */
    static final String RADAU = "KISAO:0000304";

    private static final Set<String> SIMILAR = Stream.of(
                    // spotless:off
                    19, 20, 30, 31, 32, 33, 64, 71, 86, 87, 88, 89, 90, 91, 93, 94,
                    232, 233, 234, 261, 276, 279, 280, 283, 288, 289, 290, 296, 297, 299,
                    301, 302, 303, 305, 314, 318, 321, 355, 356, 364, 367, 377, 378, 379, 380, 381, 382, 383, 384,
                    432, 433, 434, 435, 436, 496, 535, 536, 537, 544, 560, 587, 607, 609, 612, 668, 672, 694, 699)
                    // spotless:on
            .map(number -> String.format("KISAO:%07d", number))
            .collect(Collectors.toUnmodifiableSet());

    /**
     * Whether a task that asks for an algorithm may be run by Radau's method.
     *
     * @param algorithm the term of the ontology that it asks for, such as {@code KISAO:0000019}
     * @return whether this policy allows it
     */
    public boolean allows(String algorithm) {
        return algorithm.equals(RADAU) || least(algorithm).compareTo(this) <= 0;
    }

    /**
     * The first policy that allows an algorithm other than Radau's method to be substituted.
     *
     * @param algorithm the term of the ontology
     * @return the policy
     */
    static SubstitutionPolicy least(String algorithm) {
        return SIMILAR.contains(algorithm) ? SIMILAR_APPROXIMATIONS : ANY;
    }

    /**
     * The names of all policies.
     *
     * @return the names, with commas
     */
    public static String names() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}
