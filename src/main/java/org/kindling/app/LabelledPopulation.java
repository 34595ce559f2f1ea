package org.kindling.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kindling.dynamics.Criterion;
import org.kindling.ensemble.GivenSets;
import org.kindling.ensemble.Manifest;
import org.kindling.ensemble.SetsTable;
import org.kindling.network.InputException;
import org.kindling.sampling.Population;
import org.kindling.sampling.Progress;
import org.kindling.sampling.Screen;
import org.kindling.sampling.Screening;
import org.kindling.sampling.SetSource;
import org.kindling.sbml.SbmlReader;

/**
 * A population from its file or folder, at the model that it is one of.
 *
 * @param model how the model was read
 * @param setup the model
 * @param population the sets that have a spectrum, with their labels
 * @param criterion what valid sets had to meet, where the source says so
 * @param inputs the files that were read
 */
record LabelledPopulation(
        ModelOptions model,
        ModelSetup setup,
        Population population,
        Optional<CriterionOptions> criterion,
        List<Manifest.FileEntry> inputs) {

    private static final String LAST_LABEL = "weight";

    LabelledPopulation {
        inputs = List.copyOf(inputs);
    }

    /**
     * Reads a population, and labels its sets where the source does not, or is to serve another state.
     *
     * @param options where it comes from
     * @param threads how many threads label
     * @param progress told how many sets are labelled
     * @throws InputException if the source or the model is refused, or no set has a spectrum
     */
    static LabelledPopulation read(PopulationOptions options, int threads, Progress progress)
            throws IOException, InterruptedException {
        Path source = options.source();
        if (!Files.exists(source)) {
            throw new InputException(source.toString(), "does not exist", "check the path");
        }
        LabelledPopulation read =
                Files.isDirectory(source) ? ofFolder(options, threads, progress) : ofFile(options, threads, progress);
        if (read.population().size() == 0) {
            throw new InputException(source.toString(), "has no set with a spectrum", "give other sets");
        }
        return read;
    }

    private static LabelledPopulation ofFile(PopulationOptions options, int threads, Progress progress)
            throws IOException, InterruptedException {
        ModelOptions model = options.model().orElseThrow(() -> withoutModel(options.source()));
        ModelSetup setup = ModelSetup.of(model);
        Map<String, String> names =
                options.names().isPresent() ? GivenSets.names(options.names().get()) : Map.of();
        List<Manifest.FileEntry> inputs = new ArrayList<>(RunDescription.inputs(model));
        for (Path file : Stream.concat(Stream.of(options.source()), options.names().stream())
                .toList()) {
            inputs.add(RunDescription.entry(file));
        }
        try (GivenSets given = GivenSets.open(options.source(), names, setup.space())) {
            Population labelled = screened(setup, given, given.size(), threads, progress);
            return new LabelledPopulation(model, setup, labelled, Optional.empty(), inputs);
        }
    }

    private static InputException withoutModel(Path source) {
        return new InputException(
                source.toString(), "does not say of which model its sets are", "give the SBML file with --model");
    }

    private static LabelledPopulation ofFolder(PopulationOptions options, int threads, Progress progress)
            throws IOException, InterruptedException {
        Path folder = options.source();
        SetsTable table = SetsTable.ofSets(folder);
        boolean run = Files.exists(folder.resolve(Manifest.NAME));
        if (!run && options.model().isEmpty()) {
            throw withoutModel(folder);
        }
        ModelOptions model = options.model().orElseGet(() -> ModelOptions.of(folder.resolve("base.xml")));
        int labels = table.column(LAST_LABEL).orElse(-1) + 1;
        List<String> addresses = table.columns().subList(labels, table.columns().size());
        ModelSetup setup = ModelSetup.of(SbmlReader.read(model.model()), model, RunConstants.of(folder, addresses));
        List<Manifest.FileEntry> inputs = new ArrayList<>(RunDescription.inputs(model));
        inputs.add(RunDescription.entry(table.file()));
        HeldSets sets = HeldSets.of(table, setup.space());
        if (options.model().isPresent()) {
            Population labelled = screened(setup, sets, sets.size(), threads, progress);
            return new LabelledPopulation(model, setup, labelled, Optional.empty(), inputs);
        }
        Criterion criterion = Manifest.read(folder).spectra().bounds().criterion();
        return new LabelledPopulation(
                model, setup, sets.population(setup.space()), Optional.of(CriterionOptions.of(criterion)), inputs);
    }

    /** Labels sets; those without a spectrum are left out, all others count alike. */
    private static Population screened(ModelSetup setup, SetSource sets, int size, int threads, Progress progress)
            throws IOException, InterruptedException {
        HeldSets held = HeldSets.ofWidth(setup.space().dimension());
        Screen screen = Screen.of(setup.jacobianForSampling(), Criterion.STABLE);
        Screening.of(sets, screen, threads).run(0, size, batch -> {
            held.add(batch);
            progress.at(batch.first() + batch.sets(), size);
        });
        return held.population(setup.space());
    }
}
