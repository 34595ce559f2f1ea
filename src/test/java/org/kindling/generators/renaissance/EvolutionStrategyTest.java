package org.kindling.generators.renaissance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindling.dynamics.Criterion;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.dynamics.Jacobians;
import org.kindling.generators.Generator;
import org.kindling.generators.NamedArrays;
import org.kindling.generators.Perceptrons;
import org.kindling.generators.SpectralPool;
import org.kindling.generators.Training;
import org.kindling.generators.TrainingFigures;

/** Both evolution strategies on E. coli's central carbon metabolism with small networks. */
class EvolutionStrategyTest {

    private static final JacobianFunction JACOBIAN = Jacobians.of(Jacobians.testModel("ecoli_central_carbon.xml"));
    private static final Criterion CRITERION = Criterion.abscissaBelow(-9);
    private static final EvolutionStrategy.Options OPTIONS =
            EvolutionStrategy.Options.DEFAULT.withSizes(List.of(8, 16, 32)).withSpread(1.81);

    private static Training start(SpectralPool pool, EvolutionStrategy.Options options, Optional<NamedArrays> from) {
        return EvolutionStrategy.of(pool, CRITERION, options, 1, from);
    }

    private static Training published(SpectralPool pool, Optional<NamedArrays> from) {
        PublishedStrategy.Options options = new PublishedStrategy.Options(List.of(4, 16), 480, 4, 20, 0.01, 1e-3, 0.95);
        return PublishedStrategy.of(pool, CRITERION, 1e-6, options, 1, from);
    }

    private static void train(Training training, int rounds) throws InterruptedException {
        for (int round = 0; round < rounds; round++) {
            training.advance();
        }
    }

    private static double[] numbers(Generator generator) {
        NamedArrays arrays = generator.arrays();
        return arrays.names().stream()
                .flatMapToDouble(name -> Arrays.stream(arrays.numbers(name)))
                .toArray();
    }

    private static double incidence(SpectralPool pool, Generator generator) throws InterruptedException {
        double[] coordinates = new double[500 * generator.dimension()];
        double[] abscissa = new double[500];
        generator.decoder().decode(Perceptrons.latents(generator, 500, 9), coordinates, 500);
        pool.abscissae(coordinates, 500, abscissa);
        return Arrays.stream(abscissa).filter(value -> value <= -9).count() / 500.0;
    }

    @Test
    void trainingRaisesTheIncidence() throws InterruptedException {
        try (SpectralPool pool = SpectralPool.of(JACOBIAN, 2)) {
            Training training = start(pool, OPTIONS.withJacobians(3_000), Optional.empty());
            double before = incidence(pool, training.generator());

            train(training, 44);

            assertThat(training.finished()).isTrue();
            // Observed: see the two bounds; the standard error is 0.02.
            assertThat(before).isLessThan(0.7);
            assertThat(incidence(pool, training.generator())).isGreaterThan(before + 0.1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void resumedTrainingEndsBitEqual(boolean asPublished) throws InterruptedException {
        try (SpectralPool pool = SpectralPool.of(JACOBIAN, 2)) {
            Training whole = asPublished ? published(pool, Optional.empty()) : start(pool, OPTIONS, Optional.empty());
            train(whole, 6);
            Training first = asPublished ? published(pool, Optional.empty()) : start(pool, OPTIONS, Optional.empty());
            train(first, 3);

            Optional<NamedArrays> saved = Optional.of(first.state());
            Training second = asPublished ? published(pool, saved) : start(pool, OPTIONS, saved);
            train(second, 3);

            assertThat(numbers(second.generator())).isEqualTo(numbers(whole.generator()));
            assertThat(second.finished()).isEqualTo(whole.finished()).isEqualTo(asPublished);
        }
    }

    @Test
    void resultDoesNotDependOnTheNumberOfThreads() throws InterruptedException {
        try (SpectralPool one = SpectralPool.of(JACOBIAN, 1);
                SpectralPool three = SpectralPool.of(JACOBIAN, 3)) {
            Training alone = start(one, OPTIONS, Optional.empty());
            Training together = start(three, OPTIONS, Optional.empty());

            train(alone, 3);
            train(together, 3);

            assertThat(numbers(together.generator())).isEqualTo(numbers(alone.generator()));
        }
    }

    @Test
    void everyJacobianIsCounted() throws InterruptedException {
        try (SpectralPool pool = SpectralPool.of(JACOBIAN, 2)) {
            Training training = start(pool, OPTIONS, Optional.empty());
            training.advance();

            TrainingFigures figures = training.advance();

            assertThat(figures.round()).isEqualTo(2);
            assertThat(figures.jacobians()).isEqualTo(2 * (2 * 32 + 4));
            assertThat(figures.evaluated()).isEqualTo(4);
            assertThat(published(pool, Optional.empty()).advance().jacobians()).isEqualTo(80);
        }
    }

    @Test
    void trainingStopsEarlyOnceTheIncidenceIsCertain() throws InterruptedException {
        try (SpectralPool pool = SpectralPool.of(JACOBIAN, 2)) {
            Training training = start(pool, OPTIONS.withUntil(0.2), Optional.empty());
            int rounds = 0;
            while (!training.finished()) {
                training.advance();
                rounds++;
            }

            // With about 6 of 10 valid, a lower limit of 0.2 needs 5 to 20 sets, 4 a generation.
            assertThat(rounds).isBetween(1, 8);
        }
    }

    @Test
    void optionsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> OPTIONS.withSpread(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OPTIONS.withSizes(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PublishedStrategy.Options.AS_PUBLISHED.withJacobians(0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
