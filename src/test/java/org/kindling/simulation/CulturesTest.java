package org.kindling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.kindling.expression.Symbol;
import org.kindling.network.ModelSketch;
import org.kindling.sampling.Progress;
import org.kindling.simulation.Cultures.Culture;
import org.kindling.simulation.Cultures.Member;
import org.kindling.simulation.MeasuredCurves.Point;

/** Many members, some of which fail, and their distance from what was measured. */
class CulturesTest {

    private static final Symbol BIOMASS = new Symbol("biomass");
    private static final Symbol SUBSTRATE = new Symbol("S");

    /** Growth of constant rate mu, which is undefined from where S falls below the limit. */
    private static final String CELL = """
            compartment c = 1
            compartment e = 1
            boundary S in e = 1
            parameter mu = 0.5
            parameter limit = -1e9
            reaction uptake: S -> ; c*mu*(1 + 1e-15*ln(S - limit))
            """;

    private static Cultures cultures(MeasuredCurves measured) {
        BioreactorSetup setup = new BioreactorSetup(
                new BioreactorSetup.Growth.PerFlux("uptake", 1), 1, 2, Map.of("S", 100.0), Map.of(), List.of());
        Bioreactor reactor = Bioreactor.of(ModelSketch.model(CELL), setup);
        EmbeddedSimulator simulator = EmbeddedSimulator.of(reactor.model(), List.of(BIOMASS, SUBSTRATE));
        return Cultures.of(simulator, TimeGrid.even(0, 2, 4), Tolerances.TIGHT, measured);
    }

    private static Member member(String id, double mu, double limit) {
        return new Member(id, Map.of(new Symbol("mu"), mu, new Symbol("limit"), limit));
    }

    private static List<Culture> run(MeasuredCurves measured, List<Member> members, int threads) {
        try {
            return cultures(measured).run(members, threads, Progress.NONE);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static Point point(Symbol quantity, double time, double value) {
        return new Point(quantity, time, value, OptionalDouble.empty());
    }

    @Test
    void distanceIsTheRootMeanSquareBesideDeviationOrLargestValue() {
        MeasuredCurves measured = MeasuredCurves.of(List.of(
                new Point(BIOMASS, 1, Math.exp(0.5) + 0.3, OptionalDouble.of(0.1)),
                point(SUBSTRATE, 1, 50),
                point(SUBSTRATE, 0, 80)));
        Culture culture = run(measured, List.of(member("m1", 0.5, -1e9)), 1).get(0);

        // S = 100 - (B - 1) / 2
        double first = 3;
        double second = (100 - Math.expm1(0.5) / 2 - 50) / 80;
        double third = (100.0 - 80) / 80;
        MeasuredCurves.Distance distance = culture.distance().orElseThrow();
        assertThat(distance.total())
                .isCloseTo(Math.sqrt((first * first + second * second + third * third) / 3), within(1e-6));
        assertThat(distance.byQuantity().get(BIOMASS)).isCloseTo(3, within(1e-6));
        assertThat(distance.byQuantity().get(SUBSTRATE))
                .isCloseTo(Math.sqrt((second * second + third * third) / 2), within(1e-6));
    }

    @Test
    void membersAreRankedByDistanceAndTheFailedOnesComeLast() {
        MeasuredCurves measured = MeasuredCurves.of(List.of(point(BIOMASS, 2, Math.exp(1.2))));
        List<Culture> ranked = run(
                measured,
                List.of(member("slow", 0.1, -1e9), member("fails", 0.6, 99.9), member("near", 0.61, -1e9)),
                2);

        assertThat(ranked).extracting(Culture::member).containsExactly("near", "slow", "fails");
        Culture failed = ranked.get(2);
        assertThat(failed.complete()).isFalse();
        assertThat(failed.distance()).isEmpty();
        assertThat(failed.course().outcome().reason()).isNotEmpty();
        // S is at the limit when B = 1.2, at ln 1.2 / 0.6 = 0.30 h: only the row at the start is reached.
        assertThat(failed.course().size()).isEqualTo(1);
    }

    @Test
    void resultDoesNotDependOnThreads() {
        List<Member> members = new ArrayList<>();
        for (int k = 0; k < 40; k++) {
            members.add(member("m" + k, 0.1 + 0.01 * ((k * 17) % 40), k % 7 == 0 ? 99.9 : -1e9));
        }
        MeasuredCurves measured = MeasuredCurves.of(List.of(point(BIOMASS, 2, Math.exp(0.6))));

        List<Culture> one = run(measured, members, 1);
        List<Culture> four = run(measured, members, 4);

        assertThat(four)
                .extracting(Culture::member)
                .isEqualTo(one.stream().map(Culture::member).toList());
        for (int k = 0; k < one.size(); k++) {
            assertThat(four.get(k).distance()).isEqualTo(one.get(k).distance());
            assertThat(four.get(k).course().column(0))
                    .isEqualTo(one.get(k).course().column(0));
        }
    }

    @Test
    void nothingMeasuredLeavesTheOrderAsGiven() {
        List<Culture> ranked = run(MeasuredCurves.NONE, List.of(member("m1", 0.3, -1e9), member("m2", 0.2, -1e9)), 2);

        assertThat(ranked).extracting(Culture::member).containsExactly("m1", "m2");
        assertThat(ranked).extracting(Culture::distance).containsOnly(Optional.empty());
    }

    @Test
    void curveWithoutScaleIsRefused() {
        assertThatThrownBy(() -> MeasuredCurves.of(List.of(point(BIOMASS, 1, 0), point(BIOMASS, 2, 0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no scale");
    }
}
