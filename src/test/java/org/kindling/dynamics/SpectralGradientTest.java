package org.kindling.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.kindling.expression.Differences;

class SpectralGradientTest {

    @Test
    void gradientOfTheDemoModelIsThatOfDifferences() {
        double worst = worstDifference(Jacobians.of(Jacobians.testModel("ecoli_central_carbon.xml")), 1);
        System.out.println("gradient of the demo model: worst difference " + worst);

        assertThat(worst).isLessThan(1e-6);
    }

    private static double worstDifference(JacobianFunction jacobian, long seed) {
        int dimension = jacobian.space().dimension();
        SplittableRandom random = new SplittableRandom(seed);
        double[] u = random.doubles(dimension, -3, 3).toArray();
        double[] abscissa = new double[1];
        double[] gradient = new double[dimension];
        SpectralGradient.of(jacobian).worker(1).gradients(u, 0, 1, abscissa, gradient);
        double size = Math.abs(abscissa[0]);
        for (double part : gradient) {
            size = Math.max(size, Math.abs(part));
        }
        double worst = 0;
        for (int parameter = 0; parameter < dimension; parameter++) {
            int moved = parameter;
            Differences expected = Differences.of(value -> abscissa(jacobian, u, moved, value), u[parameter], 0.05);
            worst = Math.max(worst, Math.abs(gradient[parameter] - expected.value()) / size);
        }
        return worst;
    }

    private static double abscissa(JacobianFunction jacobian, double[] u, int moved, double value) {
        double[] point = u.clone();
        point[moved] = value;
        jacobian.space().values(point, point, 1);
        return jacobian.spectrum(point).orElseThrow().abscissa();
    }
}
