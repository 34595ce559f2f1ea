package org.kindling.generators;

import java.util.Map;
import java.util.function.Function;

/** The one place that knows which families of generators there are, and how each is made from its arrays. */
final class GeneratorFamilies {

    private static final Map<String, Function<NamedArrays, Generator>> FAMILIES = Map.of(
            ConditionalGenerator.FAMILY, ConditionalGenerator::of,
            LogisticGenerator.FAMILY, LogisticGenerator::of,
            FlowGenerator.FAMILY, FlowGenerator::of,
            NormalScoreGenerator.FAMILY, NormalScoreGenerator::of,
            PerceptronGenerator.FAMILY, PerceptronGenerator::of);

    private GeneratorFamilies() {}

    /**
     * A generator from its arrays.
     *
     * @throws IllegalArgumentException if there is no such family, or the arrays are not those of one; the message says why
     */
    static Generator generator(String family, NamedArrays arrays) {
        if (family.startsWith(AdjustedGenerator.FAMILY_PREFIX)) {
            String base = family.substring(AdjustedGenerator.FAMILY_PREFIX.length());
            return AdjustedGenerator.of(generator(base, arrays), arrays);
        }
        Function<NamedArrays, Generator> known = FAMILIES.get(family);
        if (known == null) {
            throw new IllegalArgumentException(
                    "is of the family '" + family + "', which this version of Kindling does not know");
        }
        return known.apply(arrays);
    }
}
