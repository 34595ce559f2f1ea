package org.kindling.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.kindling.expression.Differences;
import org.kindling.network.ModelSketch;

/** Gradients where two modes are tied, or meet to become a pair of complex ones. */
class TiedModesTest {

    private static final SpectralGradient.Options SOFT = new SpectralGradient.Options(0.05, 2);

    /** Two pools that know nothing of each other, each with one mode. */
    private static final String DECOUPLED = """
            compartment cell = 1
            species A in cell = 1
            species B in cell = 1
            boundary S in cell = 1
            parameter V1 = 1
            parameter V2 = 1
            parameter Ka = 1
            parameter Kb = 1
            reaction R1: A -> S; V1*A/(Ka + A)
            reaction R2: B -> S; V2*B/(Kb + B)
            """;

    /** A chain: its Jacobian is triangular, and defective where both pools are equally fast. */
    private static final String CHAIN = """
            compartment cell = 1
            species A in cell = 1
            species B in cell = 1
            boundary S in cell = 1
            parameter V1 = 1
            parameter V2 = 1
            parameter Ka = 1
            parameter Kb = 1
            reaction R1: A -> B; V1*A/(Ka + A)
            reaction R2: B -> S; V2*B/(Kb + B)
            """;

    /** A chain whose end inhibits its beginning: strongly, and both modes are a pair. */
    private static final String FEEDBACK = """
            compartment cell = 1
            species A in cell = 1
            species B in cell = 1
            boundary S in cell = 1
            parameter V0 = 0.5
            parameter V1 = 1
            parameter V2 = 2
            parameter Ki = 1
            parameter Ka = 1
            parameter Kb = 1
            reaction R0: S -> A; V0*S/(1 + B/Ki)
            reaction R1: A -> B; V1*A/(Ka + A)
            reaction R2: B -> S; V2*B/(Kb + B)
            """;

    @Test
    void softMaximumOfTwoModesHasTheGradientOfDifferences() {
        Soft pools = new Soft(DECOUPLED);
        for (double apart : new double[] {0.3, 0.1, 1e-2, 1e-4}) {
            double[] u = {0, apart};

            double[] gradient = pools.gradient(u);

            assertThat(pools.worker.differences()).isZero();
            for (int parameter = 0; parameter < u.length; parameter++) {
                assertThat(gradient[parameter]).isCloseTo(pools.difference(u, parameter), within(1e-9));
            }
        }
    }

    @Test
    void exactTieIsDifferencedAndShared() {
        Soft pools = new Soft(DECOUPLED);

        double[] gradient = pools.gradient(new double[] {0.4, 0.4});

        // The mode of one pool is -v (1 - sigma), so its slope by u is -v sigma (1 - sigma); each pool has half of it.
        double saturation = 1 / (1 + Math.exp(0.4));
        double half = -0.5 * pools.jacobian.state().rate(0) * saturation * (1 - saturation);
        assertThat(pools.worker.differences()).isEqualTo(4);
        assertThat(gradient[0]).isCloseTo(half, within(1e-8));
        assertThat(gradient[1]).isCloseTo(half, within(1e-8));
    }

    @Test
    void exactlyDefectiveJacobianIsDifferencedToo() {
        Soft chain = new Soft(CHAIN);

        double[] gradient = chain.gradient(new double[] {0.4, 0.4});

        double saturation = 1 / (1 + Math.exp(0.4));
        double half = -0.5 * chain.jacobian.state().rate(0) * saturation * (1 - saturation);
        assertThat(chain.worker.differences()).isEqualTo(4);
        assertThat(gradient).containsExactly(new double[] {half, half}, within(1e-8));
    }

    @Test
    void almostDefectivePairStillHasTheGradientOfTheSoftMaximum() {
        Soft loop = new Soft(FEEDBACK);
        double meeting = loop.meeting();
        for (double away : new double[] {-1e-2, -1e-4, 1e-4, 1e-2}) {
            double[] u = {meeting + away, 0, 0};

            double[] gradient = loop.gradient(u);

            assertThat(loop.worker.differences()).isZero();
            for (int parameter = 0; parameter < u.length; parameter++) {
                double expected = loop.difference(u, parameter, 0.2 * Math.abs(away));
                assertThat(gradient[parameter]).isCloseTo(expected, within(1e-6));
            }
        }
    }

    @Test
    void pairThatMeetsIsDifferencedBetweenTheSlopesOfBothSides() {
        Soft loop = new Soft(FEEDBACK);
        double meeting = loop.meeting();

        double[] at = loop.gradient(new double[] {meeting, 0, 0});

        assertThat(loop.worker.differences()).isEqualTo(6);
        double[] left = loop.gradient(new double[] {meeting - 1e-3, 0, 0});
        double[] right = loop.gradient(new double[] {meeting + 1e-3, 0, 0});
        for (int parameter = 0; parameter < at.length; parameter++) {
            assertThat(at[parameter])
                    .isBetween(
                            Math.min(left[parameter], right[parameter]) - 1e-2,
                            Math.max(left[parameter], right[parameter]) + 1e-2);
        }
    }

    @Test
    void slopeOfOneSideCostsNoJacobians() {
        Soft loop = new Soft(FEEDBACK);
        double[] gradient = new double[3];
        double[] abscissa = new double[1];
        SpectralGradient.Worker worker = SpectralGradient.of(
                        loop.jacobian, new SpectralGradient.Options(0, 1, SpectralGradient.Ties.ONE_SIDE))
                .worker(1);

        worker.gradients(new double[] {loop.meeting(), 0, 0}, 0, 1, abscissa, gradient);

        assertThat(worker.differences()).isZero();
        assertThat(gradient).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    @Test
    void softMaximumOfALoneModeHasItsOwnGradient() {
        Soft pools = new Soft(DECOUPLED);
        double[] u = {0, 3};
        double[] hard = new double[2];
        double[] abscissa = new double[1];

        SpectralGradient.of(pools.jacobian, new SpectralGradient.Options(1e-3, 2))
                .worker(1)
                .gradients(u, 0, 1, abscissa, hard);

        assertThat(hard[1]).isCloseTo(0, within(1e-100));
        assertThat(hard[0]).isCloseTo(-0.25 * pools.jacobian.state().rate(0), within(1e-14));
    }

    /** A model with a soft maximum of both its modes. */
    private static final class Soft {

        private final JacobianFunction jacobian;
        private final SpectralGradient.Worker worker;

        Soft(String model) {
            jacobian = Jacobians.of(ModelSketch.model(model));
            worker = SpectralGradient.of(jacobian, SOFT).worker(1);
        }

        double[] gradient(double[] u) {
            double[] gradient = new double[u.length];
            worker.gradients(u, 0, 1, new double[1], gradient);
            return gradient;
        }

        double difference(double[] u, int parameter) {
            return difference(u, parameter, 0.05);
        }

        double difference(double[] u, int parameter, double step) {
            return Differences.of(
                            value -> {
                                double[] point = u.clone();
                                point[parameter] = value;
                                Spectrum spectrum = spectrum(point);
                                double distance = spectrum.real(0) - spectrum.real(1);
                                double sum = 1 + Math.exp(-distance / SOFT.softness());
                                return spectrum.real(0) + SOFT.softness() * Math.log(sum);
                            },
                            u[parameter],
                            step)
                    .value();
        }

        /** Where the first coordinate, that of the inhibition, makes a pair of both modes. */
        double meeting() {
            double complex = -8;
            double real = 8;
            for (int step = 0; step < 60; step++) {
                double middle = 0.5 * (complex + real);
                if (spectrum(new double[] {middle, 0, 0}).imaginary(0) == 0) {
                    real = middle;
                } else {
                    complex = middle;
                }
            }
            return real;
        }

        private Spectrum spectrum(double[] u) {
            double[] values = new double[u.length];
            jacobian.space().values(u, values, 1);
            return jacobian.spectrum(values).orElseThrow();
        }
    }
}
