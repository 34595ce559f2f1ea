package org.kindling.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.sampling.PermutationSampler;
import org.kindling.analysis.TransferOutcome;
import org.kindling.generators.ConditionalGenerator;
import org.kindling.generators.FreshSample;
import org.kindling.generators.GeneratorRecord;
import org.kindling.generators.TrainingFigures;
import org.kindling.generators.rekindle.AdversarialMethod;
import org.kindling.generators.rekindle.AdversarialTraining;
import org.kindling.generators.rekindle.LabelledFeatures;
import org.kindling.sampling.Population;
import org.kindling.sampling.Progress;
import org.kindling.sampling.RandomStreams;
import org.kindling.sampling.Screen;

/** Trains on few sets of a population, with a generator of another physiology or from scratch. Thread-safe. */
final class TransferTraining {

    private static final long PURPOSE = 0x5452414E53464552L; // "TRANSFER" in ASCII

    private final ConditionalGenerator source;
    private final Population population;
    private final Screen screen;
    private final TransferOptions options;

    private TransferTraining(
            ConditionalGenerator source, Population population, Screen screen, TransferOptions options) {
        this.source = source;
        this.population = population;
        this.screen = screen;
        this.options = options;
    }

    static TransferTraining of(
            ConditionalGenerator source, Population population, Screen screen, TransferOptions options) {
        return new TransferTraining(source, population, screen, options);
    }

    /**
     * One training.
     *
     * @param sets of how many sets it learns
     * @param repeat which of the repeats it is, from 1; both ways of beginning learn from the same sets
     * @param pretrained whether it goes on from the generator
     */
    record Job(int sets, int repeat, boolean pretrained) {

        String name() {
            return (pretrained ? "transferred-" : "scratch-") + sets + "-" + repeat;
        }
    }

    /** A finished one. */
    record Result(
            Job job,
            long seed,
            AdversarialTraining.Best best,
            List<TrainingFigures> rounds,
            FreshSample.Outcome fresh) {

        Result {
            rounds = List.copyOf(rounds);
        }

        TransferOutcome outcome() {
            return new TransferOutcome(
                    job.sets(),
                    job.repeat(),
                    job.pretrained(),
                    best.incidence(),
                    fresh.incidence(),
                    best.divergence(),
                    rounds.get(rounds.size() - 1).jacobians());
        }

        GeneratorRecord.TrainingEntry entry(GeneratorRecord.Goal goal, TransferOptions.Effort effort) {
            Map<String, Object> configuration = new LinkedHashMap<>();
            configuration.put("sets", job.sets());
            configuration.put("repeat", job.repeat());
            configuration.put("epochs", effort.epochs());
            configuration.put("judged", effort.judged());
            return new GeneratorRecord.TrainingEntry(
                    "transfer", configuration, seed, goal, outcome().jacobians(), rounds);
        }
    }

    Result train(Job job) throws InterruptedException {
        long seed = RandomStreams.of(options.seed(), PURPOSE).stream(
                        (long) job.sets() * (options.repeats() + 1) + job.repeat())
                .nextLong();
        int[] order = PermutationSampler.natural(population.size());
        PermutationSampler.shuffle(RandomStreams.of(seed, PURPOSE).stream(0), order);
        Population few = population.rows(Arrays.copyOf(order, job.sets()));
        AdversarialMethod method = AdversarialMethod.of(source.output());
        double width = job.pretrained() ? source.width() : method.width(few);
        AdversarialTraining.Options published = AdversarialTraining.Options.DEFAULT;
        AdversarialTraining training = AdversarialTraining.of(
                LabelledFeatures.of(few, screen.criterion(), method, width),
                PopulationJudge.of(screen, 1, options.effort().judged(), seed, population),
                new AdversarialTraining.Options(
                        method, options.effort().epochs(), published.batch(), published.every()),
                seed,
                job.pretrained() ? Optional.of(source) : Optional.empty(),
                Optional.empty());
        List<TrainingFigures> rounds = new ArrayList<>();
        while (!training.finished()) {
            rounds.add(training.advance());
            if (Thread.interrupted()) {
                throw new InterruptedException("after an epoch");
            }
        }
        FreshSample.Outcome fresh = FreshSample.of(screen, 1)
                .judge(training.generator(), options.effort().fresh(), seed, Progress.NONE);
        return new Result(job, seed, training.best(), rounds, fresh);
    }
}
