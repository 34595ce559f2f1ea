package org.kindling.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code control}. */
class ControlCommandTest {

    private static final String MODEL = "test-models/textbook_pathway.xml";

    @TempDir
    private Path folder;

    @Test
    void controlNamesTheStrongestControllers() throws IOException {
        String target = folder.resolve("control").toString();

        Captured captured = Captured.run("control", MODEL, "--of", "E3", "-o", target);

        assertThat(captured.code()).isZero();
        assertThat(captured.out()).contains("1 with control coefficients", "theorems   hold", "E2", "0.422", target);
        JsonNode control = Captured.run("control", MODEL, "--of", "E3", "-o", target, "--force", "--json")
                .json();
        assertThat(control.get("consistent").asBoolean()).isTrue();
        assertThat(control.at("/controllers/E2/median").asDouble()).isCloseTo(144.0 / 341, within(1e-14));
    }
}
