package org.kindling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindling.expression.Symbol;
import org.kindling.network.ModelSketch;
import org.kindling.simulation.SteadyStateSearch.Result;
import org.kindling.simulation.SteadyStateSearch.Route;
import org.kindling.simulation.SteadyStateSearch.Status;

/** Searches whose outcome is known in closed form. */
class SteadyStateSearchTest {

    private static Result search(String sketch) {
        try {
            return SteadyStateSearch.of(ModelSketch.model(sketch)).from(Map.of());
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void linearPathwayReachesItsSteadyState() {
        Result result = search("""
                compartment cell = 2
                species A in cell = 100
                species B in cell = 0
                parameter influx = 6
                parameter k = 3
                parameter d = 0.5
                reaction R1: -> A; influx
                reaction R2: A -> B; cell*k*A
                reaction R3: B -> ; cell*d*B
                """);

        assertThat(result.status()).isEqualTo(Status.FOUND);
        assertThat(result.values().get(new Symbol("A"))).isCloseTo(1, within(1e-9));
        assertThat(result.values().get(new Symbol("B"))).isCloseTo(6, within(6e-9));
    }

    @Test
    void totalsAreKeptAcrossCompartments() {
        // 0.9 * 4 in amounts moves until both concentrations are equal: 3.6 / (0.9 + 0.1).
        Result result = search("""
                compartment outside = 0.9
                compartment inside = 0.1
                species X in outside = 4
                species Y in inside = 0
                parameter k = 1e6
                reaction R: X -> Y; k*(X - Y)
                """);

        assertThat(result.status()).isEqualTo(Status.FOUND);
        assertThat(result.values().get(new Symbol("X"))).isCloseTo(3.6, within(1e-9));
        assertThat(result.values().get(new Symbol("Y"))).isCloseTo(3.6, within(1e-9));
    }

    @Test
    void stiffSystemsAreNoHindrance() {
        Result result = search("""
                compartment cell = 1
                species A in cell = 1
                species B in cell = 0
                parameter fast = 1e13
                parameter slow = 1e-3
                parameter influx = 1
                reaction R1: -> A; influx
                reaction R2: A -> B; fast*A
                reaction R3: B -> ; slow*B
                """);

        assertThat(result.status()).isEqualTo(Status.FOUND);
        assertThat(result.values().get(new Symbol("B"))).isCloseTo(1000, within(1e-6));
    }

    @Test
    void growthWithoutBoundIsNoSteadyState() {
        Result result = search("""
                compartment cell = 1
                species A in cell = 1
                parameter influx = 1
                reaction R: -> A; influx
                """);

        assertThat(result.status()).isNotEqualTo(Status.FOUND);
    }

    @Test
    void undefinedRateIsNamed() {
        Result result = search("""
                compartment cell = 1
                species A in cell = 0
                parameter k = 1
                reaction R: A -> ; k/A
                """);

        assertThat(result.status()).isEqualTo(Status.UNDEFINED_RATE);
        assertThat(result.status().words()).isNotBlank();
    }

    @Test
    void steadyStartNeedsNoStep() {
        Result result = search("""
                compartment cell = 1
                species A in cell = 2
                parameter influx = 4
                parameter k = 2
                reaction R1: -> A; influx
                reaction R2: A -> ; k*A
                """);

        assertThat(result.status()).isEqualTo(Status.FOUND);
        assertThat(result.route()).isEqualTo(Route.NEWTON);
    }
}
