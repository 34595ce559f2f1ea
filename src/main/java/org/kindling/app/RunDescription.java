package org.kindling.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kindling.dynamics.Criterion;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.dynamics.Spectrum;
import org.kindling.ensemble.DrawnSets;
import org.kindling.ensemble.Manifest;
import org.kindling.ensemble.MemberWriter;
import org.kindling.ensemble.Sha256;
import org.kindling.numerics.WilsonInterval;
import org.kindling.sampling.RandomStreams;
import org.kindling.sampling.Screen;

/** What a sampling run says of itself: from what it is made, by which options, and with what outcome. */
final class RunDescription {

    /**
     * What the user asked for.
     *
     * @param model the model and its reference state
     * @param sampling what is drawn
     * @param output where it goes
     * @param generator what draws, where it is not the prior
     * @param rule what sets of the prior obey, where they are drawn within a rule
     */
    record Request(
            ModelOptions model,
            SamplingOptions sampling,
            OutputOptions output,
            Optional<TrainedGenerator> generator,
            Optional<LearnedRule> rule) {}

    private final ModelSetup setup;
    private final Request request;
    private final List<Manifest.FileEntry> inputs;
    private final double abscissa;

    private RunDescription(ModelSetup setup, JacobianFunction jacobian, Request request) throws IOException {
        this.setup = setup;
        this.request = request;
        this.inputs = inputs(request);
        this.abscissa =
                jacobian.spectrum(jacobian.fileValues()).map(Spectrum::abscissa).orElse(Double.NaN);
    }

    static RunDescription of(ModelSetup setup, JacobianFunction jacobian, Request request) throws IOException {
        return new RunDescription(setup, jacobian, request);
    }

    private static List<Manifest.FileEntry> inputs(Request request) throws IOException {
        List<Manifest.FileEntry> entries = new ArrayList<>(
                request.generator().isPresent() ? request.generator().get().inputs() : inputs(request.model()));
        for (Optional<Path> file :
                List.of(request.sampling().given(), request.sampling().names())) {
            if (file.isPresent()) {
                entries.add(entry(file.get()));
            }
        }
        if (request.rule().isPresent()) {
            entries.add(request.rule().get().input());
        }
        return entries;
    }

    /** The files that a model is read from, the model itself first. */
    static List<Manifest.FileEntry> inputs(ModelOptions model) throws IOException {
        List<Path> files = new ArrayList<>(List.of(model.model()));
        Stream.of(model.concentrations(), model.fluxes(), model.roles(), model.measured())
                .flatMap(Optional::stream)
                .forEach(files::add);
        List<Manifest.FileEntry> entries = new ArrayList<>();
        for (Path file : files) {
            entries.add(entry(file));
        }
        return entries;
    }

    static Manifest.FileEntry entry(Path file) throws IOException {
        return Manifest.FileEntry.of(String.valueOf(file.getFileName()), file);
    }

    /** The hash of everything that decides the outcome: the key to resuming. */
    String key() {
        return Sha256.of(configuration() + inputs.toString() + Version.current());
    }

    /** The spectral abscissa of the model as read. */
    double abscissa() {
        return abscissa;
    }

    /** The date that written files carry. */
    Optional<Instant> date() {
        return request.output().date().or(() -> setup.sbml().source().date());
    }

    /** What each written model says of its origin. */
    MemberWriter.Origin origin() {
        return new MemberWriter.Origin(
                "Kindling " + Version.current(),
                inputs.get(0).sha256(),
                request.sampling().seed(),
                generator(),
                request.output().date());
    }

    /** Every option that decides the outcome, and no other. */
    private Map<String, Object> configuration() {
        Map<String, Object> configuration = new LinkedHashMap<>();
        configuration.put("sets", request.sampling().sets());
        configuration.put("seed", request.sampling().seed());
        configuration.put(
                "criterion", request.sampling().criterion().words(setup.model().units()));
        configuration.put("generator", generator());
        configuration.put("members", request.sampling().members().toString());
        configuration.put("vary", request.model().vary().stream().sorted().toList());
        configuration.put("fix", request.model().fix().stream().sorted().toList());
        configuration.put("steadyState", request.model().steadyState());
        request.rule().ifPresent(rule -> configuration.put("within", rule.ranges()));
        return configuration;
    }

    private String generator() {
        if (request.generator().isPresent()) {
            return request.generator().get().words();
        }
        if (request.sampling().given().isPresent()) {
            return "given sets";
        }
        return "ORACLE sampling of saturations"
                + request.rule().map(rule -> " within " + rule.words()).orElse("");
    }

    /** The program and what it runs on. */
    static Manifest.Software software() {
        return new Manifest.Software("Kindling " + Version.current(), platform(), Version.libraries());
    }

    private static String platform() {
        return "Java " + System.getProperty("java.version") + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch");
    }

    /** The model, with what of its file is ignored or questionable. */
    static Manifest.ModelEntry model(ModelSetup setup) {
        return new Manifest.ModelEntry(setup.model().id(), setup.model().units().time(), remarks(setup));
    }

    private static List<String> remarks(ModelSetup setup) {
        List<String> remarks = new ArrayList<>();
        setup.sbml().ignored().forEach(notice -> remarks.add(notice.toString()));
        setup.sbml().warnings().forEach(notice -> remarks.add(notice.toString()));
        return remarks;
    }

    /** The manifest of a folder with the files that stand in it now. */
    Manifest manifest(Path folder, DrawnSets.Tally tally, long written) throws IOException {
        Manifest.Provenance provenance = new Manifest.Provenance(
                software(),
                request.output().commandLine(),
                configuration(),
                request.sampling().seed(),
                RandomStreams.ALGORITHM,
                date().map(Instant::toString).orElse(""),
                model(setup),
                inputs);
        long solved = tally.sets() - tally.infeasible();
        return new Manifest(
                Manifest.SCHEMA_VERSION,
                provenance,
                files(folder),
                new Manifest.Counts(tally.sets(), solved, tally.stable(), tally.valid(), written),
                incidence(tally),
                new Manifest.Spectra(
                        request.sampling().criterion().words(setup.model().units()),
                        Manifest.Bounds.of(request.sampling()
                                .criterion()
                                .criterion(setup.model().units())),
                        abscissa,
                        Screen.selfChecks(tally.sets()),
                        tally.selfCheck()),
                tally.sets(),
                tally.seconds());
    }

    private Manifest.Incidence incidence(DrawnSets.Tally tally) {
        WilsonInterval interval = WilsonInterval.of(tally.valid(), tally.sets());
        Criterion criterion =
                request.sampling().criterion().criterion(setup.model().units());
        return new Manifest.Incidence(
                (double) tally.valid() / tally.sets(),
                interval.lower(),
                interval.upper(),
                request.rule()
                        .flatMap(rule ->
                                rule.lift(criterion, setup.space(), tally.valid(), tally.sets() - tally.infeasible())));
    }

    /** Every file of the folder but the manifest, in the order of their names. */
    static List<Manifest.FileEntry> files(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile)
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
}
