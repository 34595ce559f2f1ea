package org.kindling.app;

import java.nio.file.Path;

/** What outputs are named after. */
public final class FileStem {

    private FileStem() {}

    /**
     * The name of a model, a generator or a run folder without what says its format.
     *
     * @param file the file or folder
     * @return its last name without {@code .sbml}, {@code .xml}, {@code .gz}, {@code .omex} or {@code .kgen}
     */
    public static String of(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("(\\.sbml)?(\\.xml)?(\\.gz)?(\\.omex)?(\\.kgen)?$", "");
    }
}
