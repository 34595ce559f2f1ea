package org.kindling.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.kindling.network.KineticModel;
import org.kindling.network.ModelSketch;
import org.kindling.network.RandomNetworks;

class ModeSharesTest {

    /** Two pools in a row: the first decays with 3 / (4 + 3) of its inflow's rate, the second with its own. */
    private static final KineticModel CHAIN = ModelSketch.model("""
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
            """);

    private static double sum(Iterable<ModeShares.Share> shares) {
        double sum = 0;
        for (ModeShares.Share share : shares) {
            sum += share.value();
        }
        return sum;
    }

    @Test
    void slowModeOfAChainIsThatOfItsLargestPoolAlone() {
        JacobianFunction jacobian = Jacobians.of(CHAIN);

        ModeShares slow = ModeShares.of(jacobian, jacobian.fileValues(), 0.01).orElseThrow();

        // Flux 5, pool 50, half saturated.
        assertThat(slow.mean()).isCloseTo(-0.05, within(1e-12));
        assertThat(slow.modes()).hasSize(1);
        assertThat(slow.species().get(0).id()).isEqualTo("B");
        assertThat(slow.species().get(0).value()).isCloseTo(1, within(1e-12));
        assertThat(slow.reactions().get(0).id()).isEqualTo("R3");
        assertThat(slow.reactions().get(0).value()).isCloseTo(-0.05, within(1e-12));
    }

    @Test
    void equallySlowModesCountAlike() {
        JacobianFunction jacobian = Jacobians.of(CHAIN);

        // The other mode is at -1.25: within 30 times the slowest of it.
        ModeShares both = ModeShares.of(jacobian, jacobian.fileValues(), 30).orElseThrow();

        assertThat(both.modes()).hasSize(2);
        assertThat(both.mean()).isCloseTo(-0.65, within(1e-12));
        assertThat(both.species()).allSatisfy(share -> assertThat(share.value()).isCloseTo(0.5, within(1e-12)));
    }

    @Test
    void sharesOfTheDemoModelAddUp() {
        JacobianFunction jacobian = Jacobians.of(Jacobians.testModel("ecoli_central_carbon.xml"));
        double worst = 0;
        for (int seed = 1; seed <= 20; seed++) {
            double[] values = new SplittableRandom(seed)
                    .doubles(jacobian.space().dimension(), -3, 3)
                    .toArray();
            jacobian.space().values(values, values, 1);
            ModeShares slow = ModeShares.of(jacobian, values, 0.01).orElseThrow();
            double refined = jacobian.spectrum(values).orElseThrow().abscissa();
            worst = Math.max(worst, Math.abs(sum(slow.reactions()) / slow.mean() - 1));
            assertThat(sum(slow.species())).isCloseTo(1, within(1e-9));
            assertThat(slow.modes().get(0).real()).isCloseTo(refined, within(1e-6 * Math.abs(refined)));
        }
        System.out.println("contributions of reactions of the demo model: worst deviation of their sum " + worst);

        assertThat(worst).isLessThan(1e-6);
    }

    /** Among them are models with conserved moieties, compartments of different volume, rate rules and complex modes. */
    @Test
    void sharesOfRandomNetworksAddUp() {
        int complex = 0;
        for (int seed = 0; seed < 40; seed++) {
            JacobianFunction jacobian = Jacobians.of(RandomNetworks.model(seed));
            Spectrum spectrum = Jacobians.spectrum(jacobian, jacobian.fileValues());
            ModeShares slow =
                    ModeShares.of(jacobian, jacobian.fileValues(), 0.5).orElseThrow();
            complex += slow.modes().stream().anyMatch(mode -> mode.imaginary() > 0) ? 1 : 0;
            double size = DoubleStream.of(spectrum.real(spectrum.size() - 1), slow.mean())
                    .map(Math::abs)
                    .max()
                    .orElseThrow();
            assertThat(sum(slow.species())).isCloseTo(1, within(1e-8));
            assertThat(sum(slow.reactions())).isCloseTo(slow.mean(), within(1e-9 * size));
        }
        assertThat(complex).isPositive();
    }
}
