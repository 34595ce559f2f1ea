package org.kindling.generators.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.dynamics.Jacobians;
import org.kindling.network.ModelSketch;
import org.kindling.sampling.Progress;

class FastestSearchTest {

    /**
     * A chain of pools that irreversible reactions empty with flux 5. Its Jacobian is triangular, so that the slowest mode is at
     * -5/50 times the elasticity of R3, which is below 1 and comes near to it where B is far below saturation.
     */
    private static final JacobianFunction CHAIN = Jacobians.of(ModelSketch.model("""
            compartment cell = 1
            boundary S in cell = 1
            boundary P in cell = 1
            species A in cell = 2
            species B in cell = 50
            parameter V1 = 10
            parameter V2 = 10
            parameter K2 = 2 SBO:0000027
            parameter V3 = 10
            parameter K3 = 50 SBO:0000027
            reaction R1: S -> A; V1*S/2
            reaction R2: A -> B; V2*A/(K2 + A)
            reaction R3: B -> P; V3*B/(K3 + B)
            """));

    private static final FastestSearch.Options SHORT = new FastestSearch.Options(240, 2, 2, 12, 0.3);

    private static FastestSet search(FastestSearch.Options options, int threads) throws InterruptedException {
        return FastestSearch.of(CHAIN, options, threads).run(1, Progress.NONE);
    }

    @Test
    void chainReachesTheTurnoverOfItsLargestPool() throws InterruptedException {
        FastestSet fastest = search(SHORT, 1);

        assertThat(fastest.abscissa()).isCloseTo(-0.1, within(1e-5)).isGreaterThan(-0.1);
        assertThat(fastest.timeConstant()).isCloseTo(10, within(1e-3));
        assertThat(fastest.reached(FastestSet.Origin.PRIOR))
                .hasSize(2)
                .allSatisfy(reached -> assertThat(reached).isCloseTo(-0.1, within(1e-5)));
        assertThat(fastest.u())
                .hasSize(2)
                .allSatisfy(u -> assertThat(Math.abs(u)).isLessThan(12));
        assertThat(fastest.jacobians()).isBetween(4L, 240L);
    }

    @Test
    void boxLimitsHowFarItGoes() throws InterruptedException {
        FastestSet fastest = search(new FastestSearch.Options(240, 2, 2, 1, 0.3), 1);

        // At u = 1 the elasticity is 1 / (1 + 1/e).
        assertThat(fastest.abscissa()).isCloseTo(-0.1 / (1 + Math.exp(-1)), within(1e-3));
        assertThat(fastest.atBox()).isPositive();
    }

    @Test
    void resultDoesNotDependOnThreads() throws InterruptedException {
        AtomicLong last = new AtomicLong();
        FastestSet one = search(SHORT, 1);
        FastestSet three = FastestSearch.of(CHAIN, SHORT, 3).run(1, (done, total) -> last.set(total - done));

        assertThat(three).isEqualTo(one);
        assertThat(last).hasValue(0);
    }

    @Test
    void interruptionEndsIt() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> search(SHORT, 1)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void nothingToSpendIsRefused() {
        assertThatThrownBy(() -> new FastestSearch.Options(3, 2, 2, 12, 0.3))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
