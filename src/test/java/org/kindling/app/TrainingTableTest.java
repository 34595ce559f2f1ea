package org.kindling.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindling.generators.TrainingFigures;

class TrainingTableTest {

    @TempDir
    private Path folder;

    @Test
    void whatARoundDoesNotTellIsAnEmptyCell() throws IOException {
        Path file = folder.resolve("training.csv");

        TrainingTable.write(
                file,
                List.of(
                        new TrainingFigures(1, 0, 0, 0, 0, 0.75, Map.of("accuracy", 0.5)),
                        new TrainingFigures(2, 100, 40, 100, -8.5, 0.5, Map.of("kl", 0.25, "accuracy", 1.0))));

        assertThat(file).hasContent("""
                        round,jacobians,valid,evaluated,median_lambda_max,loss,accuracy,kl
                        1,0,0,0,,0.75,0.5,
                        2,100,40,100,-8.5,0.5,1,0.25
                        """);
    }

    @Test
    void trainingThatTellsNothingElseHasNoMoreColumns() throws IOException {
        Path file = folder.resolve("training.csv");

        TrainingTable.write(file, List.of(new TrainingFigures(1, 40, 12, 20, -8.5, 1)));

        assertThat(file).hasContent("round,jacobians,valid,evaluated,median_lambda_max,loss\n1,40,12,20,-8.5,1\n");
    }
}
