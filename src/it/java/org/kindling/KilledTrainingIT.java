package org.kindling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A training that is killed at any moment goes on where it was, and ends with the same bytes. */
class KilledTrainingIT {

    /** A few by default; docs/benchmarks.md says what came of more. */
    private static final int KILLS = Integer.getInteger("kindling.kills", 3);

    @TempDir
    private Path folder;

    @Test
    void killedTrainingEndsWithTheSameGenerator() throws IOException, InterruptedException {
        KilledTraining training = new KilledTraining(
                folder,
                List.of("test-models/ecoli_central_carbon.xml", "--lambda-max", "-9", "--max-jacobians", "100000"));

        Path whole = training.whole();
        KilledTraining.Outcome broken = training.killed(KILLS, new SplittableRandom(20261121));

        assertThat(broken.kills()).isPositive();
        System.out.println("killed " + broken.kills() + " times");
        assertThat(broken.generator()).hasSameBinaryContentAs(whole);
        assertThat(Files.readString(broken.generator().resolveSibling("training.csv")))
                .isEqualTo(Files.readString(whole.resolveSibling("training.csv")));
    }
}
