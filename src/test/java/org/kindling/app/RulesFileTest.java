package org.kindling.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindling.analysis.rules.RuleFigures;
import org.kindling.analysis.rules.RuleSearch;
import org.kindling.analysis.rules.Share;
import org.kindling.ensemble.Manifest;
import org.kindling.network.InputException;

/** Rules survive their file, and files that are none are refused. */
class RulesFileTest {

    private static final String NETWORK = "0123456789abcdef".repeat(4);

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("rules.json");
        rules().write(file);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        assertThat(RulesFile.read(file)).isEqualTo(rules());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"schemaVersion\" : 1 | \"schemaVersion\" : 2 | has schema version 2",
                "\"lowestSaturation\" : 0.25 | \"lowestSaturation\" : 0.75 | cannot lie between 0.75 and 0.5",
                "\"lowestSaturation\" : 0.25, | | is no file of rules",
                "\"lowestSaturation\" : 0.25 | \"lowestSaturation\" : \"low\" | is no file of rules",
                "\"parameter\" : \"k\", | | parameter",
                "\"network\" : \"" + "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
                        + "\", | | network",
                "\"wanted\" : 60, | \"wanted\" : 0, | 0 wanted sets of 150",
                "{ | [ | is no file of rules"
            })
    void whatIsWrongInAFileIsNamed(String right, String wrong, String problem) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(right);
        Files.writeString(file, text.replace(right, wrong == null ? "" : wrong));

        assertThatThrownBy(() -> RulesFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("rules.json")
                .hasMessageContaining(problem);
    }

    private static RulesFile rules() {
        RuleFigures figures = new RuleFigures(100, 40, 20, 15);
        return new RulesFile(
                RulesFile.SCHEMA_VERSION,
                new RulesFile.Provenance(
                        new Manifest.Software("Kindling", "Java", Map.of("tribuo", "4")),
                        List.of("rules", "run"),
                        "model",
                        NETWORK,
                        List.of("k", "free"),
                        List.of(new Manifest.FileEntry("sets.csv", NETWORK, 12))),
                new RulesFile.Property(
                        "lambda_max <= -9 per hour",
                        Optional.of(new Manifest.Bounds(-9, Optional.empty(), Optional.of(-1e6)))),
                RuleSearch.Options.DEFAULT,
                new RulesFile.Sets(150, 60, 50, 100),
                List.of(new RulesFile.Entry(
                        1,
                        List.of(
                                new RulesFile.Range("k", Optional.of("A"), 0.25, 0.5, 1, Optional.of(3.0)),
                                new RulesFile.Range("free", Optional.empty(), 0, 0.1, 9, Optional.empty())),
                        new Share(0.75, 0.5, 0.9),
                        new Share(0.375, 0.2, 0.5),
                        1.875,
                        figures,
                        figures)));
    }
}
