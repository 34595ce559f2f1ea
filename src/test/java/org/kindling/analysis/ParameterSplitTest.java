package org.kindling.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.kindling.analysis.ParameterSplit.Group;
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
        assertThat(split.correlation().getAsDouble()).isCloseTo(1, within(1e-12));
        assertThat(split.groups()).hasSize(10);
        assertThat(split.groups().stream().mapToInt(Group::sets).sum()).isEqualTo(SETS);
        assertThat(split.groups()).allSatisfy(group -> {
            assertThat(group.sets()).isBetween(500, 501);
            assertThat(group.lowest()).isLessThan(group.highest());
        });
        assertThat(split.groups().get(0).incidence()).isEqualTo(1);
        assertThat(split.groups().get(9).valid()).isZero();
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
