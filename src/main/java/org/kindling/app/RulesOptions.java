package org.kindling.app;

import java.util.Optional;
import org.kindling.analysis.rules.RuleSearch;

/**
 * For which property of which sets rules are searched, and how.
 *
 * @param population where the sets come from
 * @param criterion what sets must meet to have the property; where empty, what the population was labelled by, or stability
 * @param property a property from a table instead
 * @param search how rules are searched
 * @param threads how many threads label the population, where its source does not; the result does not depend on it
 */
public record RulesOptions(
        PopulationOptions population,
        Optional<CriterionOptions> criterion,
        Optional<PropertyOptions> property,
        RuleSearch.Options search,
        int threads) {

    /**
     * Creates options.
     *
     * @throws IllegalArgumentException unless there is a thread, and at most one property
     */
    public RulesOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("There must be at least one thread, not " + threads + ".");
        }
        if (criterion.isPresent() && property.isPresent()) {
            throw new IllegalArgumentException("Rules are for a criterion or for a property of a table, not for both.");
        }
    }
}
