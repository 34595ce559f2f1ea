package org.kindling.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.kindling.app.RepeatedTrainingSummary.Repeat;
import org.kindling.ensemble.AtomicFile;
import org.kindling.ensemble.NumberTableWriter;
import org.kindling.generators.GeneratorFile;
import org.kindling.generators.GeneratorRecord;
import org.kindling.generators.TrainingFigures;
import org.kindling.generators.TrainingRun;
import org.kindling.generators.rekindle.AdversarialTraining;
import org.kindling.network.InputException;
import org.kindling.sampling.Progress;
import org.kindling.sampling.WorkerThreads;

/**
 * The same training with several seeds side by side, one thread each: a folder for each seed, kept as it comes, and the generator
 * that was best by the sets that its checkpoints were chosen by.
 */
final class RepeatedTraining {

    /** Says what was done; every complete folder holds it. */
    static final String MARKER = "repeats.json";

    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(new Jdk8Module()).enable(SerializationFeature.INDENT_OUTPUT);

    private final LabelledPopulation population;
    private final TrainingOptions options;
    private final OutputOptions output;
    private final int repeats;

    private RepeatedTraining(
            LabelledPopulation population, TrainingOptions options, OutputOptions output, int repeats) {
        this.population = population;
        this.options = options;
        this.output = output;
        this.repeats = repeats;
    }

    static RepeatedTrainingSummary run(
            PopulationOptions source, TrainingOptions options, int repeats, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        ResumableFolder folder = ResumableFolder.of(output, MARKER);
        LabelledPopulation population = LabelledPopulation.read(source, options.threads(), Progress.NONE);
        RepeatedTraining repeated = new RepeatedTraining(population, options, output, repeats);
        return folder.fill(partial -> repeated.fill(partial, progress), RepeatedTrainingSummary::new);
    }

    private List<Repeat> fill(Path folder, Progress progress) throws IOException, InterruptedException {
        List<GeneratorRecord> records = all(folder, progress);
        List<Repeat> outcomes = new ArrayList<>();
        for (GeneratorRecord record : records) {
            outcomes.add(repeat(record));
        }
        Repeat best = outcomes.stream()
                .max(Comparator.comparingDouble(Repeat::chosen))
                .orElseThrow();
        Path generator = seedFolder(folder, best.seed()).resolve(GeneratorTraining.GENERATOR);
        AtomicFile.write(folder.resolve(GeneratorTraining.GENERATOR), out -> Files.copy(generator, out));
        writeTable(folder.resolve("repeats.csv"), outcomes);
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("software", RunDescription.software());
        description.put("commandLine", output.commandLine());
        description.put("inputs", population.inputs());
        description.put("repeats", outcomes);
        description.put("best", best.seed());
        AtomicFile.write(folder.resolve(MARKER), out -> out.write(JSON.writeValueAsBytes(description)));
        return outcomes;
    }

    private static Path seedFolder(Path folder, long seed) {
        return folder.resolve("seed-" + seed);
    }

    private List<GeneratorRecord> all(Path folder, Progress progress) throws IOException, InterruptedException {
        try (WorkerThreads crew = WorkerThreads.of(Math.min(options.threads(), repeats))) {
            ExecutorService workers = crew.executor();
            EpochCount count = new EpochCount(progress, repeats);
            List<Future<GeneratorRecord>> futures = new ArrayList<>();
            for (int repeat = 0; repeat < repeats; repeat++) {
                long seed = options.seed() + repeat;
                Progress own = count.of(repeat);
                futures.add(workers.submit(() -> one(seedFolder(folder, seed), seed, own)));
            }
            List<GeneratorRecord> records = new ArrayList<>();
            for (Future<GeneratorRecord> future : futures) {
                records.add(future.get());
            }
            return records;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof InputException refused) {
                throw refused;
            }
            throw new IOException("A training ended: " + failure.getCause(), failure);
        }
    }

    private GeneratorRecord one(Path folder, long seed, Progress progress) throws IOException, InterruptedException {
        if (!Files.exists(folder)) {
            boolean interrupted = Files.exists(folder.resolveSibling(folder.getFileName() + ".partial"));
            OutputOptions own = new OutputOptions(folder, false, interrupted, output.date(), output.commandLine());
            GeneratorTraining.learn(population, options.aloneWith(seed), own, progress, TrainingRun.Listener.NONE);
        }
        return GeneratorFile.read(folder.resolve(GeneratorTraining.GENERATOR)).record();
    }

    /** Adds up the epochs of trainings that go on side by side. */
    private static final class EpochCount {

        private final Progress all;
        private final long[] done;

        EpochCount(Progress all, int repeats) {
            this.all = all;
            this.done = new long[repeats];
        }

        Progress of(int repeat) {
            return (epochs, total) -> at(repeat, epochs, total);
        }

        private synchronized void at(int repeat, long epochs, long total) {
            done[repeat] = epochs;
            all.at(Arrays.stream(done).sum(), total * done.length);
        }
    }

    private static Repeat repeat(GeneratorRecord record) {
        TrainingFigures chosen = chosen(record.training().rounds());
        return new Repeat(
                record.training().seed(),
                (double) chosen.valid() / chosen.evaluated(),
                record.fresh().incidence(),
                chosen.round(),
                chosen.further().getOrDefault("kl", Double.NaN),
                chosen.further().getOrDefault("effective_rank", Double.NaN),
                record.training().jacobians());
    }

    /** The checkpoint that the training chose, by its own rule. */
    private static TrainingFigures chosen(List<TrainingFigures> rounds) {
        Comparator<TrainingFigures> diverse = Comparator.comparing(
                figures -> figures.further().getOrDefault("effective_rank", 0.0) >= AdversarialTraining.DIVERSE);
        return rounds.stream()
                .filter(figures -> figures.evaluated() > 0)
                .max(diverse.thenComparingDouble(figures -> (double) figures.valid() / figures.evaluated())
                        .thenComparingDouble(figures -> -figures.further().getOrDefault("kl", 0.0)))
                .orElseThrow();
    }

    private static void writeTable(Path file, List<Repeat> outcomes) throws IOException {
        try (NumberTableWriter table = NumberTableWriter.of(
                Files.newOutputStream(file),
                List.of(),
                List.of("seed", "chosen", "incidence", "low", "high", "epoch", "kl", "effective_rank", "jacobians"))) {
            for (Repeat outcome : outcomes) {
                table.write(
                        List.of(),
                        (double) outcome.seed(),
                        outcome.chosen(),
                        outcome.incidence().value(),
                        outcome.incidence().low(),
                        outcome.incidence().high(),
                        (double) outcome.epoch(),
                        outcome.divergence(),
                        outcome.effectiveRank(),
                        (double) outcome.jacobians());
            }
        }
    }
}
