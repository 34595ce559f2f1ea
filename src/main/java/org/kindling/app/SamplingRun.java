package org.kindling.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kindling.dynamics.Criterion;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.dynamics.Spectrum;
import org.kindling.ensemble.DrawnSets;
import org.kindling.ensemble.GivenSets;
import org.kindling.ensemble.Manifest;
import org.kindling.ensemble.MemberWriter;
import org.kindling.ensemble.RankedSets;
import org.kindling.ensemble.RunArchive;
import org.kindling.ensemble.RunTables;
import org.kindling.ensemble.SbmlLevel;
import org.kindling.ensemble.SedMlExperiment;
import org.kindling.generators.ImportanceWeights;
import org.kindling.sampling.OracleSampler;
import org.kindling.sampling.Progress;
import org.kindling.sampling.Screen;
import org.kindling.sampling.Screening;
import org.kindling.sampling.SetSource;
import org.kindling.sbml.SbmlSource;

/** One run of {@code sample}: draws into the checkpoint of a partial folder, then writes the folder whole. */
final class SamplingRun {

    private static final String CHECKPOINT = "checkpoint";

    /** The date of an archive when neither the user nor the model gives one: the earliest that a zip file can hold. */
    private static final Instant UNDATED = Instant.parse("1980-01-01T00:00:00Z");

    /** An interruption loses at most the work of about this time. */
    private static final double COMMIT_SECONDS = 2;

    private final SamplingOptions sampling;
    private final Optional<TrainedGenerator> generator;
    private final ModelSetup setup;
    private final Criterion criterion;
    private final JacobianFunction jacobian;
    private final RunDescription description;

    private SamplingRun(ModelSetup setup, RunDescription.Request request) throws IOException {
        this.sampling = request.sampling();
        this.generator = request.generator();
        this.setup = setup;
        this.criterion = sampling.criterion().criterion(setup.model().units());
        this.jacobian = setup.jacobianForSampling();
        this.description = RunDescription.of(setup, jacobian, request);
    }

    static RunSummary run(ModelOptions model, SamplingOptions sampling, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        ResumableFolder folder = ResumableFolder.of(output);
        Optional<LearnedRule> rule = sampling.within().map(LearnedRule::of);
        ModelSetup whole = ModelSetup.of(model);
        ModelSetup setup = rule.map(found -> found.narrow(whole)).orElse(whole);
        SamplingOptions all = rule.flatMap(LearnedRule::criterion)
                .filter(learned -> sampling.criterion().equals(CriterionOptions.STABLE))
                .map(sampling::withCriterion)
                .orElse(sampling);
        return run(
                folder,
                new SamplingRun(setup, new RunDescription.Request(model, all, output, Optional.empty(), rule)),
                progress);
    }

    /** Draws from a generator instead of the prior. */
    static RunSummary run(TrainedGenerator generator, SamplingOptions sampling, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        ResumableFolder folder = ResumableFolder.of(output);
        return run(
                folder,
                new SamplingRun(
                        generator.setup(),
                        new RunDescription.Request(
                                generator.options(), sampling, output, Optional.of(generator), Optional.empty())),
                progress);
    }

    private static RunSummary run(ResumableFolder folder, SamplingRun run, Progress progress)
            throws IOException, InterruptedException {
        return folder.fill(partial -> run.fill(partial, progress), RunSummary::new);
    }

    private Manifest fill(Path folder, Progress progress) throws IOException, InterruptedException {
        Path checkpoint = folder.resolve(CHECKPOINT);
        Manifest manifest;
        try (DrawnSets sets = DrawnSets.open(checkpoint, jacobian.space().dimension(), description.key())) {
            draw(sets, progress);
            if (Thread.interrupted()) {
                throw new InterruptedException("after the last set was drawn");
            }
            RankedSets ranked = RankedSets.of(sets);
            int[] ranks = sampling.members()
                    .ranks(ranked.size(), rank -> ranked.read(rank).toArray(), sampling.seed());
            write(folder, sets, ranked, ranks);
            Manifest tables = description.manifest(folder, sets.tally(), ranks.length);
            RunReportFile.write(folder, tables, folder.resolve(RunReportFile.NAME));
            sets.delete();
            manifest = description.manifest(folder, sets.tally(), ranks.length);
        }
        manifest.write(folder);
        return manifest;
    }

    private void draw(DrawnSets sets, Progress progress) throws IOException, InterruptedException {
        if (generator.isPresent()) {
            draw(generator.get().source(sampling.seed(), sampling.sets()), sampling.sets(), sets, progress);
            return;
        }
        if (sampling.given().isEmpty()) {
            draw(OracleSampler.of(jacobian.space(), sampling.seed()), sampling.sets(), sets, progress);
            return;
        }
        Map<String, String> names =
                sampling.names().isPresent() ? GivenSets.names(sampling.names().get()) : Map.of();
        try (GivenSets given = GivenSets.open(sampling.given().get(), names, jacobian.space())) {
            draw(given, Math.min(given.size(), sampling.sets()), sets, progress);
        }
    }

    private void draw(SetSource source, long total, DrawnSets sets, Progress progress)
            throws IOException, InterruptedException {
        Screening screening = Screening.of(source, Screen.of(jacobian, criterion), sampling.threads());
        Stopwatch watch = new Stopwatch();
        progress.at(sets.tally().sets(), total);
        try {
            screening.run(sets.tally().sets(), total, batch -> {
                sets.append(batch);
                progress.at(sets.tally().sets(), total);
                if (watch.seconds() > COMMIT_SECONDS) {
                    sets.commit(watch.restart());
                }
            });
        } finally {
            sets.commit(watch.restart());
        }
    }

    private void write(Path folder, DrawnSets sets, RankedSets ranked, int[] ranks) throws IOException {
        RunTables tables = tables(sets, ranked);
        tables.writeParameters(folder);
        tables.writeSets(folder, sets);
        tables.writeMembers(folder, ranked, sets.tally().sets());
        MemberWriter writer = MemberWriter.of(setup.sbml(), jacobian, description.origin());
        Files.write(folder.resolve("base.xml"), writer.base());
        writer.write(folder.resolve("members"), ranked, ranks);
        List<SedMlExperiment.Model> members = IntStream.of(ranks)
                .mapToObj(ranked::memberId)
                .map(id -> new SedMlExperiment.Model(id, "members/" + writer.fileName(id)))
                .toList();
        SbmlSource source = setup.sbml().source();
        RunArchive.write(
                folder,
                new RunArchive.Subject(
                        setup.model(),
                        new SbmlLevel(source.level(), source.version()),
                        Spectrum.timeConstant(description.abscissa()),
                        description.date().orElse(UNDATED)),
                members);
    }

    /** Sets of a generator with a density stand for sets of the prior by their weights; all others count alike. */
    private RunTables tables(DrawnSets sets, RankedSets ranked) {
        RunTables tables = RunTables.of(jacobian);
        Optional<double[]> weights = generator
                .flatMap(drawn -> ImportanceWeights.of(drawn.source(sampling.seed(), sampling.sets())))
                .map(found -> found.normalised(
                        ranked.valid(), Math.toIntExact(sets.tally().sets())));
        return weights.map(known -> tables.weightedBy(set -> known[(int) set])).orElse(tables);
    }

    /** Measures time in stretches. */
    private static final class Stopwatch {

        private long start = System.nanoTime();

        double seconds() {
            return (System.nanoTime() - start) / 1e9;
        }

        double restart() {
            double seconds = seconds();
            start = System.nanoTime();
            return seconds;
        }
    }
}
