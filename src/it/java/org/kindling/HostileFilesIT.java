package org.kindling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindling.app.cli.InfoLoop;

/** {@code info} on every file of the hostile collection: expected exit code, one line, bounded time and memory. */
class HostileFilesIT {

    private static final Path COLLECTION = Path.of("../shared/conformance/hostile");

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    /** A file with the verdict that is expected of it. */
    private record Case(String file, String verdict) {

        /** As the collection's own description reads its verdicts. */
        List<Integer> exitCodes() {
            boolean choice = verdict.contains("-or-");
            if (verdict.startsWith("accept") && !choice) {
                return List.of(0);
            }
            boolean refused = verdict.startsWith("refuse") || verdict.equals("clear-refusal");
            return refused && !choice ? List.of(2) : List.of(0, 2);
        }
    }

    private static List<Case> cases() throws IOException {
        Path expected = COLLECTION.resolve("EXPECTED.csv");
        if (!Files.exists(expected)) {
            System.out.println("SKIPPED: HostileFilesIT, " + COLLECTION + " is absent");
        }
        Assumptions.assumeTrue(Files.exists(expected));
        return Files.readAllLines(expected).stream()
                .skip(1)
                .map(row -> row.split(","))
                .map(cells -> new Case(cells[0], cells[2]))
                .toList();
    }

    @Test
    void everyFileEndsInTheExpectedWay() throws IOException, InterruptedException {
        List<Case> cases = cases();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                InfoLoop.class.getName(),
                folder.toString()));
        cases.forEach(each -> command.add(COLLECTION.resolve(each.file()).toString()));
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            for (int number = 1; number <= cases.size(); number++) {
                Path code = folder.resolve(number + ".code");
                assertThat(awaited(code, process))
                        .as("%s ended within %s", cases.get(number - 1), LIMIT)
                        .isTrue();
                assertEnded(
                        cases.get(number - 1),
                        new KindlingProcess.Outcome(
                                Integer.parseInt(Files.readString(code)),
                                Files.readString(folder.resolve(number + ".out")),
                                Files.readString(folder.resolve(number + ".err"))));
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** Whether a file appears, and has its content, in time. */
    private static boolean awaited(Path file, Process process) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!Files.exists(file) || Files.size(file) == 0) {
            boolean over = !process.isAlive() || System.nanoTime() > deadline;
            if (over && !Files.exists(file)) {
                return false;
            }
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
        return true;
    }

    @ParameterizedTest
    @ValueSource(strings = {"034_billion_laughs.xml", "041_deep_math.xml", "203_omex_bomb_200MB.omex"})
    void bombsDoNoHarmToAFreshProcess(String file) throws IOException, InterruptedException {
        Case bomb = cases().stream()
                .filter(each -> each.file().equals(file))
                .findFirst()
                .orElseThrow();

        String path = COLLECTION.resolve(file).toString();
        assertEnded(
                bomb,
                KindlingProcess.start(folder, List.of("-Xmx512m"), "info", path).outcome(LIMIT));
    }

    private static void assertEnded(Case expected, KindlingProcess.Outcome outcome) {
        assertThat(outcome.exitCode()).as("%s: %s", expected, outcome.err()).isIn(expected.exitCodes());
        if (outcome.exitCode() == 2) {
            assertThat(outcome.err()).hasLineCount(1).startsWith("kindling: ").hasSizeLessThan(1_000);
        } else {
            assertThat(outcome.err()).isEmpty();
            assertThat(outcome.out()).startsWith("model ");
        }
        assertThat(outcome.err() + outcome.out()).doesNotContain("\tat ").doesNotContain("\u001b");
    }
}
