package org.kindling.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kindling.network.KineticModel;
import org.kindling.network.ModelSketch;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;

/** What is taken out of a population, and what stays with its sets. */
class PopulationTest {

    private static final KineticModel MODEL = ModelSketch.model("""
            compartment cell = 1
            species A in cell = 2
            parameter V = 5
            parameter ka = 4
            reaction R: A -> ; V*A/ka/(1 + A/ka)
            """);

    @Test
    void setsKeepTheirIndexWhateverIsTakenOut() {
        Population population = population().where(set -> set != 1).rows(2, 0);

        assertThat(population.index(0)).isEqualTo(3);
        assertThat(population.index(1)).isZero();
        assertThat(population.abscissa(0)).isEqualTo(-4);
        assertThat(population.coordinate(0, 0)).isEqualTo(0.4);
    }

    private static Population population() {
        double[] numbers = {0.1, 0.2, 0.3, 0.4};
        return Population.of(
                ParameterSpace.of(ParameterRoles.of(MODEL), ReferenceState.of(MODEL)),
                numbers,
                new double[] {-1, -2, -3, -4},
                new double[] {-5, -6, -7, -8},
                numbers);
    }
}
