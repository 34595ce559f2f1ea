package org.kindling.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindling.network.KineticModel;
import org.kindling.network.ModelSketch;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.Bounds;
import org.kindling.parameters.MeasuredConstant;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;

/** Draws from the prior. */
class OracleSamplerTest {

    private static final int SETS = 4_000;

    private final ParameterSpace space = space();

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 1000})
    void setsDoNotDependOnHowTheyAreSplitIntoBatches(int batch) {
        OracleSampler sampler = OracleSampler.of(space, 42);
        double[] whole = draw(sampler, 100, 1000);
        double[] pieces = new double[whole.length];
        for (int start = 0; start < 1000; start += batch) {
            int sets = Math.min(batch, 1000 - start);
            double[] piece = draw(sampler, 100 + start, sets);
            System.arraycopy(piece, 0, pieces, start * space.dimension(), piece.length);
        }

        assertThat(pieces).containsExactly(whole);
    }

    @Test
    void sameSeedDrawsTheSameAndAnotherSeedOthers() {
        double[] some = draw(OracleSampler.of(space, 1), 0, 50);

        assertThat(draw(OracleSampler.of(space, 1), 0, 50)).containsExactly(some);
        assertThat(draw(OracleSampler.of(space, 2), 0, 50)).doesNotContain(some);
    }

    @Test
    void saturationsAreUniform() {
        double[] values = draw(OracleSampler.of(space, 3), 0, SETS);

        double[] saturations = new double[SETS];
        for (int set = 0; set < SETS; set++) {
            saturations[set] = 2 / (2 + values[set * space.dimension()]);
        }

        assertThat(distanceFromUniform(saturations)).isLessThan(1.95 / Math.sqrt(SETS));
    }

    @Test
    void boundedConstantsStayInside() {
        double[] values = draw(OracleSampler.of(space, 3), 0, SETS);

        for (int set = 0; set < SETS; set++) {
            assertThat(values[set * space.dimension() + 1]).isBetween(0.5, 30.0);
        }
    }

    @Test
    void measuredConstantsAreLogNormal() {
        double[] values = draw(OracleSampler.of(space, 3), 0, SETS);

        double sum = 0;
        double squares = 0;
        for (int set = 0; set < SETS; set++) {
            double deviation = Math.log10(values[set * space.dimension() + 2] / 7);
            sum += deviation;
            squares += deviation * deviation;
        }

        // Standard errors 0.0047 and 0.0020.
        assertThat(sum / SETS).isBetween(-0.025, 0.025);
        assertThat(squares / SETS).isBetween(0.08, 0.10);
    }

    @Test
    void constantsOfASetAreIndependent() {
        double[] values = draw(OracleSampler.of(space, 3), 0, SETS);

        double agreement = 0;
        for (int set = 0; set < SETS; set++) {
            boolean first = values[set * space.dimension()] > 2;
            boolean third = values[set * space.dimension() + 2] > 7;
            agreement += first == third ? 1 : -1;
        }

        assertThat(Math.abs(agreement) / SETS).isLessThan(5 / Math.sqrt(SETS));
    }

    /** The statistic of Kolmogorov and Smirnov; 1.95 over the root of the number is exceeded once in a thousand. */
    private static double distanceFromUniform(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double distance = 0;
        for (int index = 0; index < sorted.length; index++) {
            distance = Math.max(distance, Math.abs(sorted[index] - (index + 0.5) / sorted.length));
        }
        return distance;
    }

    private double[] draw(OracleSampler sampler, long first, int sets) {
        double[] values = new double[sets * space.dimension()];
        sampler.draw(first, values, sets);
        return values;
    }

    private static ParameterSpace space() {
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species A in cell = 2
                parameter V = 1
                parameter ka = 1
                parameter kb = 1
                parameter kc = 1
                boundary B in cell = 3
                boundary C in cell = 5
                reaction R: A -> ; V*A/(ka + A)*B/(kb + B)*C/(kc + C)
                """);
        Map<String, MeasuredConstant> measured = Map.of(
                "kb", new MeasuredConstant.Range(new Bounds(0.5, 30)), "kc", new MeasuredConstant.Estimate(7, 0.3));
        return ParameterSpace.of(
                ParameterRoles.of(model),
                ReferenceState.of(model),
                new ParameterSpace.Options(measured, Set.of(), Set.of()));
    }
}
