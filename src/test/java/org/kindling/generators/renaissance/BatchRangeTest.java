package org.kindling.generators.renaissance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindling.generators.PerceptronGenerator;
import org.kindling.generators.PerceptronShape;
import org.kindling.generators.Perceptrons;

/** The range that a batch sets for its constants. */
class BatchRangeTest {

    @Test
    void batchFillsThePublishedRange() {
        double[] outputs = {-1, 0, 3, 1};

        BatchRange.of(outputs).toCoordinates(outputs, new double[] {0, -10});

        // ln K from -25 to 3, and the second parameter's coordinate counts from -10.
        assertThat(outputs).containsExactly(new double[] {-25, -18 + 10, 3, -11 + 10}, within(1e-12));
    }

    @Test
    void frozenPerceptronGivesTheCoordinatesOfTheBatch() {
        PerceptronGenerator perceptron = Perceptrons.random(new PerceptronShape(List.of(3, 8, 2)), 1);
        double[] lnMole = {-9, -12};
        double[] latents = Perceptrons.latents(perceptron, 20, 2);
        double[] outputs = new double[40];
        double[] frozen = new double[40];
        perceptron.decoder().decode(latents, outputs, 20);
        BatchRange range = BatchRange.of(outputs);

        range.freeze(perceptron.shape(), perceptron.weights(), lnMole).decoder().decode(latents, frozen, 20);

        range.toCoordinates(outputs, lnMole);
        // Single precision: 28 * 6e-8 times a few roundings.
        assertThat(frozen).containsExactly(outputs, within(1e-4));
    }
}
