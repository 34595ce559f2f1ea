package org.kindling;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program of others that tests need. Where it is missing they are skipped aloud, or fail if the environment says so. */
record ExternalProgram(Path file) {

    /** Set to {@code true} where everything is installed, so that nothing is skipped by mistake. */
    private static final String REQUIRED = "KINDLING_REQUIRE_TOOLS";

    /** The program of a name on the PATH. */
    static ExternalProgram onPath(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst()
                .map(ExternalProgram::new)
                .orElseGet(() -> missing(name + " is not on the PATH"));
    }

    /** The program that an environment variable names. */
    static ExternalProgram named(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .map(Path::of)
                .filter(Files::isExecutable)
                .map(ExternalProgram::new)
                .orElseGet(() -> missing(variable + " names no program"));
    }

    private static ExternalProgram missing(String problem) {
        if (Boolean.parseBoolean(System.getenv(REQUIRED))) {
            return fail(problem + ", and " + REQUIRED + " is true");
        }
        System.out.println("SKIPPED: " + problem);
        return abort(problem);
    }

    /** The program beside this one. */
    ExternalProgram beside(String name) {
        return new ExternalProgram(file.resolveSibling(name));
    }

    /** Runs it in a folder, with more environment variables, and returns what it said, both streams together. */
    Outcome run(Path folder, Map<String, String> environment, List<String> arguments)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(file.toString()).directory(folder.toFile()).redirectErrorStream(true);
        builder.command().addAll(arguments);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), said);
    }

    /** How it ended. */
    record Outcome(int exitCode, String output) {}
}
