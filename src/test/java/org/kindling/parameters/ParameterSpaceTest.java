package org.kindling.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.network.ModelSketch;
import org.kindling.network.ReferenceState;

/** What varies, what the user can open or close, and what stands in the way. */
class ParameterSpaceTest {

    private static final KineticModel MODEL = ModelSketch.model("""
            compartment cell = 1
            species A in cell = 2
            species B in cell = 3
            species I in cell = 0
            parameter V = 5
            parameter q = 100
            parameter ka = 4
            parameter kb = 6
            parameter ki = 7
            parameter n = 2
            parameter E = 1
            parameter shift = -1
            parameter k1 = 2
            parameter k2 = 1
            parameter ruled = 1
            assign ruled = 2*n
            reaction R: A -> B; V*E*A/ka*(1 - B/A/q)/(1 + A/ka + B/kb + I/ki)*exp(shift)
            reaction M: B -> ; k1*B - k2*A
            """);

    @Test
    void allSaturationConstantsVaryUnlessTheUserChooses() {
        ParameterSpace space = space(ParameterSpace.Options.DEFAULT);

        assertThat(space.coordinates().stream().map(Coordinate::address)).containsExactly("ka", "kb");
        assertThat(space.coordinates().stream().map(Coordinate::reference)).containsExactly(2.0, 3.0);
        assertThat(space.dimension()).isEqualTo(2);
    }

    @Test
    void constantOfAnAbsentSpeciesIsKeptWithTheReason() {
        assertThat(space(ParameterSpace.Options.DEFAULT).kept().get("ki")).contains("no positive concentration");
        assertRefused(vary("ki"), "no positive concentration");
    }

    @Test
    void userCanFixAndChoose() {
        assertThat(space(options(Set.of(), Set.of("ka"))).coordinates().stream().map(Coordinate::address))
                .containsExactly("kb");
        assertThat(space(options(Set.of(), Set.of("ka"))).kept()).containsEntry("ka", "fixed by the user");
        assertThat(space(vary("kb")).coordinates().stream().map(Coordinate::address))
                .containsExactly("kb");
        assertThat(space(vary("kb")).kept()).containsEntry("ka", "not among those to vary");
    }

    @Test
    void openedParameterIsLogUniformAroundItsValue() {
        Coordinate coordinate = space(vary("E")).coordinates().get(0);

        assertThat(coordinate.reference()).isEqualTo(1);
        assertThat(coordinate.prior()).isEqualTo(new Prior.LogUniform(new Bounds(0.1, 10)));
    }

    @Test
    void whatTheReferenceStateDeterminesCannotBeOpened() {
        assertRefused(vary("V"), "follows from the reference state");
        assertRefused(vary("q"), "follows from the reference state");
    }

    @Test
    void whatWouldChangeAFluxOrNothingCannotBeOpened() {
        assertRefused(vary("k1"), "the law of M has no factor");
        assertRefused(vary("ruled"), "a rule determines it");
        assertRefused(vary("n"), "used outside of rate laws");
        assertRefused(vary("shift"), "only a positive constant can vary");
    }

    @Test
    void unknownParametersAreRefused() {
        assertRefused(vary("nonsense"), "no such parameter");
        assertRefused(options(Set.of(), Set.of("nonsense")), "no such parameter");
        assertRefused(measured("nonsense", new MeasuredConstant.Estimate(1, 1)), "no such parameter");
    }

    @Test
    void measuredConstantsReplaceThePrior() {
        Coordinate estimated = space(measured("ka", new MeasuredConstant.Estimate(10, 0.5)))
                .coordinates()
                .get(0);
        Coordinate bounded = space(measured("ka", new MeasuredConstant.Range(new Bounds(1, 6))))
                .coordinates()
                .get(0);

        assertThat(estimated.prior().lnValue(0.5)).isCloseTo(Math.log(10), within(1e-15));
        assertThat(estimated.prior().lnValue(0.8413447460685429)).isCloseTo(Math.log(10) * 1.5, within(1e-12));
        assertThat(bounded.prior()).isEqualTo(new Prior.UniformSaturation(2, 0.25, 2.0 / 3));
        assertThat(bounded.measured()).isPresent();
    }

    @Test
    void rangesNarrowThePriorsOfTheirConstantsOnly() {
        ParameterSpace space = space(ParameterSpace.Options.DEFAULT);

        ParameterSpace narrow = space.within(Map.of("kb", new Bounds(1, 6)));

        assertThat(narrow.coordinates().get(0)).isEqualTo(space.coordinates().get(0));
        assertThat(narrow.coordinates().get(1).prior()).isEqualTo(new Prior.UniformSaturation(3, 1.0 / 3, 0.75));
        assertThat(narrow.kept()).isEqualTo(space.kept());
    }

    @Test
    void rangesOfWhatDoesNotVaryAndEmptyOnesAreRefused() {
        ParameterSpace space = space(measured("ka", new MeasuredConstant.Range(new Bounds(1, 6))));

        assertThatThrownBy(() -> space.within(Map.of("n", Bounds.POSITIVE)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("parameter n")
                .hasMessageContaining("does not vary");
        assertThatThrownBy(() -> space.within(Map.of("ka", new Bounds(7, 8))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("parameter ka")
                .hasMessageContaining("cannot lie between 7.0 and 8.0");
    }

    @Test
    void coordinatesAreTheInverseOfValues() {
        ParameterSpace space = space(ParameterSpace.Options.DEFAULT);
        double[] coordinates = {-30, 0, 2.5, 30};
        double[] values = new double[4];
        double[] back = new double[4];

        space.values(coordinates, values, 2);
        space.coordinates(values, back, 2);

        assertThat(back).containsExactly(coordinates, within(1e-12));
    }

    private static ParameterSpace space(ParameterSpace.Options options) {
        return ParameterSpace.of(ParameterRoles.of(MODEL), ReferenceState.of(MODEL), options);
    }

    private static ParameterSpace.Options options(Set<String> vary, Set<String> fix) {
        return new ParameterSpace.Options(Map.of(), vary, fix);
    }

    private static ParameterSpace.Options vary(String address) {
        return options(Set.of(address), Set.of());
    }

    private static ParameterSpace.Options measured(String address, MeasuredConstant constant) {
        return new ParameterSpace.Options(Map.of(address, constant), Set.of(), Set.of());
    }

    private static void assertRefused(ParameterSpace.Options options, String reason) {
        assertThatThrownBy(() -> space(options))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(reason);
    }
}
