package org.kindling.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.network.ModelSketch;
import org.kindling.network.RateProcess;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.Calibration;
import org.kindling.parameters.ParameterRoles;
import org.kindling.sbml.SbmlReader;

/** Made-up reference states around known ones. */
class StateVariationTest {

    private final KineticModel model =
            SbmlReader.read(Path.of("test-models/ecoli_central_carbon.xml")).kinetics();
    private final ParameterRoles roles = ParameterRoles.of(model);
    private final ReferenceState base = ReferenceState.of(model);

    /** All fluxes half as large again, ATP and citrate elsewhere. */
    private ReferenceState faster() {
        Map<String, Double> fluxes = new HashMap<>();
        List<RateProcess> processes = base.equations().processes();
        IntStream.range(0, processes.size())
                .filter(process -> processes.get(process).reaction())
                .forEach(process -> fluxes.put(processes.get(process).id(), 1.5 * base.rate(process)));
        Map<Symbol, Double> changes = new HashMap<>();
        for (String species : List.of("atp_c", "cit_c")) {
            changes.put(new Symbol(species), 1.1 * base.value(new Symbol(species)));
        }
        return base.withFluxes(fluxes).withValues(changes);
    }

    private List<ReferenceState> variations(int count) {
        StateVariation variation = StateVariation.of(roles, List.of(base, faster()), 7);
        return LongStream.range(0, count).mapToObj(variation::state).toList();
    }

    @Test
    void variationsAreSteadyAndTheirFluxesCanBeHad() {
        for (ReferenceState state : variations(30)) {
            assertThat(state.steady()).isTrue();
            Calibration.check(roles, state);
        }
    }

    @Test
    void fluxesKeepTheirSignsAndLieBetweenAndBeyond() {
        List<Double> multiples = new ArrayList<>();
        for (ReferenceState state : variations(60)) {
            for (int process = 0; process < base.rates().length; process++) {
                if (base.rate(process) != 0) {
                    assertThat(state.rate(process) / base.rate(process)).isPositive();
                }
            }
            multiples.add(state.rate(0) / base.rate(0));
        }
        assertThat(multiples).anyMatch(multiple -> multiple < 0.8).anyMatch(multiple -> multiple > 1.8);
    }

    @Test
    void concentrationsAndDisplacementsScatterIndependently() {
        Symbol citrate = new Symbol("cit_c");
        Symbol pyruvate = new Symbol("pyr_c");
        double[] cit = variations(200).stream()
                .mapToDouble(state -> Math.log(state.value(citrate) / base.value(citrate)))
                .toArray();
        double[] pyr = variations(200).stream()
                .mapToDouble(state -> Math.log(state.value(pyruvate) / base.value(pyruvate)))
                .toArray();
        List<Double> gamma = variations(200).stream()
                .map(state ->
                        Math.log(Calibration.displacement(roles, state, "PGI").orElseThrow()))
                .toList();

        assertThat(deviation(cit)).isBetween(1.6, 2.0);
        assertThat(deviation(pyr)).isBetween(1.6, 2.0);
        // One of five has a deviation of 4.5, of which 0.26 lie beyond 5; the middle 68 of 100 are within 1.8.
        assertThat(Arrays.stream(cit).filter(shift -> Math.abs(shift) > 5).count())
                .isBetween(3L, 24L);
        assertThat(IntStream.range(0, 200)
                                .mapToDouble(k -> Math.signum(cit[k] * pyr[k]))
                                .sum()
                        / 200)
                .isBetween(-0.2, 0.2);
        double known = Math.log(Calibration.displacement(roles, base, "PGI").orElseThrow());
        assertThat(gamma).allMatch(value -> value * known > 0 && Math.abs(value) < 30.001);
        assertThat(gamma)
                .anyMatch(value -> Math.abs(value) < 0.5 * Math.abs(known))
                .anyMatch(value -> Math.abs(value) > 2 * Math.abs(known));
    }

    /** Of pools that are renewed a thousand times as fast as the slowest one. */
    @Test
    void somePoolsAreMadeAsSlowAsTheSlowest() {
        double[] known = base.turnovers();
        double slowest = Arrays.stream(known).min().orElseThrow();
        int fast = 0;
        int slow = 0;
        for (ReferenceState state : variations(200)) {
            double[] turnovers = state.turnovers();
            for (int pool = 0; pool < known.length; pool++) {
                if (known[pool] > 1000 * slowest) {
                    fast++;
                    slow += turnovers[pool] < 10 * slowest ? 1 : 0;
                    assertThat(turnovers[pool]).isPositive();
                }
            }
        }
        System.out.println(slow + " of " + fast + " fast pools were made slow");

        // A pool in twenty is made slower, to any magnitude of at most eight natural ones with the same chance; some
        // scatter so far.
        assertThat((double) slow / fast).isBetween(0.033, 0.053);
    }

    @Test
    void sameIndexIsTheSameStateAndAnotherSeedIsNot() {
        List<ReferenceState> few = variations(3);
        ReferenceState again =
                StateVariation.of(roles, List.of(base, faster()), 7).state(2);
        ReferenceState other =
                StateVariation.of(roles, List.of(base, faster()), 8).state(2);

        assertThat(again.values()).isEqualTo(few.get(2).values());
        assertThat(again.rates()).isEqualTo(few.get(2).rates());
        assertThat(other.values()).isNotEqualTo(again.values());
        assertThat(few.get(1).values()).isNotEqualTo(again.values());
    }

    /** Nothing flows through the second reaction, and nothing can where its species are absent. */
    @Test
    void absentSpeciesAndFluxesOfZeroStayAsTheyAre() {
        KineticModel idle = ModelSketch.model("""
                compartment cell = 1
                species S in cell = 2
                species A in cell = 0
                species B in cell = 0
                parameter V = 1
                parameter K = 1
                parameter W = 1
                parameter L = 1
                reaction R: A -> B; V*A/(K + A)
                reaction Q: B -> S; W*B/(L + B)
                """);

        ReferenceState state = StateVariation.of(ParameterRoles.of(idle), List.of(ReferenceState.of(idle)), 1)
                .state(0);

        assertThat(state.rates()).containsOnly(0);
        assertThat(state.value(new Symbol("A"))).isZero();
        assertThat(state.value(new Symbol("S"))).isPositive().isNotEqualTo(2);
    }

    @Test
    void lawThatNothingScalesIsRefused() {
        KineticModel rigid = ModelSketch.model("""
                compartment cell = 1
                species A in cell = 1
                species B in cell = 1
                parameter k1 = 1
                parameter k2 = 1
                reaction M: A -> B; k1*A - k2*B
                """);
        StateVariation variation = StateVariation.of(ParameterRoles.of(rigid), List.of(ReferenceState.of(rigid)), 1);

        assertThatThrownBy(() -> variation.state(0))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("reference states", "reaction M", "use the known states alone");
    }

    /** Half of the range of the middle 68 of 100: the few pools that are made slow have no say. */
    private static double deviation(double[] numbers) {
        double[] sorted = Arrays.stream(numbers).sorted().toArray();
        return (sorted[(int) (0.84 * sorted.length)] - sorted[(int) (0.16 * sorted.length)]) / 2;
    }
}
