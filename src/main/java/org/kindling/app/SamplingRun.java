package org.kindling.app;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kindling.dynamics.Criterion;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.dynamics.Spectrum;
import org.kindling.dynamics.SpectrumSolver;
import org.kindling.ensemble.AtomicFolder;
import org.kindling.ensemble.AtomicFolder.Existing;
import org.kindling.ensemble.DrawnSets;
import org.kindling.ensemble.GivenSets;
import org.kindling.ensemble.Manifest;
import org.kindling.ensemble.MemberWriter;
import org.kindling.ensemble.RankedSets;
import org.kindling.ensemble.RunArchive;
import org.kindling.ensemble.RunTables;
import org.kindling.ensemble.SbmlLevel;
import org.kindling.ensemble.SedMlExperiment;
import org.kindling.ensemble.Sha256;
import org.kindling.network.InputException;
import org.kindling.numerics.WilsonInterval;
import org.kindling.sampling.OracleSampler;
import org.kindling.sampling.Progress;
import org.kindling.sampling.RandomStreams;
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

    private final ModelOptions modelOptions;
    private final SamplingOptions sampling;
    private final OutputOptions output;
    private final ModelSetup setup;
    private final JacobianFunction jacobian;
    private final Criterion criterion;
    private final List<Manifest.FileEntry> inputs;

    private SamplingRun(ModelOptions modelOptions, SamplingOptions sampling, OutputOptions output) throws IOException {
        this.modelOptions = modelOptions;
        this.sampling = sampling;
        this.output = output;
        this.setup = ModelSetup.of(modelOptions);
        this.criterion = sampling.criterion().criterion(setup.model().units());
        this.jacobian = setup.jacobianForSampling();
        this.inputs = inputs();
    }

    static RunSummary run(ModelOptions model, SamplingOptions sampling, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        AtomicFolder folder = AtomicFolder.of(output.folder(), Manifest.NAME);
        Existing existing = output.force() ? Existing.REPLACE : Existing.REFUSE;
        if (!output.force() && Files.exists(output.folder())) {
            throw exists(output.folder() + " is there already");
        }
        SamplingRun run = new SamplingRun(model, sampling, output);
        Path partial = begin(folder, output, existing);
        try {
            Manifest manifest = run.fill(partial, progress);
            return new RunSummary(folder.complete(existing), manifest);
        } catch (ClosedByInterruptException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static InterruptedException interrupted(ClosedByInterruptException cause) {
        Thread.interrupted();
        InterruptedException interrupted = new InterruptedException("while writing");
        interrupted.initCause(cause);
        return interrupted;
    }

    private static Path begin(AtomicFolder folder, OutputOptions output, Existing existing) throws IOException {
        try {
            return output.resume() ? folder.resume() : folder.begin(existing);
        } catch (FileAlreadyExistsException taken) {
            throw exists(taken.getFile() + ": " + taken.getReason());
        } catch (NoSuchFileException missing) {
            throw new InputException(
                    output.folder().toString(), "there is no interrupted run to resume", "start it without --resume");
        }
    }

    private static InputException exists(String problem) {
        return new InputException(
                "output folder",
                problem,
                "choose another one with -o, replace it with --force, or go on with --resume");
    }

    private List<Manifest.FileEntry> inputs() throws IOException {
        List<Manifest.FileEntry> entries = new ArrayList<>();
        List<Path> files = new ArrayList<>(List.of(modelOptions.model()));
        Stream.of(
                        modelOptions.concentrations(),
                        modelOptions.fluxes(),
                        modelOptions.roles(),
                        modelOptions.measured(),
                        sampling.given(),
                        sampling.names())
                .flatMap(Optional::stream)
                .forEach(files::add);
        for (Path file : files) {
            entries.add(Manifest.FileEntry.of(String.valueOf(file.getFileName()), file));
        }
        return entries;
    }

    /** Everything that decides the outcome, and nothing else: the key to resuming. */
    private Map<String, Object> configuration() {
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put("sets", sampling.sets());
        configuration.put("seed", sampling.seed());
        configuration.put("criterion", sampling.criterion().words(setup.model().units()));
        configuration.put("generator", generator());
        configuration.put("members", sampling.members().toString());
        configuration.put("vary", modelOptions.vary().stream().sorted().toList());
        configuration.put("fix", modelOptions.fix().stream().sorted().toList());
        configuration.put("steadyState", modelOptions.steadyState());
        return configuration;
    }

    private String generator() {
        return sampling.given().isEmpty() ? "ORACLE sampling of saturations" : "given sets";
    }

    private Manifest fill(Path folder, Progress progress) throws IOException, InterruptedException {
        Path checkpoint = folder.resolve(CHECKPOINT);
        String key = Sha256.of(configuration() + inputs.toString() + Version.current());
        Manifest manifest;
        try (DrawnSets sets = DrawnSets.open(checkpoint, jacobian.space().dimension(), key)) {
            draw(sets, progress);
            if (Thread.interrupted()) {
                throw new InterruptedException("after the last set was drawn");
            }
            RankedSets ranked = RankedSets.of(sets);
            int[] ranks = sampling.members()
                    .ranks(ranked.size(), rank -> ranked.read(rank).toArray(), sampling.seed());
            write(folder, sets, ranked, ranks);
            Manifest tables = manifest(folder, sets.tally(), ranks.length);
            RunReportFile.write(folder, tables, folder.resolve(RunReportFile.NAME));
            manifest = manifest(folder, sets.tally(), ranks.length);
        }
        try (Stream<Path> files = Files.list(checkpoint)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(checkpoint);
        manifest.write(folder);
        return manifest;
    }

    private void draw(DrawnSets sets, Progress progress) throws IOException, InterruptedException {
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
        RunTables tables = RunTables.of(jacobian);
        tables.writeParameters(folder);
        tables.writeSets(folder, sets);
        tables.writeMembers(folder, ranked, sets.tally().sets());
        MemberWriter.Origin origin = new MemberWriter.Origin(
                "Kindling " + Version.current(), inputs.get(0).sha256(), sampling.seed(), generator(), output.date());
        MemberWriter writer = MemberWriter.of(setup.sbml(), jacobian, origin);
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
                        Spectrum.timeConstant(abscissaOfFile()),
                        date().orElse(UNDATED)),
                members);
    }

    private Optional<Instant> date() {
        return output.date().or(() -> setup.sbml().source().date());
    }

    private static String platform() {
        return "Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch");
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        setup.sbml().ignored().forEach(notice -> remarks.add(notice.toString()));
        setup.sbml().warnings().forEach(notice -> remarks.add(notice.toString()));
        return remarks;
    }

    private Manifest manifest(Path folder, DrawnSets.Tally tally, long written) throws IOException {
        WilsonInterval interval = WilsonInterval.of(tally.valid(), tally.sets());
        Manifest.Provenance provenance = new Manifest.Provenance(
                new Manifest.Software("Kindling " + Version.current(), platform(), Version.libraries()),
                output.commandLine(),
                configuration(),
                sampling.seed(),
                RandomStreams.ALGORITHM,
                date().map(Instant::toString).orElse(""),
                new Manifest.ModelEntry(
                        setup.model().id(), setup.model().units().time(), remarks()),
                inputs);
        long solved = tally.sets() - tally.infeasible();
        return new Manifest(
                Manifest.SCHEMA_VERSION,
                provenance,
                files(folder),
                new Manifest.Counts(tally.sets(), solved, tally.stable(), tally.valid(), written),
                new Manifest.Incidence((double) tally.valid() / tally.sets(), interval.lower(), interval.upper()),
                new Manifest.Spectra(
                        sampling.criterion().words(setup.model().units()),
                        Manifest.Bounds.of(criterion),
                        abscissaOfFile(),
                        Screen.selfChecks(tally.sets()),
                        tally.selfCheck()),
                tally.sets(),
                tally.seconds());
    }

    private double abscissaOfFile() {
        JacobianFunction.Worker worker = jacobian.worker(1);
        SpectrumSolver solver = SpectrumSolver.ofOrder(jacobian.order());
        double[] matrix = new double[jacobian.order() * jacobian.order()];
        worker.evaluate(jacobian.fileValues(), 0, 1);
        return worker.jacobian(0, matrix) && solver.solve(matrix) ? solver.abscissa() : Double.NaN;
    }

    /** Every file of the folder but the manifest and the checkpoint, in the order of their names. */
    private static List<Manifest.FileEntry> files(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.resolve(CHECKPOINT)))
                    .filter(file -> !file.equals(folder.resolve(Manifest.NAME)))
                    .sorted()
                    .toList();
        }
        List<Manifest.FileEntry> entries = new ArrayList<>();
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            entries.add(Manifest.FileEntry.of(name, file));
        }
        return entries;
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
