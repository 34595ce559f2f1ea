package org.kindling.models;

import java.util.Arrays;
import java.util.List;

/**
 * A species on one side of a reaction.
 *
 * @param species the id of the species
 * @param coefficient the stoichiometric coefficient, as the table prints it
 */
record Participant(String species, String coefficient) {

    /** Returns the participants of one side of an equation, such as {@code o2_c + 2 q8h2_c}. */
    static List<Participant> side(String text) {
        return Arrays.stream(text.split(" \\+ ", -1)).map(Participant::of).toList();
    }

    private static Participant of(String text) {
        String[] words = text.strip().split(" ", -1);
        return words.length == 1 ? new Participant(words[0], "1") : new Participant(words[1], words[0]);
    }

    /** Returns the coefficient of a participant that takes part as whole molecules. */
    int molecules() {
        return Integer.parseInt(coefficient);
    }
}
