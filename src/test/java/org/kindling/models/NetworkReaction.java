package org.kindling.models;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A row of the table of reactions.
 *
 * @param id the id of the reaction
 * @param name its readable name
 * @param sboTerm its term in the Systems Biology Ontology
 * @param mechanism the form of its rate law
 * @param substrates the left side of its equation
 * @param products the right side of its equation
 * @param bigg its identifier in the BiGG database, empty where it has none
 */
record NetworkReaction(
        String id,
        String name,
        String sboTerm,
        Mechanism mechanism,
        List<Participant> substrates,
        List<Participant> products,
        String bigg) {

    static NetworkReaction of(Map<String, String> row) {
        String[] sides = row.get("equation").split("<=>|->");
        return new NetworkReaction(
                row.get("reaction"),
                row.get("name"),
                row.get("sbo"),
                Mechanism.of(row.get("mechanism")),
                Participant.side(sides[0]),
                Participant.side(sides[1]),
                row.get("bigg"));
    }

    /** Returns the participants of both sides. */
    Stream<Participant> participants() {
        return Stream.concat(substrates.stream(), products.stream());
    }
}
