package org.kindling.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs {@code info} on many files in one process: a hundred starts of Java would take minutes. */
public final class InfoLoop {

    private InfoLoop() {}

    /**
     * Runs {@code info} on each file and writes what it said to {@code N.out} and {@code N.err}, then the exit code to
     * {@code N.code}, where N is the number of the file.
     *
     * @param arguments the folder for these, then the files
     * @throws IOException if one cannot be written
     */
    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (int file = 1; file < arguments.length; file++) {
            int code;
            try (PrintStream out = stream(folder.resolve(file + ".out"));
                    PrintStream err = stream(folder.resolve(file + ".err"))) {
                System.setOut(out);
                System.setErr(err);
                code = Main.run("info", arguments[file]);
            }
            Files.writeString(folder.resolve(file + ".code"), Integer.toString(code));
        }
    }

    private static PrintStream stream(Path file) throws IOException {
        return new PrintStream(Files.newOutputStream(file), true, StandardCharsets.UTF_8);
    }
}
