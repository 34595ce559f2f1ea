package org.kindling.app.toolchains;

import java.util.Optional;

/**
 * What a tool asks for.
 *
 * @param argument the argument of the command that it becomes
 * @param role what it names, if it is a path
 * @param section where it is asked for
 */
record Input(Argument argument, Optional<PathRole> role, Section section) {

    String identifier() {
        return argument.identifier();
    }

    boolean positional() {
        return argument.place() == Argument.Place.POSITION;
    }
}
