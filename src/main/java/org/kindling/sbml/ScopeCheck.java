package org.kindling.sbml;

import org.jdom2.Element;

/** Refuses what SBML can say and this program does not compute: events, algebraic rules, fast reactions. */
final class ScopeCheck {

    private ScopeCheck() {}

    /** Refuses a model that needs more than differential equations; lists what is left aside. */
    static void of(ModelIndex index, Inspection inspection) {
        Element model = index.model();
        for (Element event : index.list(model, "listOfEvents")) {
            throw inspection.refusal(event, "events are not supported", "remove the event, or split the time course");
        }
        for (Element rule : index.list(model, "listOfRules")) {
            if (rule.getName().equals("algebraicRule")) {
                throw inspection.refusal(
                        rule,
                        "algebraic rules (differential-algebraic equations) are not supported",
                        "solve the rule for one variable and write it as an assignment rule");
            }
        }
        for (Element reaction : index.reactions()) {
            if (Lexicon.isTrue(reaction.getAttributeValue("fast", "false"))) {
                throw inspection.refusal(
                        reaction,
                        "fast reactions are not supported",
                        "give it a finite rate and fast=\"false\", or lump its species");
            }
        }
        for (Element constraint : index.list(model, "listOfConstraints")) {
            inspection.ignore(constraint, "constraints are kept in the file but not checked");
        }
        boolean empty = index.kind("compartment").isEmpty()
                && index.kind("species").isEmpty()
                && index.kind("parameter").isEmpty();
        if (empty) {
            throw inspection.refusal(model, "the model is empty", "give a kinetic model");
        }
    }
}
