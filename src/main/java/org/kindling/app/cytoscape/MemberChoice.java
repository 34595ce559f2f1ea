package org.kindling.app.cytoscape;

import org.kindling.ensemble.MemberSelection;
import org.kindling.network.InputException;

/** The argument {@code members}, as on the command line. */
final class MemberChoice {

    private MemberChoice() {}

    static MemberSelection of(String text) {
        try {
            return MemberSelection.parse(text.strip());
        } catch (IllegalArgumentException invalid) {
            throw new InputException(
                    "argument members",
                    "'" + text + "' chooses no members",
                    "write all, none, top:K or representative:K, such as representative:10");
        }
    }
}
