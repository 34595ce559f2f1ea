package org.kindling.app.cytoscape;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindling.app.FailureText;

/** A command that was refused: one line that says what is wrong and what to do, in the words of Cytoscape's commands. */
final class CommandFailure extends Exception {

    private static final long serialVersionUID = 1;

    private static final Pattern OPTION = Pattern.compile("--([a-z]+(?:-[a-z]+)*)");
    private static final Pattern INNER = Pattern.compile("-([a-z])");

    CommandFailure(Throwable cause) {
        super(worded(FailureText.of(cause)), cause);
    }

    /** A failure that another process has said. */
    CommandFailure(String line) {
        super(worded(line));
    }

    /** Names arguments as commands in Cytoscape do: {@code --lambda-max} is {@code lambdaMax} here. */
    static String worded(String line) {
        String words = line.replaceAll("(?<= )-o\\b", "output").replaceAll("(?<= )-n\\b", "sets");
        return OPTION.matcher(words)
                .replaceAll(option -> Matcher.quoteReplacement(INNER.matcher(option.group(1))
                        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT))));
    }
}
