package org.kindling.simulation;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.kindling.simulation.TestSuiteCase.Outcome;

/** Prints what becomes of every file of the SBML Test Suite as CSV. */
public final class TestSuiteTable {

    private TestSuiteTable() {}

    /**
     * Runs the suite.
     *
     * @param arguments the folder of the suite, with one folder for each tier
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        try (PrintStream out =
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8)) {
            out.println("tier,case,level,verdict,worst,note");
            for (TestSuiteCase suiteCase : TestSuiteCase.all(Path.of(arguments[0]))) {
                for (Outcome outcome : suiteCase.outcomes()) {
                    out.printf(
                            "%s,%s,%s,%s,%.1e,\"%s\"%n",
                            suiteCase.tier(),
                            suiteCase.id(),
                            outcome.level(),
                            outcome.verdict(),
                            outcome.worst(),
                            outcome.note().replace('"', '\''));
                }
            }
        }
    }
}
