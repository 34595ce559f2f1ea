package org.kindling.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.kindling.expression.Differences;
import org.kindling.network.RandomNetworks;

class SpectralGradientTest {

    private static final int NETWORKS = 60;

    @Test
    void gradientOfTheDemoModelIsThatOfDifferences() {
        Comparison demo = Comparison.of(Jacobians.of(Jacobians.testModel("ecoli_central_carbon.xml")), 1);
        System.out.println("gradient of the demo model: worst difference " + demo.worst());

        assertThat(demo.worst()).isLessThan(1e-9);
    }

    /**
     * Some networks have a mode that stays, at eigenvalue 0 for all parameters. What is computed for such a mode is rounding
     * errors, and so is its gradient: both are judged beside the fastest mode.
     */
    @Test
    void gradientsOfRandomNetworksAreThoseOfDifferences() {
        double worst = 0;
        int zero = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            Comparison comparison = Comparison.of(Jacobians.of(RandomNetworks.model(seed)), seed);
            if (comparison.stability() == Stability.UNDECIDED) {
                zero++;
                assertThat(comparison.gradient()).isLessThan(1e-8 * comparison.fastest());
                assertThat(comparison.differences()).isLessThan(1e-8 * comparison.fastest());
            } else {
                worst = Math.max(worst, comparison.worst());
            }
        }
        System.out.println("gradients of " + (NETWORKS - zero) + " random networks: worst difference " + worst + "; "
                + zero + " have a slowest mode at 0");

        assertThat(zero).isEqualTo(8);
        assertThat(worst).isLessThan(2e-9);
    }

    /**
     * A gradient beside extrapolated differences of the refined spectrum.
     *
     * @param stability whether the abscissa can be told from 0
     * @param fastest the magnitude of the fastest mode
     * @param gradient the largest part of the gradient
     * @param differences the largest difference quotient
     * @param worst the largest deviation beside the abscissa and the largest part of the gradient
     */
    private record Comparison(Stability stability, double fastest, double gradient, double differences, double worst) {

        static Comparison of(JacobianFunction jacobian, long seed) {
            int dimension = jacobian.space().dimension();
            double[] u = new SplittableRandom(seed).doubles(dimension, -3, 3).toArray();
            double[] abscissa = new double[1];
            double[] gradient = new double[dimension];
            SpectralGradient.of(jacobian).worker(1).gradients(u, 0, 1, abscissa, gradient);
            double largest = 0;
            double largestDifference = 0;
            double deviation = 0;
            for (int parameter = 0; parameter < dimension; parameter++) {
                int moved = parameter;
                double expected = Differences.of(
                                value -> spectrum(jacobian, u, moved, value).abscissa(), u[parameter], 0.05)
                        .value();
                largest = Math.max(largest, Math.abs(gradient[parameter]));
                largestDifference = Math.max(largestDifference, Math.abs(expected));
                deviation = Math.max(deviation, Math.abs(gradient[parameter] - expected));
            }
            Spectrum spectrum = spectrum(jacobian, u, 0, u[0]);
            return new Comparison(
                    spectrum.stability(),
                    -spectrum.real(spectrum.size() - 1),
                    largest,
                    largestDifference,
                    deviation / Math.max(Math.abs(abscissa[0]), largest));
        }

        private static Spectrum spectrum(JacobianFunction jacobian, double[] u, int moved, double value) {
            double[] point = u.clone();
            point[moved] = value;
            jacobian.space().values(point, point, 1);
            return jacobian.spectrum(point).orElseThrow();
        }
    }
}
