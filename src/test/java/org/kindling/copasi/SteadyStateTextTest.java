package org.kindling.copasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kindling.dynamics.Spectrum;

class SteadyStateTextTest {

    private static final String TEXT = """
            A steady state with given resolution was found.

            Species	Concentration (mol/l)	Concentration Rate (mol/(l*s))
            X	2.5	0
            Y	nan	0

            Jacobian (complete system)

            Rows:    Variables of the system, including dependent species
            Columns: Variables of the system, including dependent species
            	X	Y
            X	-0.6	0.1
            Y	0.6	-0.1

            Eigenvalues	real	imaginary
            	0	0

            Jacobian (reduced system)

            Rows:    Independent variables of the system
            Columns: Independent variables of the system
            	X
            X	-0.7

            """;

    @Test
    void concentrationsStandInTheFirstTable() {
        SteadyStateText text = SteadyStateText.of(TEXT);

        assertThat(text.found()).isTrue();
        assertThat(text.concentrations()).containsEntry("X", 2.5).containsEntry("Y", Double.NaN);
    }

    @Test
    void eigenvaluesAreThoseOfTheJacobiansNotTheRoundedOnes() {
        Spectrum full =
                SteadyStateText.of(TEXT).spectrum("Jacobian (complete system)").orElseThrow();
        Spectrum reduced =
                SteadyStateText.of(TEXT).spectrum("Jacobian (reduced system)").orElseThrow();

        assertThat(full.real(0)).isCloseTo(0, within(1e-15));
        assertThat(full.real(1)).isCloseTo(-0.7, within(1e-15));
        assertThat(reduced.real(0)).isEqualTo(-0.7);
    }

    @Test
    void missingOrBrokenJacobianHasNoSpectrum() {
        assertThat(SteadyStateText.of("").spectrum("Jacobian (complete system)"))
                .isEmpty();
        assertThat(SteadyStateText.of(TEXT.replace("-0.7", "-nan")).spectrum("Jacobian (reduced system)"))
                .isEmpty();
    }

    @Test
    void searchWithoutSuccessIsComplete() {
        SteadyStateText text = SteadyStateText.of("No steady state with given resolution was found!\n");

        assertThat(text.found()).isFalse();
        assertThat(text.complete()).isTrue();
        assertThat(SteadyStateText.of("").complete()).isFalse();
    }
}
