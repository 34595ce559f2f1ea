package org.kindling.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.kindling.dynamics.Criterion;
import org.kindling.sampling.Population;

class PopulationComparisonTest {

    private static final int SETS = 20_000;

    private static final int WIDTH = TestPopulations.SPACE.dimension();

    private static PopulationComparison compare(Population first, Population second) {
        return PopulationComparison.of(first, second, Criterion.STABLE);
    }

    @Test
    void divergenceOfShiftedLogisticsIsTheClosedForm() {
        double shift = 2;
        double[] shifted = TestPopulations.prior(1, SETS);
        for (int place = 1; place < shifted.length; place += WIDTH) {
            shifted[place] += shift;
        }

        PopulationComparison comparison =
                compare(TestPopulations.of(shifted), TestPopulations.of(TestPopulations.prior(2, SETS)));

        // Between logistics a shift s apart: s (e^s + 1) / (e^s - 1) - 2. Bins of a hundredth blur the ends of sigma.
        double exact = shift * (Math.exp(shift) + 1) / (Math.exp(shift) - 1) - 2;
        ParameterDifference most = comparison.ranking().get(0);
        assertThat(most).isEqualTo(comparison.parameters().get(1));
        assertThat(most.divergence()).isCloseTo(exact, within(0.03));
        assertThat(most.second().saturation()).isCloseTo(0.5, within(0.01));
        assertThat(most.first().logarithm() - most.second().logarithm()).isCloseTo(shift, within(0.05));
        assertThat(comparison.parameters().get(0).divergence()).isLessThan(0.03);
        assertThat(comparison.parameters().get(0).excess()).isCloseTo(0, within(0.01));
    }

    @Test
    void samplesOfOneDistributionDifferByTheFloorOnly() {
        PopulationComparison comparison = compare(
                TestPopulations.of(TestPopulations.prior(1, SETS / 2)),
                TestPopulations.of(TestPopulations.prior(2, SETS)));

        assertThat(comparison.divergence().mean())
                .isCloseTo(comparison.divergence().floor(), within(0.002));
        // A mean beside the edge of a bin may fall into the next.
        assertThat(comparison.published()).isLessThan(0.1);
        NeighbourDistances neighbours = comparison.neighbours();
        assertThat(neighbours.sets()).isEqualTo(1000);
        assertThat(neighbours.firstToSecond()).isCloseTo(neighbours.secondWithin(), within(0.02));
        assertThat(comparison.first().effectiveRank()).isCloseTo(WIDTH, within(0.05));
        assertThat(comparison.first().incidence().share()).isCloseTo(0.5, within(0.02));
        assertThat(comparison.first().incidence().interval().lower())
                .isLessThan(comparison.first().incidence().share());
        assertThat(comparison.map().orElseThrow().first()).hasSize(1000);
    }

    @Test
    void noiseIsThatOfTheDivergenceWhicheverPopulationIsLarger() {
        PopulationComparison comparison = compare(
                TestPopulations.of(TestPopulations.prior(1, SETS)),
                TestPopulations.of(TestPopulations.prior(2, SETS / 10)));

        // Half of 99 degrees of freedom for each of two samples of 1,000; the smoothing of a hundred bins takes a tenth
        // off.
        assertThat(comparison.divergence().floor()).isCloseTo(0.09, within(0.02));
        assertThat(comparison.divergence().mean())
                .isCloseTo(comparison.divergence().floor(), within(0.02));
    }

    @Test
    void collapsedPopulationHasNearNeighboursAndALowRank() {
        double[] collapsed = TestPopulations.prior(1, 200);
        for (int place = 0; place < collapsed.length; place++) {
            collapsed[place] = place % WIDTH == 0 ? collapsed[place] : collapsed[place] * 0.01;
        }

        PopulationComparison comparison =
                compare(TestPopulations.of(collapsed), TestPopulations.of(TestPopulations.prior(2, 200)));

        assertThat(comparison.first().effectiveRank()).isCloseTo(1, within(0.01));
        assertThat(comparison.neighbours().firstWithin())
                .isLessThan(0.1 * comparison.neighbours().secondWithin());
        assertThat(comparison.neighbours().firstToSecond())
                .isGreaterThan(comparison.neighbours().firstWithin());
    }

    @Test
    void setsWithoutWeightCountInTheIncidenceOnly() {
        double[] coordinates = TestPopulations.prior(1, SETS);
        double[] weights = new double[SETS];
        for (int set = 0; set < SETS; set++) {
            weights[set] = coordinates[set * WIDTH] < 0 ? 1 : 0;
        }
        Population weighted = TestPopulations.weighted(weights, coordinates);
        Population valid = weighted.where(set -> weighted.abscissa(set) < 0);

        PopulationComparison comparison = compare(weighted, valid);

        assertThat(comparison.first().incidence().sets()).isEqualTo(SETS);
        assertThat(comparison.first().incidence().share()).isCloseTo(0.5, within(0.02));
        assertThat(comparison.first().effectiveSize()).isCloseTo(valid.size(), within(1e-6));
        assertThat(comparison.parameters()).allSatisfy(parameter -> {
            assertThat(parameter.divergence()).isLessThan(parameter.floor());
            assertThat(parameter.first()).isEqualTo(parameter.second());
        });
    }

    @Test
    void weightsOfTheReferenceCount() {
        double[] coordinates = TestPopulations.prior(1, SETS);
        double[] weights = new double[SETS];
        for (int set = 0; set < SETS; set++) {
            coordinates[set * WIDTH] =
                    set % 8 < 2 ? -Math.abs(coordinates[set * WIDTH]) : Math.abs(coordinates[set * WIDTH]);
            weights[set] = set % 8 < 2 ? 3 : 1;
        }

        PopulationComparison comparison = compare(
                TestPopulations.of(TestPopulations.prior(2, SETS / 2)), TestPopulations.weighted(weights, coordinates));

        assertThat(comparison.parameters().get(0).divergence())
                .isLessThan(1.5 * comparison.divergence().floor());
        // Half of 99 degrees of freedom for each of two halves, of 10,000 sets that are worth 7,500.
        assertThat(comparison.divergence().floor()).isCloseTo(99.0 / 7_500, within(0.003));
    }

    @Test
    void constantsOfStableSetsAreTheirTimes() {
        double[] coordinates = new double[20 * WIDTH];
        Arrays.fill(coordinates, -0.5);
        Population slow = TestPopulations.of(coordinates);
        Population never =
                TestPopulations.of(Arrays.stream(coordinates).map(u -> -u).toArray());

        PopulationComparison comparison = compare(slow, never);

        assertThat(comparison.first().timeConstant().orElseThrow().median()).isEqualTo(2);
        assertThat(comparison.second().timeConstant()).isEmpty();
        assertThat(comparison.second().abscissa().highest()).isEqualTo(0.5);
        assertThat(comparison.first().effectiveRank()).isCloseTo(1, within(1e-12));
    }

    @Test
    void populationsThatCannotBeComparedAreRefused() {
        Population few = TestPopulations.of(TestPopulations.prior(1, 9));
        Population enough = TestPopulations.of(TestPopulations.prior(1, 10));
        Population other = Population.of(
                TestPopulations.space("test-models/shared_constant.xml"),
                new double[0],
                new double[0],
                new double[0],
                new double[0]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> compare(few, enough))
                .withMessageContaining("9 sets");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> compare(other, enough))
                .withMessageContaining("do not have the same parameters");
        assertThat(PopulationComparison.firstDifference(other, enough))
                .contains(enough.space().coordinates().get(0).address());
    }
}
