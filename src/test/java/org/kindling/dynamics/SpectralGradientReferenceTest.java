package org.kindling.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.kindling.network.ModelSketch;
import org.kindling.network.RandomNetworks;

/**
 * Gradients against central differences in 60 digits ({@link PreciseGradient}). Errors are beside the largest part of the
 * gradient; those found stand beside the bounds.
 */
class SpectralGradientReferenceTest {

    /** One constant in two laws, a reaction at equilibrium, a moiety over two compartments, and a boundary species. */
    private static final String SHARED_CONSTANT = """
            compartment cell = 1.5
            compartment medium = 40
            species A in cell = 2
            species B in cell = 0.5
            species C in medium = 3
            species D in cell = 1
            species E in medium = 0.2
            boundary S in medium = 5
            parameter V1 = 1
            parameter V2 = 1
            parameter V3 = 1
            parameter V4 = 1
            parameter V5 = 1
            parameter K = 1
            parameter Kb = 0.3
            parameter Kc = 2
            parameter Keq = 1.5
            reaction R1: S + D -> A + E; V1*S/(4 + S)*D/(K + D)
            reaction R2: A -> B; V2*A/(K + A)
            reaction R3: B + E -> D; V3*B/(Kb + B)*E/(Kb + E)
            reaction R4: A -> C; V4*(A - C/Keq)/Kc/(1 + A/K + C/Kc)
            reaction R5: C -> ; V5*C/(Kc + C)
            """;

    @Test
    void gradientsOfRandomNetworksAreExact() {
        double worst = 0;
        int compared = 0;
        for (int seed = 0; seed < 60; seed += 2) {
            JacobianFunction jacobian = Jacobians.of(RandomNetworks.model(seed));
            double[] u = new SplittableRandom(seed)
                    .doubles(jacobian.space().dimension(), -3, 3)
                    .toArray();
            if (spectrum(jacobian, u).stability() != Stability.UNDECIDED) {
                worst = Math.max(worst, error(jacobian, u, 1));
                compared++;
            }
        }
        System.out.println("gradients of " + compared + " random networks: worst error " + worst);

        assertThat(compared).isGreaterThan(20);
        assertThat(worst).isLessThan(5e-10); // 4.2e-11
    }

    @Test
    void gradientOfSharedConstantsIsExact() {
        JacobianFunction jacobian = Jacobians.of(ModelSketch.model(SHARED_CONSTANT));
        assertThat(jacobian.moieties().count()).isPositive();
        assertThat(jacobian.state().rate(3)).isZero();
        double worst = 0;
        for (int seed = 0; seed < 20; seed++) {
            double[] u = new SplittableRandom(seed)
                    .doubles(jacobian.space().dimension(), -3, 3)
                    .toArray();
            worst = Math.max(worst, error(jacobian, u, 1));
        }
        System.out.println("gradients with shared constants: worst error " + worst);

        assertThat(worst).isLessThan(1e-12);
    }

    @Test
    void gradientOfTheDemoModelIsExactForARealModeAndAPair() {
        JacobianFunction jacobian = Jacobians.of(Jacobians.testModel("ecoli_central_carbon.xml"));
        assertThat(errorOfSet(jacobian, 1, 80, false)).isLessThan(1e-11); // 3e-13
        assertThat(errorOfSet(jacobian, 4, 120, true)).isLessThan(1e-11); // 1e-14
    }

    @Test
    void gradientOfTheRenaissanceNetworkIsExact() {
        JacobianFunction jacobian = Jacobians.of(SharedData.model("ecoli_renaissance_1773.xml"));

        assertThat(errorOfSet(jacobian, 2, 180, false)).isLessThan(1e-11); // 8e-16
    }

    private static double errorOfSet(JacobianFunction jacobian, long seed, int stride, boolean pair) {
        double[] u = new SplittableRandom(seed)
                .doubles(jacobian.space().dimension(), -3, 3)
                .toArray();
        assertThat(spectrum(jacobian, u).imaginary(0) != 0).isEqualTo(pair);
        double error = error(jacobian, u, stride);
        System.out.println(
                "gradient of " + jacobian.space().roles().model().id() + ", set " + seed + ": error " + error);
        return error;
    }

    /** The largest error of every so-many-th part of the gradient, beside the largest part. */
    private static double error(JacobianFunction jacobian, double[] u, int stride) {
        double[] gradient = new double[u.length];
        SpectralGradient.of(jacobian).worker(1).gradients(u, 0, 1, new double[1], gradient);
        Spectrum spectrum = spectrum(jacobian, u);
        PreciseGradient precise = PreciseGradient.of(jacobian, u, spectrum.real(0), spectrum.imaginary(0));
        double largest = 0;
        for (double part : gradient) {
            largest = Math.max(largest, Math.abs(part));
        }
        double worst = 0;
        for (int parameter = 0; parameter < u.length; parameter += stride) {
            worst = Math.max(worst, Math.abs(gradient[parameter] - precise.derivative(parameter)));
        }
        return worst / largest;
    }

    private static Spectrum spectrum(JacobianFunction jacobian, double[] u) {
        double[] values = new double[u.length];
        jacobian.space().values(u, values, 1);
        return jacobian.spectrum(values).orElseThrow();
    }
}
