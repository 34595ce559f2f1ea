package org.kindling.analysis.rules;

/**
 * How well a rule tells wanted sets from the others, counted among some sets.
 *
 * @param sets how many sets there are
 * @param wanted how many of them have the property
 * @param inside how many obey the rule
 * @param wantedInside how many obey the rule and have the property
 */
public record RuleFigures(long sets, long wanted, long inside, long wantedInside) {

    /**
     * The share of sets with the property among those that obey the rule.
     *
     * @return the purity; there must be such sets
     */
    public Share purity() {
        return Share.of(wantedInside, inside);
    }

    /**
     * The share of sets that obey the rule among those with the property.
     *
     * @return the coverage; there must be such sets
     */
    public Share coverage() {
        return Share.of(wantedInside, wanted);
    }

    /**
     * How many times as often sets that obey the rule have the property as all sets do.
     *
     * @return the lift
     */
    public double lift() {
        return purity().value() / ((double) wanted / sets);
    }
}
