package org.kindling.app;

import java.util.Optional;
import java.util.stream.IntStream;
import org.kindling.generators.NamedArrays;
import org.kindling.generators.Training;
import org.kindling.generators.TrainingRun;
import org.kindling.generators.rekindle.AdversarialTraining;
import org.kindling.generators.rekindle.LabelledFeatures;
import org.kindling.network.InputException;
import org.kindling.sampling.Population;
import org.kindling.sampling.Screen;

/** Trains against a discriminator: what is learnt from, and how checkpoints are judged. */
final class AdversarialTrainer implements Trainer {

    private final Trainers.Task task;
    private final AdversarialTraining.Options options;
    private final LabelledFeatures features;
    private final PopulationJudge judge;

    private AdversarialTrainer(Trainers.Task task, TrainerChoice.Rekindle choice) {
        this.task = task;
        Population population = task.population().orElseThrow();
        this.options = new AdversarialTraining.Options(
                choice.how(), choice.epochs(), choice.batch(), AdversarialTraining.Options.DEFAULT.every());
        this.features = LabelledFeatures.of(
                population, task.criterion(), choice.how(), choice.how().width(population));
        this.judge = PopulationJudge.of(
                Screen.of(task.jacobian(), task.criterion()),
                task.options().threads(),
                choice.judged(),
                task.options().seed(),
                population);
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
}
