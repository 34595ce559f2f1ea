package org.kindling.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindling.numerics.KineticJacobian;
import org.kindling.numerics.PreciseEigenvalues;

/** Spectral abscissae of stiff Jacobians, and the verdicts at thresholds beside them, against eigenvalues in 60 digits. */
class StiffSpectraTest {

    /** How far from the abscissa the thresholds lie, relative. */
    private static final double AWAY = 1e-12;

    @ParameterizedTest
    @ValueSource(ints = {10, 12, 14, 16, 18, 20})
    void abscissaIsAccurateAndNoLabelFlips(int decades) {
        Errors errors = new Errors();
        for (int order = 8; order <= 20; order += 4) {
            for (int seed = 0; seed < 8; seed++) {
                errors.add(KineticJacobian.random(order, decades, 1000L * decades + seed), order);
            }
        }
        errors.print("random networks over " + decades + " decades");

        assertThat(errors.compared).isGreaterThan(24);
        assertThat(errors.flipped).isZero();
        assertThat(errors.refined).isLessThan(1e-15);
        assertThat(errors.training).isLessThan(1e-4); // 4e-5
    }

    @Test
    void abscissaeOfTheDemoModelAreAccurate() {
        errorsOfSets(Jacobians.of(Jacobians.testModel("ecoli_central_carbon.xml")), 6);
    }

    @Test
    void abscissaeOfTheRenaissanceNetworkAreAccurate() {
        errorsOfSets(Jacobians.of(SharedData.model("ecoli_renaissance_1773.xml")), 2);
    }

    private static void errorsOfSets(JacobianFunction function, int sets) {
        SplittableRandom random = new SplittableRandom(5);
        double[] values = new double[function.space().dimension()];
        Errors errors = new Errors();
        for (int set = 0; set < sets; set++) {
            double[] u = random.doubles(values.length, -3, 3).toArray();
            function.space().values(u, values, 1);
            errors.add(Jacobians.matrix(function, values), function.order());
        }
        errors.print("sets of " + function.space().roles().model().id());

        assertThat(errors.compared).isPositive();
        assertThat(errors.flipped).isZero();
        assertThat(errors.refined).isLessThan(1e-14);
        assertThat(errors.training).isLessThan(1e-8);
    }

    /** The worst errors of some matrices whose slowest mode is real. */
    private static final class Errors {

        private int compared;
        private int pairs;
        private int flipped;
        private double stiffness;
        private double plain;
        private double training;
        private double refined;

        void add(double[] matrix, int order) {
            SpectrumSolver solver = SpectrumSolver.ofOrder(order);
            SpectrumSolver plainSolver = SpectrumSolver.refiningFrom(Double.POSITIVE_INFINITY, order);
            SpectrumSolver trainingSolver = SpectrumSolver.refiningFrom(SlowModes.STIFF, order);
            assertThat(solver.solve(matrix) && plainSolver.solve(matrix) && trainingSolver.solve(matrix))
                    .isTrue();
            if (solver.spectrum().imaginary(0) != 0) {
                pairs++;
                return;
            }
            double exact = PreciseEigenvalues.near(matrix, order, solver.abscissa());
            for (int k = 1; k < Math.min(order, 3); k++) {
                if (solver.spectrum().imaginary(k) == 0) {
                    double other = PreciseEigenvalues.near(
                            matrix, order, solver.spectrum().real(k));
                    exact = Math.max(exact, other);
                }
            }
            compared++;
            stiffness = Math.max(stiffness, Math.abs(solver.smallestReal() / exact));
            plain = Math.max(plain, Math.abs(plainSolver.abscissa() / exact - 1));
            training = Math.max(training, Math.abs(trainingSolver.abscissa() / exact - 1));
            refined = Math.max(refined, Math.abs(solver.abscissa() / exact - 1));
            for (double side : new double[] {-AWAY, AWAY}) {
                double threshold = exact + side * Math.abs(exact);
                boolean accepted = Criterion.abscissaBelow(threshold).accepts(solver.abscissa(), solver.smallestReal());
                flipped += accepted == side > 0 ? 0 : 1;
            }
        }

        void print(String what) {
            System.out.printf(
                    "%s: stiffness up to %.0e; worst error of the abscissa: QR %.0e, in training %.0e, refined %.0e; "
                            + "%d compared, %d pairs not%n",
                    what, stiffness, plain, training, refined, compared, pairs);
        }
    }
}
