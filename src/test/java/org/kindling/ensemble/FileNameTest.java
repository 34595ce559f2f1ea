package org.kindling.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"BIOMD0000000012", "_hidden", "model.v2", "a-b", "console"})
    void anOrdinaryIdentifierStaysAsItIs(String id) {
        assertThat(FileName.of(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../../etc/passwd",
                "a/b",
                "a\\b",
                "C:",
                "/",
                "-rf",
                "con",
                "AUX",
                "nul.xml",
                "Lpt1",
                "a b",
                "tab\tnew\nline",
                "nil\0",
                "über",
                "\uD83D\uDD25",
                "end.",
                "end ",
                ".bashrc"
            })
    void anUnsafeIdentifierBecomesOneSafePathElement(String id) {
        String name = FileName.of(id);

        assertThat(name).matches("[A-Za-z0-9_][A-Za-z0-9_.-]*[A-Za-z0-9_-]").isNotEqualTo(id);
        assertThat(name.replaceFirst("\\..*", "")).doesNotMatch("(?i)con|aux|nul|lpt1");
    }

    @Test
    void aVeryLongIdentifierIsCut() {
        assertThat(FileName.of("x".repeat(100_000))).hasSize(FileName.LONGEST);
    }

    @Test
    void longIdentifiersThatDifferAtTheEndGetDifferentNames() {
        String head = "x".repeat(100_000);

        assertThat(FileName.of(head + "a")).isNotEqualTo(FileName.of(head + "b"));
    }

    @Test
    void identifiersThatDifferInUnsafeCharactersGetDifferentNames() {
        assertThat(FileName.of("a/b")).isNotEqualTo(FileName.of("a:b"));
    }
}
