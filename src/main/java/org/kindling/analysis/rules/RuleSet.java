package org.kindling.analysis.rules;

import java.util.List;

/**
 * The rules that a search has found.
 *
 * @param grown how many sets the tree was grown on
 * @param heldOut how many sets the rules were judged by
 * @param wanted the share of all sets, of both kinds, that have the property
 * @param rules the rules, the purest first
 */
public record RuleSet(int grown, int heldOut, Share wanted, List<Rule> rules) {

    /**
     * Creates a set of rules.
     *
     * <p>The list is copied.
     */
    public RuleSet {
        rules = List.copyOf(rules);
    }
}
