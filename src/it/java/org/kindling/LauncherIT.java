package org.kindling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindling.app.Version;

/** The launcher starts the jar that the build has just made. */
class LauncherIT {
    private static final Path LAUNCHER = Path.of("kindling").toAbsolutePath();

    @TempDir
    private Path elsewhere;

    @Test
    void startsThroughLinksFromAnyFolder() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(elsewhere.resolve("link"), LAUNCHER);
        Files.createSymbolicLink(elsewhere.resolve("kindling"), link.getFileName());

        Outcome outcome = run(Map.of(), "./kindling", "--version");

        assertThat(outcome).isEqualTo(new Outcome(0, "Kindling " + Version.current() + "\n"));
    }

    @Test
    void passesOptionsToJavaAndArgumentsToKindling() throws IOException, InterruptedException {
        Outcome outcome = run(Map.of("KINDLING_JAVA_OPTS", "-Xmx64m -showversion"), LAUNCHER.toString(), "--no such");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output()).contains("openjdk version").contains("Unknown option: '--no such'");
    }

    @Test
    void refusesMissingJava() throws IOException, InterruptedException {
        Outcome outcome = run(Map.of("JAVA_HOME", elsewhere.toString()), LAUNCHER.toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output())
                .isEqualTo("kindling: no " + elsewhere + "/bin/java: install Java 17 or newer, or set JAVA_HOME\n");
    }

    @Test
    void refusesOldJava() throws IOException, InterruptedException {
        Path java = Files.createDirectories(elsewhere.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(elsewhere.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");

        Outcome outcome = run(Map.of("JAVA_HOME", elsewhere.toString()), LAUNCHER.toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.output()).contains("is Java 11: install 17 or newer");
    }

    private Outcome run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(elsewhere.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    private record Outcome(int exitCode, String output) {}
}
