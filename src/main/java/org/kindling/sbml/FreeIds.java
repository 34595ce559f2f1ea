package org.kindling.sbml;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** New ids beside those that a document has. */
final class FreeIds {

    private final Set<String> taken;

    FreeIds(Collection<String> taken) {
        this.taken = new HashSet<>(taken);
    }

    /** Takes the id of a local parameter that becomes a global one. */
    String promoted(String reaction, String parameter) {
        return take(reaction + "__" + parameter);
    }

    /** Takes an id: the one asked for, with underscores behind it where it is taken. */
    String take(String wish) {
        String id = wish;
        while (!taken.add(id)) {
            id += "_";
        }
        return id;
    }
}
