package org.kindling.analysis.rules;

import java.util.List;

/**
 * Ranges of a few saturations in which sets have a property more often than elsewhere.
 *
 * @param ranges the ranges, all of which must hold, in the order of the axes
 * @param grown its figures among the sets that the tree was grown on, by which it was chosen
 * @param heldOut its figures among the others, which say what it is worth
 */
public record Rule(List<RuleRange> ranges, RuleFigures grown, RuleFigures heldOut) {

    /**
     * Creates a rule.
     *
     * <p>The list is copied.
     */
    public Rule {
        ranges = List.copyOf(ranges);
    }
}
