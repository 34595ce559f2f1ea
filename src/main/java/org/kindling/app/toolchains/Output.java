package org.kindling.app.toolchains;

/**
 * A file, folder or set of files that a command writes.
 *
 * @param name the name of the output
 * @param path where it is, relative to the working folder; for several files with an asterisk
 * @param form what it is
 * @param count how many there are
 * @param condition when there is one, in terms of the inputs as Galaxy evaluates them (Python); empty if not so simple
 * @param description what it holds
 */
record Output(String name, String path, FileForm form, Count count, String condition, String description) {

    /** How many files an output has. */
    enum Count {
        /** Always one. */
        ONE,
        /** One or none, as the options want it. */
        AT_MOST_ONE,
        /** Any number. */
        MANY
    }

    /** The folder that the files are in. */
    String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "." : path.substring(0, slash);
    }
}
