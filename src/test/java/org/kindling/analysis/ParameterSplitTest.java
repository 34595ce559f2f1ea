package org.kindling.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.kindling.analysis.ParameterSplit.Trend;
import org.kindling.dynamics.Criterion;
import org.kindling.sampling.Population;

class ParameterSplitTest {

    private static final int SETS = 5_003;

    private final Population population = TestPopulations.of(TestPopulations.prior(1, SETS));

    @Test
    void parameterThatSetsTheAbscissaRaisesTheMedians() {
        ParameterSplit split = ParameterSplit.of(population, 0, 10, Criterion.abscissaBelow(-1));

        assertThat(split.trend()).isEqualTo(Trend.RISING);
        assertThat(split.strict()).isTrue();
        assertThat(split.correlation().getAsDouble()).isCloseTo(1, within(1e-12));
        assertThat(split.groups()).hasSize(10);
        assertThat(split.groups().stream()
                        .mapToInt(group -> group.incidence().sets())
                        .sum())
                .isEqualTo(SETS);
        assertThat(split.groups()).allSatisfy(group -> {
            assertThat(group.incidence().sets()).isBetween(500, 501);
            assertThat(group.lowest()).isLessThan(group.highest());
        });
        assertThat(split.groups().get(0).incidence().share()).isEqualTo(1);
        assertThat(split.groups().get(9).incidence().valid()).isZero();
        // A quarter of the logistic distribution lies below -ln 3, the median of its lowest tenth at -ln 19.
        assertThat(split.groups().get(0).abscissa().median()).isCloseTo(-Math.log(19), within(0.1));
    }

    @Test
    void parameterThatMattersTheOtherWayLowersThem() {
        double[] opposite = TestPopulations.prior(1, SETS);
        for (int place = 0; place < opposite.length; place += TestPopulations.SPACE.dimension()) {
            opposite[place + 1] = -opposite[place];
        }

        ParameterSplit split = ParameterSplit.of(TestPopulations.of(opposite), 1, 10, Criterion.STABLE);

        assertThat(split.trend()).isEqualTo(Trend.FALLING);
        assertThat(split.correlation().getAsDouble()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void stepsThatNoiseMakesDoNotHideATrend() {
        double[] steep = TestPopulations.prior(1, SETS);
        int width = TestPopulations.SPACE.dimension();
        for (int set = 0; set < SETS; set++) {
            // Beyond the median of the second parameter, the abscissa does not depend on it.
            steep[set * width] += 4 * Math.min(0, steep[set * width + 1]);
        }

        ParameterSplit split = ParameterSplit.of(TestPopulations.of(steep), 1, 40, Criterion.STABLE);

        assertThat(split.trend()).isEqualTo(Trend.RISING);
        assertThat(split.strict()).isFalse();
    }

    @Test
    void parameterThatMattersBothWaysHasNoTrend() {
        double[] folded = TestPopulations.prior(1, SETS);
        int width = TestPopulations.SPACE.dimension();
        for (int set = 0; set < SETS; set++) {
            folded[set * width] = -Math.abs(folded[set * width + 1]);
        }

        ParameterSplit split = ParameterSplit.of(TestPopulations.of(folded), 1, 9, Criterion.STABLE);

        assertThat(split.trend()).isEqualTo(Trend.NONE);
        assertThat(split.strict()).isFalse();
    }

    @Test
    void parameterThatDoesNotMatterHasNoTrend() {
        ParameterSplit split = ParameterSplit.of(population, 1, 10, Criterion.STABLE);

        assertThat(split.trend()).isEqualTo(Trend.NONE);
        assertThat(split.correlation().getAsDouble()).isCloseTo(0, within(0.05));
        assertThat(split.coordinate())
                .isEqualTo(TestPopulations.SPACE.coordinates().get(1));
    }

    @Test
    void allSetsAlikeHaveNoCorrelation() {
        double[] alike = new double[20 * TestPopulations.SPACE.dimension()];
        Arrays.fill(alike, -1);

        ParameterSplit split = ParameterSplit.of(TestPopulations.of(alike), 0, 2, Criterion.STABLE);

        assertThat(split.correlation()).isEmpty();
        assertThat(split.trend()).isEqualTo(Trend.NONE);
    }

    @Test
    void lessThanTwoGroupsOrMoreThanSetsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterSplit.of(population, 0, 1, Criterion.STABLE))
                .withMessageContaining("1 groups");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ParameterSplit.of(population, 0, SETS + 1, Criterion.STABLE));
    }
}
