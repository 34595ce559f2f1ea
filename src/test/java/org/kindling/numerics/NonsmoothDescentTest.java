package org.kindling.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class NonsmoothDescentTest {

    /** The nonsmooth Rosenbrock function of Lewis and Overton, section 5: 8 |x^2 - y| + (1 - x)^2. */
    private static double valley(double[] x, double[] gradient) {
        double side = x[0] * x[0] - x[1];
        gradient[0] = 16 * Math.signum(side) * x[0] - 2 * (1 - x[0]);
        gradient[1] = -8 * Math.signum(side);
        return 8 * Math.abs(side) + (1 - x[0]) * (1 - x[0]);
    }

    @Test
    void descendsAlongAKink() throws InterruptedException {
        double[] x = {-1, 2};

        NonsmoothDescent.Outcome outcome = NonsmoothDescent.of(500).minimise(NonsmoothDescentTest::valley, x);

        System.out.println("nonsmooth valley: " + outcome);
        assertThat(outcome.value()).isCloseTo(0, within(1e-6));
        assertThat(x[0]).isCloseTo(1, within(1e-3));
        assertThat(x[1]).isCloseTo(1, within(1e-3));
    }

    @Test
    void stopsWhereNothingLeadsLower() throws InterruptedException {
        NonsmoothDescent.Outcome outcome = NonsmoothDescent.of(1000)
                .minimise(
                        (x, gradient) -> {
                            gradient[0] = 2 * (x[0] - 3);
                            return (x[0] - 3) * (x[0] - 3);
                        },
                        new double[] {10});

        assertThat(outcome.status()).isEqualTo(NonsmoothDescent.Status.STOPPED);
        assertThat(outcome.value()).isZero();
        assertThat(outcome.evaluations()).isLessThan(100);
    }

    @Test
    void spendsNoMoreThanAllowed() throws InterruptedException {
        NonsmoothDescent.Outcome outcome =
                NonsmoothDescent.of(20).minimise(NonsmoothDescentTest::valley, new double[] {-1, 2});

        assertThat(outcome.evaluations()).isEqualTo(20);
        assertThat(outcome.status()).isEqualTo(NonsmoothDescent.Status.SPENT);
    }

    @Test
    void noEvaluationIsRefused() {
        assertThatThrownBy(() -> NonsmoothDescent.of(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
