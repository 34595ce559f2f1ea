package org.kindling.generators.spectral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindling.dynamics.Criterion;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.dynamics.Jacobians;
import org.kindling.generators.Generator;
import org.kindling.generators.LogisticGenerator;
import org.kindling.generators.SpectralPool;
import org.kindling.sampling.RandomStreams;

/** Trainings on the demo model, of whose prior about a tenth is faster than -24 per hour. */
class FaithfulTrainingTest {

    private static final Criterion FAST = Criterion.abscissaBelow(-24);
    private static final FaithfulTraining.Options SHORT =
            new FaithfulTraining.Options(2_400, 400, 50, Double.POSITIVE_INFINITY, 1, 2, 0.7, 0.6);

    private final JacobianFunction jacobian = Jacobians.of(Jacobians.testModel("ecoli_central_carbon.xml"));
    private final int dimension = jacobian.space().dimension();

    @Test
    void sampleStandsForThePriorsConditional() throws InterruptedException {
        try (SpectralPool pool = SpectralPool.of(jacobian, 2)) {
            Rejection rejection = Rejection.of(pool, dimension, 8_000);
            FaithfulSample sample = trained(pool, SHORT).sample();

            double apart = 0;
            double expected = 0;
            for (int k = 0; k < dimension; k++) {
                apart += Math.pow(sample.means()[k] - rejection.means[k], 2);
                expected += Math.pow(sample.meanErrors()[k], 2) + rejection.variances[k];
            }
            System.out.printf(
                    "mass %.4f +- %.4f, rejection %.4f; %.0f effective sets; means apart %.4f, expected %.4f%n",
                    sample.mass(), sample.massError(), rejection.mass, sample.effectiveSize(), apart, expected);

            assertThat(sample.mass()).isCloseTo(rejection.mass, within(4 * sample.massError()));
            assertThat(sample.effectiveSize()).isGreaterThan(1.3 * rejection.mass * SHORT.jacobians());
            assertThat(apart).isLessThan(1.5 * expected);
        }
    }

    @Test
    void generatorHasTheIncidenceThatItIsFor() throws InterruptedException {
        try (SpectralPool pool = SpectralPool.of(jacobian, 2)) {
            Generator generator = trained(pool, SHORT).generator();

            assertThat(incidence(pool, generator))
                    .isGreaterThan(2 * incidence(pool, LogisticGenerator.prior(dimension)));
        }
    }

    @Test
    void interruptedTrainingEndsTheSame() throws InterruptedException {
        FaithfulTraining.Options options =
                new FaithfulTraining.Options(1_000, 200, 20, Double.POSITIVE_INFINITY, 1, 2, 0.7, 0.6);
        try (SpectralPool one = SpectralPool.of(jacobian, 1);
                SpectralPool two = SpectralPool.of(jacobian, 2)) {
            FaithfulTraining whole = trained(two, options);
            FaithfulTraining first = FaithfulTraining.of(one, FAST, options, 1, Optional.empty());
            first.advance();
            first.advance();
            FaithfulTraining second = FaithfulTraining.of(two, FAST, options, 1, Optional.of(first.state()));
            while (!second.finished()) {
                second.advance();
            }

            for (String name : whole.state().names()) {
                assertThat(second.state().numbers(name))
                        .as(name)
                        .isEqualTo(whole.state().numbers(name));
            }
            assertThat(second.sample().means()).isEqualTo(whole.sample().means());
        }
    }

    @Test
    void trainingStopsAtTheWantedSize() throws InterruptedException {
        try (SpectralPool pool = SpectralPool.of(jacobian, 2)) {
            FaithfulTraining training =
                    trained(pool, SHORT.withJacobians(30_000).withWanted(60));

            assertThat(training.sample().effectiveSize()).isGreaterThanOrEqualTo(60);
            assertThat(training.state().numbers("counts")[1]).isLessThan(3_000);
        }
    }

    @Test
    void budgetTooSmallForTheThresholdLeavesAnHonestSample() throws InterruptedException {
        try (SpectralPool pool = SpectralPool.of(jacobian, 2)) {
            FaithfulTraining training = FaithfulTraining.of(
                    pool, Criterion.abscissaBelow(-1e9), SHORT.withJacobians(400), 1, Optional.empty());
            training.advance();

            assertThat(training.finished()).isTrue();
            assertThat(training.sample().sets()).isZero();
            assertThat(training.sample().mass()).isZero();
            assertThat(training.sample().effectiveSize()).isZero();
        }
    }

    @Test
    void smallRoundsGatherUntilThereAreEnoughForAThreshold() throws InterruptedException {
        FaithfulTraining.Options options =
                new FaithfulTraining.Options(600, 40, 50, Double.POSITIVE_INFINITY, 1, 2, 0.7, 0.6);
        try (SpectralPool pool = SpectralPool.of(jacobian, 2)) {
            FaithfulTraining training = trained(pool, options);

            assertThat(training.state().numbers("setsOfProposal")[0]).isGreaterThanOrEqualTo(80);
            assertThat(training.state().numbers("factorOfCovariance")).doesNotContain(Double.NaN);
            assertThat(training.sample().sets()).isPositive();
        }
    }

    @Test
    void impossibleOptionsAreRefused() {
        assertThatThrownBy(() -> SHORT.withJacobians(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new FaithfulTraining.Options(10, 1, 50, 1, 1, 2, 1.5, 0.6))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static FaithfulTraining trained(SpectralPool pool, FaithfulTraining.Options options)
            throws InterruptedException {
        FaithfulTraining training = FaithfulTraining.of(pool, FAST, options, 1, Optional.empty());
        while (!training.finished()) {
            training.advance();
        }
        return training;
    }

    private static double incidence(SpectralPool pool, Generator generator) throws InterruptedException {
        double[] z = new double[400 * generator.latents()];
        double[] u = new double[400 * generator.dimension()];
        double[] abscissa = new double[400];
        generator.latent().draw(RandomStreams.of(5, 6).stream(0), z, 0, z.length);
        generator.decoder().decode(z, u, 400);
        pool.abscissae(u, 400, abscissa);
        return Arrays.stream(abscissa).filter(value -> FAST.accepts(value, 0)).count() / 400.0;
    }

    /** What rejection says: mass, and the mean of each coordinate with the variance of that mean. */
    private static final class Rejection {

        private final double mass;
        private final double[] means;
        private final double[] variances;

        Rejection(double mass, double[] means, double[] variances) {
            this.mass = mass;
            this.means = means;
            this.variances = variances;
        }

        static Rejection of(SpectralPool pool, int dimension, int sets) throws InterruptedException {
            double[] u = new double[sets * dimension];
            double[] abscissa = new double[sets];
            LogisticGenerator.prior(dimension).latent().draw(RandomStreams.of(3, 4).stream(0), u, 0, u.length);
            pool.abscissae(u, sets, abscissa);
            double[] sums = new double[dimension];
            double[] squares = new double[dimension];
            int valid = 0;
            for (int set = 0; set < sets; set++) {
                if (FAST.accepts(abscissa[set], 0)) {
                    valid++;
                    for (int k = 0; k < dimension; k++) {
                        sums[k] += u[set * dimension + k];
                        squares[k] += u[set * dimension + k] * u[set * dimension + k];
                    }
                }
            }
            for (int k = 0; k < dimension; k++) {
                sums[k] /= valid;
                squares[k] = (squares[k] / valid - sums[k] * sums[k]) / valid;
            }
            return new Rejection((double) valid / sets, sums, squares);
        }
    }
}
