package org.kindling.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.kindling.analysis.TransferOutcome;
import org.kindling.app.TransferTraining.Job;
import org.kindling.dynamics.Criterion;
import org.kindling.ensemble.AtomicFile;
import org.kindling.ensemble.Manifest;
import org.kindling.ensemble.MemberWriter;
import org.kindling.generators.ConditionalGenerator;
import org.kindling.generators.FreshSample;
import org.kindling.generators.GeneratorFile;
import org.kindling.generators.GeneratorRecord;
import org.kindling.network.InputException;
import org.kindling.sampling.Progress;
import org.kindling.sampling.Screen;
import org.kindling.sampling.WorkerThreads;

/**
 * One run of {@code transfer}: trains on few sets of another physiology again and again, with the generator and from scratch. Each
 * outcome is kept in the partial folder as it comes, and is not computed again after an interruption.
 */
final class TransferRun {

    private static final String OUTCOMES = "outcomes";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final TransferOptions options;
    private final LabelledPopulation target;
    private final ConditionalGenerator source;
    private final CriterionOptions criterion;
    private final Screen screen;
    private final List<Manifest.FileEntry> inputs;
    private final TransferTraining training;
    private final byte[] base;

    private TransferRun(
            TransferOptions options, LabelledPopulation target, GeneratorFile file, ConditionalGenerator source)
            throws IOException {
        this.options = options;
        this.target = target;
        this.source = source;
        this.criterion = options.criterion().equals(CriterionOptions.STABLE)
                ? CriterionOptions.of(file.record().training().criterion().criterion())
                : options.criterion();
        Criterion wanted = criterion.criterion(target.setup().model().units());
        this.screen = Screen.of(target.setup().jacobianForSampling(), wanted);
        this.inputs = new ArrayList<>(target.inputs());
        inputs.add(RunDescription.entry(options.generator()));
        this.training = TransferTraining.of(source, target.population(), screen, options);
        MemberWriter.Origin origin = new MemberWriter.Origin(
                "Kindling " + Version.current(), inputs.get(0).sha256(), options.seed(), "training", Optional.empty());
        this.base = MemberWriter.of(target.setup().sbml(), screen.jacobian(), origin)
                .base();
    }

    static TransferSummary run(TransferOptions options, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        ResumableFolder folder = ResumableFolder.of(output, TransferFiles.MARKER);
        GeneratorFile file = GeneratorFile.read(options.generator());
        if (!(file.generator() instanceof ConditionalGenerator source)) {
            throw new InputException(
                    options.generator().toString(),
                    "is of the family " + file.record().shape().family()
                            + ", which is not trained against a discriminator",
                    "give a generator of `kindling train rekindle`; `kindling adapt` brings the others to a physiology");
        }
        LabelledPopulation target = LabelledPopulation.read(options.population(), options.threads(), Progress.NONE);
        LearnedConstants learned = LearnedConstants.of(file.record());
        String name = options.population().source().toString();
        learned.check(name, target.setup().roles());
        learned.check(name, target.setup().space());
        TransferRun run = new TransferRun(options, target, file, source);
        return folder.fill(
                partial -> run.fill(partial, output, progress),
                (complete, content) ->
                        new TransferSummary(complete, content.criterion(), content.before(), content.outcomes()));
    }

    private TransferFiles.Content fill(Path folder, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        checkSizes();
        long start = System.nanoTime();
        Path outcomes = Files.createDirectories(folder.resolve(OUTCOMES));
        checkKey(outcomes.resolve("key.txt"));
        FreshSample.Outcome before = FreshSample.of(screen, options.threads())
                .judge(source, options.effort().fresh(), options.seed(), Progress.NONE);
        List<TransferOutcome> all = all(outcomes, progress);
        double seconds = (System.nanoTime() - start) / 1e9;
        TransferFiles.Content content = new TransferFiles.Content(
                options, output, target.setup(), words(), inputs, before.incidence(), all, seconds);
        TransferFiles.write(folder, outcomes, content);
        return content;
    }

    private String words() {
        return criterion.words(target.setup().model().units());
    }

    private void checkSizes() {
        int most = target.population().size();
        for (int size : options.sizes()) {
            if (size < 2 || size > most) {
                throw new InputException(
                        "option --sets",
                        "cannot choose " + size + " of the " + most + " sets of the population",
                        "ask for at least 2 and at most as many as there are");
            }
        }
    }

    /** Outcomes of other options are none of this run. */
    private void checkKey(Path file) throws IOException {
        String key = options.sizes() + " " + options.repeats() + " " + options.effort() + " " + options.seed() + " "
                + words() + " " + inputs + " " + Version.current();
        if (!Files.exists(file)) {
            Files.writeString(file, key);
        } else if (!Files.readString(file).equals(key)) {
            throw new InputException(
                    "option --resume",
                    "the interrupted run had other sets or options",
                    "resume it with the same ones, or start afresh with --force");
        }
    }

    private List<Job> jobs() {
        List<Job> jobs = new ArrayList<>();
        for (int sets : options.sizes()) {
            for (int repeat = 1; repeat <= options.repeats(); repeat++) {
                jobs.add(new Job(sets, repeat, true));
                jobs.add(new Job(sets, repeat, false));
            }
        }
        return jobs;
    }

    private List<TransferOutcome> all(Path folder, Progress progress) throws IOException, InterruptedException {
        try (WorkerThreads crew = WorkerThreads.of(options.threads())) {
            ExecutorService workers = crew.executor();
            List<Future<TransferOutcome>> futures = new ArrayList<>();
            for (Job job : jobs()) {
                futures.add(workers.submit(() -> outcome(folder, job)));
            }
            List<TransferOutcome> outcomes = new ArrayList<>();
            for (Future<TransferOutcome> future : futures) {
                outcomes.add(future.get());
                progress.at(outcomes.size(), futures.size());
            }
            return outcomes;
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A training ended: " + failure.getCause(), failure);
        }
    }

    private TransferOutcome outcome(Path folder, Job job) throws IOException, InterruptedException {
        Path kept = folder.resolve(job.name() + ".json");
        if (Files.exists(kept)) {
            return JSON.readValue(kept.toFile(), TransferOutcome.class);
        }
        TransferTraining.Result result = training.train(job);
        if (job.pretrained()) {
            GeneratorRecord.TrainingEntry entry =
                    result.entry(GeneratorRecord.Goal.of(screen.criterion(), words()), options.effort());
            GeneratorRecord record = GeneratorTraining.record(
                    target.setup(), entry, result.best().generator(), result.fresh());
            GeneratorFile file = GeneratorFile.of(record, result.best().generator(), base);
            AtomicFile.write(folder.resolve(job.name() + ".kgen"), file::write);
        }
        AtomicFile.write(kept, out -> out.write(JSON.writeValueAsBytes(result.outcome())));
        return result.outcome();
    }
}
