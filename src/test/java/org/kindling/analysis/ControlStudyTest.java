package org.kindling.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kindling.analysis.ControlStudy.Member;
import org.kindling.dynamics.ControlCoefficients;
import org.kindling.dynamics.ControlOutcome;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.network.ModelSketch;
import org.kindling.network.ReferenceState;
import org.kindling.sampling.Progress;

/** Many members of a pathway, some of which have no control coefficients. */
class ControlStudyTest {

    private static final KineticModel MODEL = ModelSketch.model("""
            compartment cell = 1
            species A in cell = 1
            parameter V = 2
            parameter K = 1
            parameter influx = 1
            reaction R1: -> A; influx
            reaction R2: A -> ; V*A/(K + A)
            """);

    private static ControlStudy study(int threads) {
        return ControlStudy.of(
                ControlCoefficients.of(ReferenceState.of(MODEL), List.of(new Symbol("V"), new Symbol("K"))), threads);
    }

    /** Saturations at which the flux stays 1. */
    private static List<Member> members(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> new Member("m" + index, List.of(2.0 + index, 1.0 + index)))
                .toList();
    }

    @Test
    void resultDoesNotDependOnThreads() throws InterruptedException {
        ControlEnsemble one =
                study(1).run(members(101), Progress.NONE).ensemble().orElseThrow();
        ControlEnsemble four =
                study(4).run(members(101), Progress.NONE).ensemble().orElseThrow();

        assertThat(four.theorems()).isEqualTo(one.theorems());
        // The control of A by its influx is 1 + A/K, and the median member has K = 51.
        assertThat(one.concentration().at(0, 0)).isEqualTo(four.concentration().at(0, 0));
        assertThat(one.concentration().at(0, 0).median()).isCloseTo(1 + 1.0 / 51, within(1e-15));
        assertThat(one.consistent()).isTrue();
    }

    @Test
    void membersWithoutCoefficientsAreNamed() throws InterruptedException {
        List<Member> members = new ArrayList<>(members(3));
        members.add(1, new Member("unsteady", List.of(9.0, 1.0)));
        members.add(new Member("undefined", List.of(Double.NaN, 1.0)));

        ControlEnsemble ensemble =
                study(2).run(members, Progress.NONE).ensemble().orElseThrow();

        assertThat(ensemble.members()).isEqualTo(3);
        assertThat(ensemble.failed())
                .containsEntry("unsteady", ControlOutcome.Status.UNSTEADY)
                .containsEntry("undefined", ControlOutcome.Status.UNDEFINED_RATE)
                .hasSize(2);
    }

    @Test
    void nothingFoundIsNoEnsemble() throws InterruptedException {
        ControlStudy.Result result = study(1).run(List.of(new Member("m", List.of(9.0, 1.0))), Progress.NONE);

        assertThat(result.ensemble()).isEmpty();
        assertThat(result.failed()).containsOnlyKeys("m");
    }

    @Test
    void progressIsTold() throws InterruptedException {
        List<Long> told = new ArrayList<>();
        study(3).run(members(7), (done, total) -> told.add(done));

        assertThat(told).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void interruptionEndsTheStudy() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> study(1).run(members(1000), Progress.NONE)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }
}
