package org.kindling.generators.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.kindling.generators.Family;
import org.kindling.generators.FlowGenerator;
import org.kindling.generators.Generator;
import org.kindling.generators.NamedArrays;
import org.kindling.generators.PriorDensity;
import org.kindling.sampling.RandomStreams;

class FlowFamilyTest {

    private static final int DIMENSION = 7;
    private static final int SETS = 3;

    private final UniformRandomProvider random = RandomStreams.of(1, 2).stream(3);
    private final Family family = FlowFamily.of(DIMENSION, 3, 5);
    private final double[] weights = weights();
    private final double[] latents = numbers(SETS * DIMENSION);

    @Test
    void untrainedFlowIsThePrior() {
        double[] u = new double[latents.length];
        double[] lnDeterminant = new double[SETS];
        family.forward(family.initial(random), new int[SETS], latents, u, lnDeterminant);

        assertThat(u).isEqualTo(latents);
        assertThat(lnDeterminant).containsOnly(0);
    }

    @Test
    void gradientIsThatOfDifferences() {
        double[] byU = numbers(latents.length);
        double[] gradient = new double[weights.length];
        loss(byU);
        family.backward(byU, 0.7, gradient);

        for (int k = 0; k < weights.length; k++) {
            double middle = weights[k];
            weights[k] = middle + 1e-5;
            double right = loss(byU);
            weights[k] = middle - 1e-5;
            double left = loss(byU);
            weights[k] = middle;

            assertThat(gradient[k]).as("weight " + k).isCloseTo((right - left) / 2e-5, within(1e-8)); // seen: 2e-10
        }
    }

    @Test
    void plainGeneratorMapsAsTheTrainedFlowDoes() {
        double[] expected = new double[latents.length];
        double[] lnDeterminant = new double[SETS];
        family.forward(weights, new int[SETS], latents, expected, lnDeterminant);
        Generator generator = family.generator(weights);
        double[] u = new double[latents.length];
        generator.decoder().decode(latents, u, SETS);

        for (int k = 0; k < u.length; k++) {
            assertThat(u[k]).isCloseTo(expected[k], within(1e-12));
        }
        for (int set = 0; set < SETS; set++) {
            double prior = PriorDensity.ofDimension(DIMENSION).ln(latents, set);
            assertThat(generator.density().orElseThrow().ln(u, set))
                    .isCloseTo(prior - lnDeterminant[set], within(1e-11));
        }
    }

    @Test
    void flowIsMadeAgainFromItsArrays() {
        Generator generator = family.generator(weights);
        NamedArrays arrays = generator.arrays();
        double[] u = new double[latents.length];
        double[] again = new double[latents.length];
        generator.decoder().decode(latents, u, SETS);
        FlowGenerator.of(arrays).decoder().decode(latents, again, SETS);

        assertThat(again).isEqualTo(u);
    }

    private double loss(double[] byU) {
        double[] u = new double[latents.length];
        double[] lnDeterminant = new double[SETS];
        family.forward(weights, new int[SETS], latents, u, lnDeterminant);
        double loss = 0;
        for (int k = 0; k < u.length; k++) {
            loss += byU[k] * u[k];
        }
        for (double ln : lnDeterminant) {
            loss += 0.7 * ln;
        }
        return loss;
    }

    private double[] weights() {
        double[] initial = family.initial(random);
        double[] noise = numbers(initial.length);
        for (int k = 0; k < initial.length; k++) {
            initial[k] += 0.3 * noise[k];
        }
        return initial;
    }

    private static double[] numbers(int count) {
        SplittableRandom numbers = new SplittableRandom(count);
        return numbers.doubles(count, -2, 2).toArray();
    }
}
