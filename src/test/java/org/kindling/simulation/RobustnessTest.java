package org.kindling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.network.ModelSketch;
import org.kindling.network.ReferenceState;
import org.kindling.sampling.Progress;

/** Studies whose outcome is known in closed form. */
class RobustnessTest {

    /** A pool that relaxes with rate k: the deviation from x* = 1 falls as exp(-k t). */
    private static final KineticModel POOL = ModelSketch.model("""
            compartment cell = 1
            species A in cell = 1
            parameter k = 2
            reaction R: -> A; k*(1 - A)
            """);

    /** Two pools that relax on their own, one faster and scarcer than the other. */
    private static final KineticModel POOLS = ModelSketch.model("""
            compartment cell = 1
            species A in cell = 100
            species B in cell = 1
            reaction R1: -> A; 100 - A
            reaction R2: -> B; 9*(1 - B)
            """);

    /** A moiety of which the scarce part is the independent one. */
    private static final KineticModel MOIETY = ModelSketch.model("""
            compartment cell = 1
            species A in cell = 2
            species B in cell = 1
            reaction R: A -> B; A - 2*B
            """);

    private static final Symbol RATE = new Symbol("k");

    private static Robustness.Options options(PerturbationFactors factors, int perturbations, double... times) {
        return new Robustness.Options(factors, perturbations, TimeGrid.at(times), Tolerances.DEFAULT, 7, 3);
    }

    private static PerturbationResponses study(KineticModel model, Robustness.Options options, double... rates) {
        return studyOnThreads(2, model, options, rates);
    }

    private static PerturbationResponses studyOnThreads(
            int threads, KineticModel model, Robustness.Options options, double... rates) {
        try {
            return Robustness.of(model, ReferenceState.of(model), options)
                    .run(rates.length, member -> Map.of(RATE, rates[member]), threads, Progress.NONE);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void distanceOfALinearPoolFallsExponentially() {
        PerturbationResponses responses = study(POOL, options(PerturbationFactors.REKINDLE, 20, 0, 0.5, 1.5), 2);

        for (int perturbation = 0; perturbation < 20; perturbation++) {
            double start = responses.distance(0, perturbation, 0).orElseThrow();
            for (int row = 1; row < 3; row++) {
                double time = responses.options().grid().time(row);
                // Observed: 4e-7 at a relative tolerance of 1e-6 in each step.
                assertThat(responses.distance(0, perturbation, row).orElseThrow())
                        .isCloseTo(start * Math.exp(-2 * time), within(4e-6));
            }
        }
    }

    @Test
    void shareOfALinearPoolIsThatOfItsFactors() {
        double time = 1;
        PerturbationResponses responses = study(POOL, options(PerturbationFactors.RENAISSANCE, 2_000, 0, time), 2);

        // Back are those with |factor - 1| below 0.01 exp(k t), of factors that are uniform in 0.5 to 1.5.
        double expected = 2 * Robustness.NEAR * Math.exp(2 * time);
        ReturnedShare share = responses.share(1);
        assertThat(expected)
                .isBetween(share.interval().lower(), share.interval().upper());
        long within = IntStream.range(0, 2_000)
                .filter(k -> responses.distance(0, k, 0).orElseThrow() < Robustness.NEAR * Math.exp(2 * time))
                .count();
        assertThat(share.value()).isEqualTo(within / 2_000.0);
    }

    @Test
    void speciesReturnEachByItsOwnMeasure() {
        PerturbationResponses responses = study(POOLS, options(new PerturbationFactors(0.5, 0.5), 1, 1, 3, 4), 0);

        assertThat(responses.species()).containsExactly(new Symbol("A"), new Symbol("B"));
        // Deviations of 0.5 exp(-t) and 0.5 exp(-9 t): the first is below 0.01 from 3.9 on, the second from 0.43 on.
        assertThat(IntStream.range(0, 3)
                        .mapToDouble(row -> responses.shareOfSpecies(row, 0).value()))
                .containsExactly(0.0, 0.0, 1.0);
        assertThat(IntStream.range(0, 3)
                        .mapToDouble(row -> responses.shareOfSpecies(row, 1).value()))
                .containsExactly(1.0, 1.0, 1.0);
        assertThat(IntStream.range(0, 3).mapToDouble(row -> responses.share(row).value()))
                .containsExactly(0.0, 0.0, 1.0);
    }

    @Test
    void distanceIsEuclideanInTheUnitsOfTheModel() {
        PerturbationResponses responses = study(POOLS, options(new PerturbationFactors(0.5, 0.5), 1, 1), 0);

        double expected = Math.hypot(50 * Math.exp(-1), 0.5 * Math.exp(-9)) / Math.hypot(100, 1);
        assertThat(responses.distance(0, 0, 0).orElseThrow()).isCloseTo(expected, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void responsesDoNotDependOnTheNumberOfThreads(int threads) {
        Robustness.Options options = options(PerturbationFactors.REKINDLE, 25, 0, 0.2, 1);
        double[] rates = {1, 2, 3, 4, 5};

        PerturbationResponses one = studyOnThreads(1, POOL, options, rates);
        PerturbationResponses more = studyOnThreads(threads, POOL, options, rates);

        for (int member = 0; member < rates.length; member++) {
            for (int perturbation = 0; perturbation < 25; perturbation++) {
                for (int row = 0; row < 3; row++) {
                    assertThat(more.distance(member, perturbation, row))
                            .isEqualTo(one.distance(member, perturbation, row));
                }
            }
        }
    }

    @Test
    void firstPerturbationsStayTheSameWhenMoreAreAskedFor() {
        PerturbationResponses few = study(POOL, options(PerturbationFactors.REKINDLE, 3, 0), 1, 2);
        PerturbationResponses many = study(POOL, options(PerturbationFactors.REKINDLE, 30, 0), 1, 2);

        for (int member = 0; member < 2; member++) {
            for (int perturbation = 0; perturbation < 3; perturbation++) {
                assertThat(many.distance(member, perturbation, 0)).isEqualTo(few.distance(member, perturbation, 0));
            }
        }
    }

    @Test
    void unstableMemberNeverReturns() {
        PerturbationResponses responses = study(POOL, options(PerturbationFactors.RENAISSANCE, 50, 4), -3, 3);

        assertThat(responses.shareOfMember(0, 0)).isZero();
        assertThat(responses.shareOfMember(0, 1)).isEqualTo(1);
        assertThat(responses.share(0).value()).isEqualTo(0.5);
        assertThat(responses.failures()).isEmpty();
    }

    @Test
    void growthBeyondAllBoundsIsAFailureAndNotAReturn() {
        // dA/dt = A^2 - A leaves A = 1 for 0 from below and reaches infinity at ln(A0 / (A0 - 1)) from above.
        KineticModel model = ModelSketch.model("""
                compartment cell = 1
                species A in cell = 1
                reaction R: -> A; A*(A - 1)
                """);
        PerturbationResponses responses = study(model, options(new PerturbationFactors(1.2, 1.5), 8, 0.5, 3), 0);

        assertThat(responses.failures().values()).containsExactly(8);
        assertThat(responses.failure(0, 0)).isPresent();
        assertThat(responses.distance(0, 0, 0)).isPresent();
        assertThat(responses.distance(0, 0, 1)).isEqualTo(OptionalDouble.empty());
        assertThat(responses.share(0).value()).isZero();
        assertThat(responses.share(1).value()).isZero();
    }

    @Test
    void totalsAreKeptAndNegativeStartsDrawnAgain() {
        // B alone may be up to 3 of a total of 3, where factors go up to 6.
        PerturbationResponses responses = study(MOIETY, options(new PerturbationFactors(0, 6), 40, 0, 20), 0);

        assertThat(responses.failures()).isEmpty();
        for (PerturbationResponses.Trajectory trajectory : responses.trajectories()) {
            assertThat(trajectory.course().value(0, 0)).isNotNegative();
            assertThat(trajectory.course().value(0, 0) + trajectory.course().value(0, 1))
                    .isCloseTo(3, within(1e-12));
        }
        assertThat(responses.share(1).value()).isEqualTo(1);
    }

    @Test
    void factorsThatAlwaysGiveNegativeStartsAreCountedAsFailures() {
        PerturbationResponses responses = study(MOIETY, options(new PerturbationFactors(4, 5), 4, 20), 0);

        assertThat(responses.failures()).containsOnly(Map.entry("no start without negative values was found", 4));
        assertThat(responses.share(0).value()).isZero();
    }

    @Test
    void asManyTimeCoursesAreKeptAsAskedFor() {
        PerturbationResponses responses = study(POOL, options(PerturbationFactors.REKINDLE, 4, 0, 1), 1, 2, 3);

        assertThat(responses.trajectories())
                .extracting(PerturbationResponses.Trajectory::member)
                .containsExactly(0, 1, 2);
    }

    @Test
    void intervalCountsEachMemberOnce() {
        ReturnedShare share =
                study(POOL, options(PerturbationFactors.REKINDLE, 30, 10), 1, 2).share(0);

        // Two of two: the lower limit is 2 / (2 + z^2).
        assertThat(share.interval().lower()).isCloseTo(2 / (2 + 3.841458820694124), within(1e-12));
    }

    @Test
    void interruptionEndsTheStudy() {
        Robustness study =
                Robustness.of(POOL, ReferenceState.of(POOL), options(PerturbationFactors.REKINDLE, 1_000, 1));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> study.run(100, member -> Map.of(), 2, Progress.NONE))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Not steady.
                """
                compartment cell = 1
                species A in cell = 2
                reaction R: A -> ; A
                """,
                // The time itself.
                """
                compartment cell = 1
                species A in cell = 1
                reaction R: -> A; (1 - A)*#time
                """,
                // A compartment whose size changes.
                """
                compartment cell = 1
                species A in cell = 1
                rate cell = 1 - cell
                reaction R: -> A; 1 - A
                """
            })
    void modelWithoutAStateToReturnToIsRefused(String sketch) {
        KineticModel model = ModelSketch.model(sketch);

        assertThatThrownBy(() ->
                        Robustness.of(model, ReferenceState.of(model), options(PerturbationFactors.REKINDLE, 1, 1)))
                .isInstanceOf(InputException.class);
    }
}
