package org.kindling.models;

import java.util.List;
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

    static NetworkReaction of(Table.Row row) {
        String[] sides = row.cell("equation").split("<=>|->", -1);
        return new NetworkReaction(
                row.cell("reaction"),
                row.cell("name"),
                row.cell("sbo"),
                Mechanism.of(row.cell("mechanism")),
                Participant.side(sides[0]),
                Participant.side(sides[1]),
                row.cell("bigg"));
    }

    /** Returns the participants of both sides. */
    Stream<Participant> participants() {
        return Stream.concat(substrates.stream(), products.stream());
    }
}
