package org.kindling.copasi;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Shell scripts that stand in for COPASI's programs. */
final class FakeProgram {

    private static final Path SHELL = Path.of("/bin/sh");

    private FakeProgram() {}

    /** A program that runs a script; without a shell the test is skipped. */
    static Path of(Path file, String... lines) {
        boolean shell = Files.isExecutable(SHELL);
        if (!shell) {
            System.out.println("Skipped, for there is no " + SHELL + ": a test with " + file.getFileName());
        }
        assumeTrue(shell);
        try {
            Files.writeString(file, "#!" + SHELL + "\n" + String.join("\n", lines) + "\n");
            return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A worker that does a line of shell for each request named, and says yes to all others. */
    static Path worker(Path file, String... cases) {
        StringBuilder script = new StringBuilder("while read -r request; do case $request in\n");
        for (int index = 0; index < cases.length; index += 2) {
            script.append("*'")
                    .append(cases[index])
                    .append("'*) ")
                    .append(cases[index + 1])
                    .append(";;\n");
        }
        return of(file, script + "*) " + answer("{\"ok\":true}") + ";;\nesac done");
    }

    /** The shell command that answers. */
    static String answer(String json) {
        return "printf '%s\\n' '#kindling " + json + "'";
    }
}
