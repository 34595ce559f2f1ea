package org.kindling.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindling.dynamics.Criterion;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.dynamics.Spectrum;
import org.kindling.ensemble.AtomicFile;
import org.kindling.ensemble.Manifest;
import org.kindling.ensemble.MemberWriter;
import org.kindling.ensemble.Sha256;
import org.kindling.generators.FreshSample;
import org.kindling.generators.Generator;
import org.kindling.generators.GeneratorFile;
import org.kindling.generators.GeneratorRecord;
import org.kindling.generators.TrainingRun;
import org.kindling.parameters.NetworkHash;
import org.kindling.report.Heading;
import org.kindling.report.TrainingPage;
import org.kindling.sampling.Population;
import org.kindling.sampling.Progress;
import org.kindling.sampling.RandomStreams;
import org.kindling.sampling.Screen;

/** One run of {@code train}: trains with checkpoints in a partial folder, judges the generator, then writes the folder whole. */
final class GeneratorTraining {

    /** The generator's file. */
    static final String GENERATOR = "generator.kgen";

    private final ModelOptions model;
    private final TrainingOptions options;
    private final OutputOptions output;
    private final ModelSetup setup;
    private final Optional<TrainedGenerator> base;
    private final Optional<Population> population;
    private final JacobianFunction jacobian;
    private final Criterion criterion;
    private final List<Manifest.FileEntry> inputs;

    /** What is trained for: a model, perhaps with a generator to go on from, or sets to learn from. */
    private record Subject(
            ModelOptions model,
            ModelSetup setup,
            List<Manifest.FileEntry> inputs,
            Optional<TrainedGenerator> base,
            Optional<Population> population) {}

    private GeneratorTraining(Subject subject, TrainingOptions options, OutputOptions output) throws IOException {
        this.model = subject.model();
        this.options = options;
        this.output = output;
        this.setup = subject.setup();
        this.base = subject.base();
        this.population = subject.population();
        this.jacobian = setup.jacobianForSampling();
        this.criterion = options.criterion().criterion(setup.model().units());
        this.inputs = new ArrayList<>(subject.inputs());
        for (Path file : options.trainer().inputs()) {
            inputs.add(RunDescription.entry(file));
        }
    }

    static TrainingSummary run(
            ModelOptions model,
            TrainingOptions options,
            OutputOptions output,
            Progress progress,
            TrainingRun.Listener listener)
            throws IOException, InterruptedException {
        ResumableFolder folder = ResumableFolder.of(output);
        Subject subject = new Subject(
                model, ModelSetup.of(model), RunDescription.inputs(model), Optional.empty(), Optional.empty());
        return new GeneratorTraining(subject, options, output).run(folder, progress, listener);
    }

    /** Goes on from a generator; where no criterion is given, with the one it was trained for. */
    static TrainingSummary adapt(
            TrainerChoice.Adaptation choice,
            ModelOptions model,
            TrainingOptions options,
            OutputOptions output,
            Progress progress)
            throws IOException, InterruptedException {
        ResumableFolder folder = ResumableFolder.of(output);
        TrainedGenerator base = TrainedGenerator.of(choice.generator(), Optional.of(model));
        TrainingOptions all =
                options.criterion().equals(CriterionOptions.STABLE) ? options.withCriterion(base.criterion()) : options;
        Subject subject = new Subject(model, base.setup(), base.inputs(), Optional.of(base), Optional.empty());
        return new GeneratorTraining(subject, all, output).run(folder, progress, TrainingRun.Listener.NONE);
    }

    /** Learns from sets; where no criterion is given, for the one that they were drawn for. */
    static TrainingSummary learn(
            PopulationOptions source,
            TrainingOptions options,
            OutputOptions output,
            Progress progress,
            TrainingRun.Listener listener)
            throws IOException, InterruptedException {
        // Reading a large population takes long; a folder that may not be written is refused before.
        ResumableFolder.of(output);
        return learn(
                LabelledPopulation.read(source, options.threads(), Progress.NONE), options, output, progress, listener);
    }

    /** Learns from sets that are read already. */
    static TrainingSummary learn(
            LabelledPopulation read,
            TrainingOptions options,
            OutputOptions output,
            Progress progress,
            TrainingRun.Listener listener)
            throws IOException, InterruptedException {
        ResumableFolder folder = ResumableFolder.of(output);
        TrainingOptions all = options.criterion().equals(CriterionOptions.STABLE)
                ? options.withCriterion(read.criterion().orElse(CriterionOptions.STABLE))
                : options;
        Subject subject = new Subject(
                read.model(), read.setup(), read.inputs(), Optional.empty(), Optional.of(read.population()));
        return new GeneratorTraining(subject, all, output).run(folder, progress, listener);
    }

    private TrainingSummary run(ResumableFolder folder, Progress progress, TrainingRun.Listener listener)
            throws IOException, InterruptedException {
        return folder.fill(
                partial -> fill(partial, progress, listener),
                (complete, outcome) -> new TrainingSummary(
                        complete, complete.resolve(GENERATOR), outcome.record(), outcome.manifest(), outcome.failed()));
    }

    private record Outcome(GeneratorRecord record, Manifest manifest, boolean failed) {}

    private Outcome fill(Path folder, Progress progress, TrainingRun.Listener listener)
            throws IOException, InterruptedException {
        FolderCheckpoints checkpoints = FolderCheckpoints.of(folder, key());
        TrainingRun.Result result;
        try (Trainer trainer = Trainers.of(task(), progress)) {
            result = TrainingRun.of(trainer, checkpoints, trainer.extent()).run(progress, listener);
        }
        double seconds = checkpoints.seconds();
        Generator here = result.generator().at(setup.roles(), setup.state());
        FreshSample.Outcome fresh = FreshSample.of(Screen.of(jacobian, criterion), options.threads())
                .judge(here, options.fresh(), options.seed(), Progress.NONE);
        GeneratorRecord record = record(result, fresh);
        byte[] base = MemberWriter.of(setup.sbml(), jacobian, origin()).base();
        GeneratorFile file = GeneratorFile.of(record, result.generator(), base);
        AtomicFile.write(folder.resolve(GENERATOR), file::write);
        TrainingTable.write(folder.resolve("training.csv"), result.rounds());
        String page = TrainingPage.of(heading(), record).html();
        AtomicFile.write(folder.resolve("report.html"), out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
        checkpoints.delete();
        Manifest manifest = manifest(folder, record, seconds);
        manifest.write(folder);
        return new Outcome(record, manifest, result.failed());
    }

    private Trainers.Task task() {
        return new Trainers.Task(
                setup, jacobian, criterion, options, base.map(TrainedGenerator::generator), population);
    }

    /** The hash of everything that decides the outcome: the key to resuming. */
    private String key() {
        return Sha256.of(configuration() + inputs.toString() + options.seed() + Version.current());
    }

    private Map<String, Object> configuration() {
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put("method", options.trainer().method());
        configuration.putAll(options.trainer().configuration());
        configuration.put("maxJacobians", options.maxJacobians());
        configuration.put("criterion", words());
        configuration.put("fresh", options.fresh());
        configuration.put("vary", model.vary().stream().sorted().toList());
        configuration.put("fix", model.fix().stream().sorted().toList());
        configuration.put("steadyState", model.steadyState());
        return configuration;
    }

    private String words() {
        return options.criterion().words(setup.model().units());
    }

    private MemberWriter.Origin origin() {
        return new MemberWriter.Origin(
                "Kindling " + Version.current(), inputs.get(0).sha256(), options.seed(), "training", output.date());
    }

    private GeneratorRecord record(TrainingRun.Result result, FreshSample.Outcome fresh) {
        GeneratorRecord.TrainingEntry entry = new GeneratorRecord.TrainingEntry(
                options.trainer().method(),
                options.trainer().configuration(),
                options.seed(),
                GeneratorRecord.Goal.of(criterion, words()),
                result.jacobians(),
                result.rounds());
        return record(setup, entry, result.generator(), fresh);
    }

    /** What a generator's file says of it. */
    static GeneratorRecord record(
            ModelSetup setup, GeneratorRecord.TrainingEntry training, Generator generator, FreshSample.Outcome fresh) {
        Map<String, GeneratorRecord.RoleEntry> roles = new LinkedHashMap<>();
        setup.mapping().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(given -> roles.put(given.getKey(), GeneratorRecord.RoleEntry.of(given.getValue())));
        return new GeneratorRecord(
                GeneratorRecord.FORMAT_VERSION,
                "Kindling " + Version.current(),
                GeneratorRecord.Shape.of(generator),
                NetworkHash.of(setup.roles()).sha256(),
                setup.space().coordinates().stream()
                        .map(GeneratorRecord.ParameterEntry::of)
                        .toList(),
                roles,
                training,
                fresh);
    }

    private Heading heading() {
        return new Heading(
                "Training of a generator for " + setup.model().id(),
                setup.model().id(),
                setup.model().units().time(),
                date());
    }

    private String date() {
        return output.date()
                .or(() -> setup.sbml().source().date())
                .map(Instant::toString)
                .orElse("");
    }

    private Manifest manifest(Path folder, GeneratorRecord record, double seconds) throws IOException {
        FreshSample.Outcome fresh = record.fresh();
        return new Manifest(
                Manifest.SCHEMA_VERSION,
                new Manifest.Provenance(
                        RunDescription.software(),
                        output.commandLine(),
                        configuration(),
                        options.seed(),
                        RandomStreams.ALGORITHM,
                        date(),
                        RunDescription.model(setup),
                        inputs),
                RunDescription.files(folder),
                new Manifest.Counts(fresh.sets(), fresh.solved(), fresh.stable(), fresh.valid(), 0),
                new Manifest.Incidence(
                        fresh.incidence().value(),
                        fresh.incidence().low(),
                        fresh.incidence().high()),
                new Manifest.Spectra(
                        words(),
                        Manifest.Bounds.of(criterion),
                        jacobian.spectrum(jacobian.fileValues())
                                .map(Spectrum::abscissa)
                                .orElse(Double.NaN),
                        Screen.selfChecks(fresh.sets()),
                        fresh.selfCheck()),
                record.training().jacobians(),
                seconds);
    }
}
