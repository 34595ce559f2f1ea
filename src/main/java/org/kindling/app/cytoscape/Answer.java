package org.kindling.app.cytoscape;

import org.kindling.app.JsonText;

/**
 * What a command came to.
 *
 * @param text in words
 * @param json for programs: the object that the command line prints with {@code --json}
 */
record Answer(String text, String json) {

    static Answer of(String text, Object values) {
        return new Answer(text, JsonText.of(values));
    }
}
