package org.kindling.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code bioreactor}. */
class BioreactorCommandTest {

    @TempDir
    private Path folder;

    @Test
    void bioreactorRanksByWhatWasMeasured() throws IOException {
        String batch = "test-models/monod_batch/";
        String target = folder.resolve("batch").toString();
        String[] arguments = {
            "bioreactor",
            batch + "monod_batch.xml",
            "--setup",
            batch + "batch.yaml",
            "--measured",
            batch + "measured.csv",
            "-o",
            target
        };

        Captured captured = Captured.run(arguments);

        assertThat(captured.err()).isEmpty();
        assertThat(captured.code()).isZero();
        assertThat(captured.out()).contains("1 of 1 fermentations", "rank 1", "1.05000 gDW/l", target);
        List<String> again = new ArrayList<>(List.of(arguments));
        again.addAll(List.of("--force", "--json"));
        JsonNode answer = Captured.run(again.toArray(String[]::new)).json();
        assertThat(answer.at("/best/0/finalBiomass").asDouble()).isCloseTo(1.05, within(1e-5));
        assertThat(answer.get("distance").asText()).startsWith("root mean square");
    }
}
