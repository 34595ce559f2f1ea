package org.kindling.generators.rekindle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kindling.dynamics.Criterion;
import org.kindling.generators.ConditionalGenerator;
import org.kindling.generators.Generator;
import org.kindling.generators.Latent;
import org.kindling.generators.NamedArrays;
import org.kindling.generators.TrainingFigures;
import org.kindling.network.KineticModel;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sampling.Population;
import org.kindling.sampling.RandomStreams;
import org.kindling.sbml.SbmlReader;

/** Adversarial training on populations whose answer is known: the label decides where a parameter is. */
class AdversarialTrainingTest {

    private static final ParameterSpace SPACE = space();
    private static final int DIMENSION = SPACE.dimension();
    private static final int SETS = 2_048;

    /** Valid sets are normal around this, all others around its negative, in the first parameter. */
    private static final double CENTRE = 2;

    private static ParameterSpace space() {
        KineticModel model =
                SbmlReader.read(Path.of("test-models/textbook_pathway.xml")).kinetics();
        return ParameterSpace.of(ParameterRoles.of(model), ReferenceState.of(model));
    }

    /** Two Gaussians in the first parameter, one in the others. */
    private static Population gaussians(boolean swapped) {
        double[] coordinates = new double[SETS * DIMENSION];
        Latent.NORMAL.draw(RandomStreams.of(1, 2).stream(3), coordinates, 0, coordinates.length);
        double[] abscissae = new double[SETS];
        double[] weights = new double[SETS];
        for (int set = 0; set < SETS; set++) {
            boolean valid = set % 2 == 0;
            coordinates[set * DIMENSION] += valid ? CENTRE : -CENTRE;
            abscissae[set] = valid != swapped ? -10 : -1;
            weights[set] = 1;
        }
        return Population.of(SPACE, coordinates, abscissae, abscissae.clone(), weights);
    }

    private static AdversarialTraining training(
            AdversarialMethod method, Population population, int epochs, Optional<NamedArrays> from) {
        LabelledFeatures features =
                LabelledFeatures.of(population, Criterion.abscissaBelow(-5), method, method.width(population));
        return AdversarialTraining.of(
                features,
                AdversarialTrainingTest::laterIsBetter,
                new AdversarialTraining.Options(method, epochs, 256, 5),
                1,
                Optional.empty(),
                from);
    }

    /** Judges by how far the first parameter is from zero: no spectra are needed. */
    private static CheckpointJudge.Judgement laterIsBetter(Generator generator) {
        double[] first = first(generator, 500);
        int far = 0;
        for (double u : first) {
            far += Math.abs(u) > 0.5 ? 1 : 0;
        }
        return new CheckpointJudge.Judgement(500, far, -1, 0, 1);
    }

    private static double[] first(Generator generator, int sets) {
        double[] latents = new double[sets * generator.latents()];
        generator.latent().draw(RandomStreams.of(5, 6).stream(7), latents, 0, latents.length);
        double[] coordinates = new double[sets * DIMENSION];
        generator.decoder().decode(latents, coordinates, sets);
        double[] first = new double[sets];
        for (int set = 0; set < sets; set++) {
            first[set] = coordinates[set * DIMENSION];
        }
        return first;
    }

    private static double positive(Generator generator) {
        int positive = 0;
        for (double u : first(generator, 2_000)) {
            positive += u > 0 ? 1 : 0;
        }
        return positive / 2_000.0;
    }

    private static Generator trained(AdversarialTraining training) throws InterruptedException {
        while (!training.finished()) {
            training.advance();
        }
        return training.generator();
    }

    @ParameterizedTest
    @EnumSource
    void setsOfTheLabelAreLearnt(AdversarialMethod method) throws InterruptedException {
        Generator generator = trained(training(method, gaussians(false), 60, Optional.empty()));

        double[] first = first(generator, 2_000);
        double mean = Arrays.stream(first).average().orElseThrow();
        System.out.println(method.word() + ": mean " + mean + ", positive " + positive(generator));

        assertThat(positive(generator)).isGreaterThan(0.9);
        assertThat(mean).isBetween(1.0, 3.5);
    }

    /** Whoever takes valid sets for the others learns to avoid them, and every figure but incidence looks well. */
    @ParameterizedTest
    @EnumSource
    void swappedLabelsGiveTheOtherSets(AdversarialMethod method) throws InterruptedException {
        Generator generator = trained(training(method, gaussians(true), 60, Optional.empty()));

        assertThat(positive(generator)).isLessThan(0.1);
    }

    @ParameterizedTest
    @EnumSource
    void goingOnFromAStateGivesTheSameBits(AdversarialMethod method) throws InterruptedException {
        AdversarialTraining whole = training(method, gaussians(false), 8, Optional.empty());
        AdversarialTraining half = training(method, gaussians(false), 8, Optional.empty());
        List<TrainingFigures> expected = new ArrayList<>();
        List<TrainingFigures> figures = new ArrayList<>();
        for (int epoch = 0; epoch < 8; epoch++) {
            expected.add(whole.advance());
            figures.add(half.advance());
            half = training(method, gaussians(false), 8, Optional.of(half.state()));
        }

        assertThat(figures).isEqualTo(expected);
        assertThat(weights(half)).isEqualTo(weights(whole));
    }

    private static float[] weights(AdversarialTraining training) {
        return ((ConditionalGenerator) training.generator()).weights();
    }

    @Test
    void aDiscriminatorThatIsAlwaysRightMeansFailure() throws InterruptedException {
        AdversarialTraining training = training(AdversarialMethod.GUIDED, gaussians(false), 400, Optional.empty());
        training.advance();
        double[] accuracies = new double[200];
        Arrays.fill(accuracies, 0.93);

        AdversarialTraining failed = training(
                AdversarialMethod.GUIDED,
                gaussians(false),
                400,
                Optional.of(training.state().with("accuracies", accuracies)));

        assertThat(training.failed()).isFalse();
        assertThat(failed.failed()).isTrue();
        assertThat(failed.finished()).isTrue();
    }

    @Test
    void aGeneratorOfAnotherShapeIsRefused() throws InterruptedException {
        ConditionalGenerator other =
                (ConditionalGenerator) training(AdversarialMethod.AS_PUBLISHED, gaussians(false), 1, Optional.empty())
                        .generator();
        LabelledFeatures features =
                LabelledFeatures.of(gaussians(false), Criterion.STABLE, AdversarialMethod.GUIDED, 2);

        assertThatThrownBy(() -> AdversarialTraining.of(
                        features,
                        AdversarialTrainingTest::laterIsBetter,
                        AdversarialTraining.Options.DEFAULT,
                        1,
                        Optional.of(other),
                        Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layers");
    }
}
