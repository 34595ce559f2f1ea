package org.kindling.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindling.simulation.Tolerances;

/** The specification for BioSimulators says what the code does. */
class BiosimulatorsSpecificationTest {

    private static final Path FILE = Path.of("plugin-descriptor/biosimulators/biosimulators.json");

    @TempDir
    private Path folder;

    private static JsonNode specification() throws IOException {
        return new ObjectMapper().readTree(FILE.toFile());
    }

    private static JsonNode algorithm() throws IOException {
        assertThat(specification().path("algorithms")).hasSize(1);
        return specification().path("algorithms").get(0);
    }

    @Test
    void versionIsThatOfTheProgram() throws IOException {
        assertThat(specification().path("version").asText()).isEqualTo(Version.current());
    }

    @Test
    void algorithmIsTheOneThatIsAllowedByEveryPolicy() throws IOException {
        String term = algorithm().path("kisaoId").path("id").asText();

        assertThat(term.replace('_', ':')).isEqualTo(SubstitutionPolicy.RADAU);
        assertThat(SubstitutionPolicy.NONE.allows(term.replace('_', ':'))).isTrue();
    }

    @Test
    void defaultsAreThoseOfTheSimulator() throws IOException {
        Map<String, Double> values = new HashMap<>();
        for (JsonNode parameter : algorithm().path("parameters")) {
            values.put(
                    parameter.path("kisaoId").path("id").asText(),
                    Double.valueOf(parameter.path("value").asText()));
        }

        assertThat(values)
                .isEqualTo(Map.of(
                        "KISAO_0000209",
                        Tolerances.DEFAULT.relative(),
                        "KISAO_0000211",
                        Tolerances.DEFAULT.absolute()));
    }

    @Test
    void parametersAreUsedByTheStrictestPolicy() throws IOException, InterruptedException {
        LinearArchive archive = LinearArchive.of()
                .with("KISAO:0000019", "KISAO:0000304")
                .with("KISAO:0000415\" value=\"20000\"", "KISAO:0000211\" value=\"1e-15\"");

        ArchiveLog log = Kindling.runArchive(
                ArchiveOptions.of(archive.write(folder.resolve("a.omex"))).withPolicy(SubstitutionPolicy.NONE),
                folder.resolve("out"));

        assertThat(log.complete()).isTrue();
        assertThat(log.documents().get(0).tasks().get(0).details())
                .containsEntry("relativeTolerance", "1.0E-9")
                .containsEntry("absoluteTolerance", "1.0E-15");
    }

    @Test
    void nothingIsNamedThatDoesNotExist() throws IOException {
        for (String absent : List.of("image", "cli", "pythonApi")) {
            assertThat(specification().get(absent).isNull()).as(absent).isTrue();
        }
        assertThat(specification().path("authors")).isEmpty();
        assertThat(specification().path("urls")).isEmpty();
        assertThat(specification().path("license").path("id").asText()).isEqualTo("Apache-2.0");
        assertThat(Files.readString(Path.of("LICENSE"))).contains("Apache License");
    }
}
