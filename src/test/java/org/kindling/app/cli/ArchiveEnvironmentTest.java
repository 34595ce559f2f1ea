package org.kindling.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindling.app.ArchiveOptions;
import org.kindling.app.ArchiveOptions.Format;
import org.kindling.app.ArchiveOptions.Packing;
import org.kindling.app.SubstitutionPolicy;
import org.kindling.network.InputException;

class ArchiveEnvironmentTest {

    private static final Path ARCHIVE = Path.of("a.omex");

    private static ArchiveOptions options(Map<String, String> variables) {
        return new ArchiveEnvironment(variables).options(ARCHIVE);
    }

    @Test
    void withoutVariablesTheDefaultsHold() {
        assertThat(options(Map.of())).isEqualTo(ArchiveOptions.of(ARCHIVE));
        assertThat(new ArchiveEnvironment(Map.of()).verbose()).isFalse();
    }

    @Test
    void variablesChooseFormatsPolicyAndFiles() {
        ArchiveOptions options = options(Map.of(
                "REPORT_FORMATS", " HDF5 ",
                "VIZ_FORMATS", "pdf, png",
                "ALGORITHM_SUBSTITUTION_POLICY", "NONE",
                "BUNDLE_OUTPUTS", "False",
                "SAVE_PLOT_DATA", "0"));

        assertThat(options.formats()).containsExactly(Format.HDF5);
        assertThat(options.unwritten()).containsExactlyInAnyOrder("pdf", "png");
        assertThat(options.policy()).isEqualTo(SubstitutionPolicy.NONE);
        assertThat(options.packings()).containsExactly(Packing.SINGLE);
        assertThat(options.plotData()).isFalse();
    }

    @Test
    void noFormatIsAChoice() {
        assertThat(options(Map.of("REPORT_FORMATS", "", "VIZ_FORMATS", "")).formats())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "REPORT_FORMATS, xlsx",
        "VIZ_FORMATS, gif",
        "ALGORITHM_SUBSTITUTION_POLICY, SOME",
        "BUNDLE_OUTPUTS, yes",
        "VERBOSE, 2"
    })
    void wrongValueIsRefusedByName(String name, String value) {
        ArchiveEnvironment environment = new ArchiveEnvironment(Map.of(name, value));

        assertThatThrownBy(() -> {
                    environment.options(ARCHIVE);
                    environment.verbose();
                })
                .isInstanceOf(InputException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(value);
    }

    @Test
    void guideNamesEveryVariableWithItsDefault() throws IOException {
        String guide = Files.readString(Path.of("docs/biosimulators.md"));

        ArchiveEnvironment.DEFAULTS.forEach(
                (name, value) -> assertThat(guide).contains("| `" + name + "` | `" + value + "` |"));
    }
}
