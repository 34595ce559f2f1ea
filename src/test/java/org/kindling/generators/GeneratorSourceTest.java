package org.kindling.generators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.parameters.ParameterSpace;

class GeneratorSourceTest {

    private static final ParameterSpace SPACE = TestModel.pathway().space();
    private static final int WIDTH = SPACE.dimension();

    @Test
    void setIsTheSameInWhateverBatchItIs() {
        GeneratorSource source = GeneratorSource.of(LogisticGenerator.prior(WIDTH), SPACE, 5);
        double[] all = new double[200 * WIDTH];
        source.draw(0, all, 200);

        for (int first : new int[] {0, 1, 63, 64, 130, 199}) {
            double[] some = new double[WIDTH];
            source.draw(first, some, 1);
            assertThat(some).isEqualTo(Arrays.copyOfRange(all, first * WIDTH, (first + 1) * WIDTH));
        }
    }

    @Test
    void setIsTheSameOnWhicheverThread() {
        GeneratorSource source = GeneratorSource.of(LogisticGenerator.prior(WIDTH), SPACE, 5);
        double[] all = new double[200 * WIDTH];
        source.draw(0, all, 200);

        double[][] parallel = IntStream.range(0, 20)
                .parallel()
                .mapToObj(batch -> {
                    double[] some = new double[10 * WIDTH];
                    source.draw(10L * batch, some, 10);
                    return some;
                })
                .toArray(double[][]::new);

        assertThat(Arrays.stream(parallel).flatMapToDouble(Arrays::stream).toArray())
                .isEqualTo(all);
    }

    @Test
    void freshSetsAreOthers() {
        double[] drawn = new double[WIDTH];
        double[] fresh = new double[WIDTH];
        GeneratorSource.of(LogisticGenerator.prior(WIDTH), SPACE, 5).draw(0, drawn, 1);
        GeneratorSource.fresh(LogisticGenerator.prior(WIDTH), SPACE, 5).draw(0, fresh, 1);

        assertThat(fresh).isNotEqualTo(drawn);
    }

    @Test
    void valuesAreThoseOfTheCoordinates() {
        GeneratorSource source = GeneratorSource.of(LogisticGenerator.of(filled(0.5), filled(-1)), SPACE, 5);
        double[] values = new double[WIDTH];
        double[] coordinates = new double[WIDTH];
        source.draw(3, values, 1);
        source.coordinates(3, coordinates, 1);

        for (int k = 0; k < WIDTH; k++) {
            // Without bounds u = ln(K / x*); the logarithm's last digit is the tolerance.
            double reference = SPACE.coordinates().get(k).reference();
            assertThat(Math.log(values[k] / reference)).isCloseTo(coordinates[k], within(1e-13));
        }
    }

    /** With the prior as generator all weights are 1. */
    @Test
    void priorHasTheMassOfItsValidSets() throws InterruptedException {
        JacobianFunction jacobian = TestModel.pathway();
        FreshSample.Outcome outcome = TestModel.judge(jacobian, LogisticGenerator.prior(WIDTH), 400);

        assertThat(outcome.sets()).isEqualTo(400);
        assertThat(outcome.weighted().orElseThrow().mass())
                .isCloseTo(outcome.incidence().value(), within(1e-12));
        assertThat(outcome.weighted().orElseThrow().effectiveSampleSize())
                .isCloseTo((double) outcome.valid(), within(1e-9));
        assertThat(outcome.incidence().low()).isLessThan(outcome.incidence().value());
        assertThat(outcome.incidence().high()).isGreaterThan(outcome.incidence().value());
    }

    /** A wider generator spends more sets, and its weights find the same share of the prior. */
    @Test
    void weightsFindTheMassOfThePriorFromAnotherDistribution() throws InterruptedException {
        JacobianFunction jacobian = TestModel.pathway();
        double prior = TestModel.judge(jacobian, LogisticGenerator.prior(WIDTH), 4_000)
                .incidence()
                .value();
        FreshSample.Outcome wide = TestModel.judge(jacobian, LogisticGenerator.of(filled(0.2), filled(0.1)), 4_000);

        // Standard errors of both are about 0.008.
        assertThat(wide.weighted().orElseThrow().mass()).isCloseTo(prior, within(0.05));
        assertThat(wide.weighted().orElseThrow().effectiveSampleSize()).isLessThan((double) wide.valid());
    }

    private static double[] filled(double value) {
        double[] filled = new double[WIDTH];
        Arrays.fill(filled, value);
        return filled;
    }
}
