package org.kindling.app;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kindling.analysis.PopulationDivergence;
import org.kindling.generators.FreshSample;
import org.kindling.generators.Generator;
import org.kindling.generators.GeneratorSource;
import org.kindling.generators.NamedArrays;
import org.kindling.generators.Training;
import org.kindling.generators.TrainingRun;
import org.kindling.generators.rekindle.AdversarialTraining;
import org.kindling.generators.rekindle.CheckpointJudge;
import org.kindling.generators.rekindle.LabelledFeatures;
import org.kindling.network.InputException;
import org.kindling.numerics.PrincipalComponents;
import org.kindling.sampling.Population;
import org.kindling.sampling.Progress;
import org.kindling.sampling.Screen;

/** Trains against a discriminator: what is learnt from, and how checkpoints are judged. */
final class AdversarialTrainer implements Trainer {

    /** Valid sets of the population that checkpoints are compared with; more cost time and change little. */
    private static final int REFERENCE = 10_000;

    private final Trainers.Task task;
    private final AdversarialTraining.Options options;
    private final LabelledFeatures features;
    private final Judge judge;

    private AdversarialTrainer(Trainers.Task task, TrainerChoice.Rekindle choice) {
        this.task = task;
        Population population = task.population().orElseThrow();
        this.options = new AdversarialTraining.Options(
                choice.how(), choice.epochs(), choice.batch(), AdversarialTraining.Options.DEFAULT.every());
        this.features = LabelledFeatures.of(
                population, task.criterion(), choice.how(), choice.how().width(population));
        this.judge = new Judge(task, choice.judged());
    }

    /**
     * A trainer.
     *
     * @throws InputException if all sets of the population have the same label
     */
    static Trainer of(Trainers.Task task, TrainerChoice.Rekindle choice) {
        Population population = task.population().orElseThrow();
        long valid = IntStream.range(0, population.size())
                .filter(set -> population.valid(set, task.criterion()))
                .count();
        if (valid < 2 || valid == population.size()) {
            throw new InputException(
                    "population",
                    "has " + valid + " valid sets among " + population.size()
                            + ", and a generator learns from valid and other ones",
                    "give more sets, or another criterion");
        }
        return new AdversarialTrainer(task, choice);
    }

    @Override
    public Training from(Optional<NamedArrays> state) {
        return AdversarialTraining.of(features, judge, options, task.options().seed(), Optional.empty(), state);
    }

    @Override
    public TrainingRun.Extent extent() {
        return TrainingRun.Extent.rounds(options.epochs());
    }

    @Override
    public void close() {
        // Threads end with each judgement.
    }

    /** Draws sets that nobody else draws with the seed, and compares them with the valid ones of the population. */
    private static final class Judge implements CheckpointJudge {

        private final Trainers.Task task;
        private final FreshSample sample;
        private final int sets;
        private final double[] reference;

        Judge(Trainers.Task task, int sets) {
            this.task = task;
            this.sample = FreshSample.of(
                    Screen.of(task.jacobian(), task.criterion()), task.options().threads());
            this.sets = sets;
            Population population = task.population().orElseThrow();
            this.reference = population
                    .rows(IntStream.range(0, population.size())
                            .filter(set -> population.valid(set, task.criterion()))
                            .limit(REFERENCE)
                            .toArray())
                    .coordinates();
        }

        @Override
        public Judgement judge(Generator generator) throws InterruptedException {
            GeneratorSource source = GeneratorSource.choosing(
                    generator, task.jacobian().space(), task.options().seed());
            FreshSample.Outcome outcome = sample.judge(source, sets, Progress.NONE);
            double[] coordinates = new double[sets * generator.dimension()];
            source.coordinates(0, coordinates, sets);
            double[] weights = new double[sets];
            Arrays.fill(weights, 1);
            return new Judgement(
                    sets,
                    Math.toIntExact(outcome.valid()),
                    outcome.medianAbscissa(),
                    PopulationDivergence.of(coordinates, weights, reference).mean(),
                    rank(coordinates) / rank(Arrays.copyOf(reference, Math.min(coordinates.length, reference.length))));
        }

        private double rank(double... coordinates) {
            int width = task.jacobian().space().dimension();
            double[][] points = new double[coordinates.length / width][];
            for (int set = 0; set < points.length; set++) {
                points[set] = Arrays.copyOfRange(coordinates, set * width, (set + 1) * width);
            }
            return PrincipalComponents.of(points).effectiveRank();
        }
    }
}
