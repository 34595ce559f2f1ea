package org.kindling.copasi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.network.ModelSketch;
import org.kindling.simulation.EmbeddedSimulator;
import org.kindling.simulation.Experiment;
import org.kindling.simulation.TimeCourse;
import org.kindling.simulation.TimeCourseSimulator;
import org.kindling.simulation.TimeGrid;
import org.kindling.simulation.Tolerances;

class ComparisonTest {

    private static final KineticModel MODEL = ModelSketch.model(FakeCopasi.MODEL);
    private static final Symbol K = new Symbol("k");
    private static final ComparisonOptions OPTIONS = new ComparisonOptions(
            2, 1, TimeGrid.even(0, 2, 8), Tolerances.TIGHT, Marks.DEFAULT, 2, ComparisonOptions.Search.ASKED);

    @Test
    void sidesThatAgreePass() throws InterruptedException {
        ComparisonReport report = compare(FakeCopasi.withError(0), EmbeddedSimulator.of(MODEL), 0.5, 1, 2);

        assertThat(report.passed()).isTrue();
        assertThat(report.failed()).isEmpty();
        assertThat(report.members()).extracting(MemberComparison::member).containsExactly("m0", "m1", "m2");
        assertThat(report.worstCourse().orElseThrow()).isBetween(0.0, 1e-7);
        assertThat(report.worst().orElseThrow().course().orElseThrow().suspect())
                .isEqualTo(Suspect.NOBODY);
    }

    @Test
    void memberThatKillsCopasiIsLostAloneAndFailsTheComparison() throws InterruptedException {
        ComparisonReport report = compare(FakeCopasi.withError(0), EmbeddedSimulator.of(MODEL), 0.5, 13, 2);

        assertThat(report.passed()).isFalse();
        assertThat(report.failed()).singleElement().satisfies(member -> {
            assertThat(member.member()).isEqualTo("m1");
            assertThat(member.failure()).startsWith("COPASI stopped at time 0.0: crash");
            assertThat(member.course()).isEmpty();
        });
        assertThat(report.members())
                .filteredOn(member -> member.course().isPresent())
                .hasSize(2);
    }

    @Test
    void modelThatCopasiCannotReadFailsEveryMemberWithTheReason() throws InterruptedException {
        ComparisonReport report = compare(FakeCopasi.unableToRead("no such law"), EmbeddedSimulator.of(MODEL), 0.5, 1);

        assertThat(report.passed()).isFalse();
        assertThat(report.failed())
                .extracting(MemberComparison::failure)
                .allMatch(reason -> reason.contains("COPASI cannot read the model: no such law"))
                .hasSize(2);
        assertThat(report.worstCourse()).isEmpty();
    }

    @Test
    void inexactCopasiIsSuspected() throws InterruptedException {
        ComparisonReport report = compare(FakeCopasi.withError(1e4), EmbeddedSimulator.of(MODEL), 0.5);

        assertThat(report.passed()).isFalse();
        assertThat(report.worstCourse().orElseThrow()).isGreaterThan(1e-6);
        assertThat(suspect(report)).isEqualTo(Suspect.COPASI);
    }

    @Test
    void inexactKindlingIsSuspected() throws InterruptedException {
        TimeCourseSimulator sloppy = new Altered(tolerances -> 1e4 * tolerances.relative());

        assertThat(suspect(compare(FakeCopasi.withError(0), sloppy, 0.5))).isEqualTo(Suspect.KINDLING);
    }

    @Test
    void otherEquationsAreSuspectedWhereNeitherSideMoves() throws InterruptedException {
        TimeCourseSimulator other = new Altered(tolerances -> 1e-3);

        assertThat(suspect(compare(FakeCopasi.withError(0), other, 0.5))).isEqualTo(Suspect.EQUATIONS);
    }

    @Test
    void restAndEigenvaluesAreComparedAtTheSteadyState() throws InterruptedException {
        ComparisonReport report = compare(FakeCopasi.withError(0), EmbeddedSimulator.of(MODEL), 0.5);
        RestComparison rest = report.members().get(0).rest().orElseThrow();

        assertThat(rest.drift().value()).isLessThan(1e-14);
        // The zero that the moiety brings is left out of the full spectrum.
        assertThat(rest.fullEigenvalue().orElseThrow()).isLessThan(1e-14);
        assertThat(rest.reducedEigenvalue().orElseThrow()).isLessThan(1e-14);
        assertThat(rest.ownEigenvalue().orElseThrow()).isCloseTo(0.05, within(1e-12));
        assertThat(rest.search()).isEqualTo(RestComparison.Search.FOUND);
        assertThat(rest.found().orElseThrow()).isLessThan(1e-14);
        assertThat(report.steadyStatesFound()).isEqualTo(1);
    }

    private static Suspect suspect(ComparisonReport report) {
        return report.worst().orElseThrow().course().orElseThrow().suspect();
    }

    private static ComparisonReport compare(FakeCopasi copasi, TimeCourseSimulator kindling, double... rates)
            throws InterruptedException {
        List<Member> members = new ArrayList<>();
        Arrays.stream(rates).forEach(k -> members.add(new Member("m" + members.size(), Map.of(K, k))));
        List<Integer> progress = new ArrayList<>();
        try (kindling;
                CopasiSimulator simulator = CopasiSimulator.of(copasi.engine(), MODEL, CopasiOptions.DEFAULT)) {
            ComparisonReport report =
                    Comparison.of(MODEL, kindling, simulator, OPTIONS).run(members, progress::add);
            assertThat(progress)
                    .containsExactlyElementsOf(
                            Stream.iterate(1, k -> k + 1).limit(members.size()).toList());
            return report;
        }
    }

    /** How much too high a side's course is, by the tolerance asked for. */
    @FunctionalInterface
    private interface Excess {

        double of(Tolerances tolerances);
    }

    /** Kindling's simulator with an error. */
    private static final class Altered implements TimeCourseSimulator {

        private final TimeCourseSimulator exact = EmbeddedSimulator.of(MODEL);
        private final Excess excess;

        Altered(Excess excess) {
            this.excess = excess;
        }

        @Override
        public String engine() {
            return "altered";
        }

        @Override
        public List<Symbol> quantities() {
            return exact.quantities();
        }

        @Override
        public TimeCourse simulate(Experiment experiment) throws InterruptedException {
            TimeCourse course = exact.simulate(experiment);
            double[][] rows = new double[course.size()][];
            for (int row = 0; row < rows.length; row++) {
                rows[row] = Arrays.stream(course.row(row))
                        .map(value -> value * (1 + excess.of(experiment.tolerances())))
                        .toArray();
            }
            return TimeCourse.of(experiment.grid(), course.quantities(), rows, course.outcome());
        }

        @Override
        public void close() {
            exact.close();
        }
    }
}
