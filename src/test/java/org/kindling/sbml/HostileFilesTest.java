package org.kindling.sbml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of the hostile collection ends in the expected way, in bounded time. */
class HostileFilesTest {

    private static final Path COLLECTION = Path.of("../shared/conformance/hostile");

    static Stream<String> cases() throws IOException {
        Path expected = COLLECTION.resolve("EXPECTED.csv");
        if (!Files.exists(expected)) {
            return Stream.of("");
        }
        List<String> lines = Files.readAllLines(expected);
        return lines.subList(1, lines.size()).stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void fileEndsInTheExpectedWay(String row) {
        if (row.isEmpty()) {
            System.out.println("SKIPPED: HostileFilesTest, " + COLLECTION + " is absent");
        }
        Assumptions.assumeFalse(row.isEmpty());
        String[] columns = row.split(",");
        String verdict = columns[2];

        Optional<SbmlException> refusal = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(columns[0]));

        refusal.ifPresent(e -> assertThat(e.getMessage()).hasLineCount(1).hasSizeLessThan(1_000));
        boolean offersChoice = verdict.contains("-or-");
        if (verdict.startsWith("accept") && !offersChoice) {
            assertThat(refusal).isEmpty();
        } else if ((verdict.startsWith("refuse") || verdict.equals("clear-refusal")) && !offersChoice) {
            assertThat(refusal).isPresent();
        }
    }

    private static Optional<SbmlException> read(String file) {
        try {
            SbmlReader.read(COLLECTION.resolve(file));
            return Optional.empty();
        } catch (SbmlException e) {
            return Optional.of(e);
        }
    }
}
