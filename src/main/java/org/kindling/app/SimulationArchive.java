package org.kindling.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.kindling.ensemble.ArchiveDescription;
import org.kindling.ensemble.ArchiveEntry;
import org.kindling.ensemble.ArchiveEntry.Role;
import org.kindling.ensemble.AtomicFile;
import org.kindling.ensemble.CombineArchiveWriter;
import org.kindling.ensemble.SbmlLevel;
import org.kindling.ensemble.SedMlExperiment;
import org.kindling.ensemble.SedMlWriter;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.sbml.SbmlSource;
import org.kindling.simulation.Experiment;
import org.kindling.simulation.TimeGrid;

/** Writes what was simulated as a COMBINE archive, so that other programs can repeat it: model, SED-ML and table. */
final class SimulationArchive {

    private static final String MODEL = "model.xml";
    private static final String EXPERIMENT = "experiment.sedml";
    private static final String ARCHIVE = "simulation.omex";

    /** The date of an archive when the model gives none: the earliest that a zip file can hold. */
    private static final Instant UNDATED = Instant.parse("1980-01-01T00:00:00Z");

    /** As many curves as one can tell apart. */
    private static final int PLOTTED = 8;

    private static final Pattern SID = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final Pattern MODEL_ID = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    private SimulationArchive() {}

    /** Writes the archive and what is in it; nothing if none of the quantities can be named in SED-ML. */
    static void write(Path folder, String table, Subject subject, List<SimulationPlan.Job> jobs) throws IOException {
        KineticModel model = subject.sbml().kinetics();
        List<SedMlExperiment.Quantity> quantities = jobs.get(0).simulator().quantities().stream()
                .map(Symbol::name)
                .filter(id -> SID.matcher(id).matches())
                .map(id -> SedMlExperiment.Quantity.of(model, id))
                .toList();
        if (quantities.isEmpty()) {
            return;
        }
        SbmlSource source = subject.sbml().source();
        SbmlLevel level = new SbmlLevel(source.level(), source.version());
        Set<String> plotted = new LinkedHashSet<>();
        quantities.stream().limit(PLOTTED).forEach(quantity -> plotted.add(quantity.id()));
        SedMlExperiment experiment = new SedMlExperiment(
                level,
                models(model, jobs),
                quantities,
                plotted,
                course(jobs.get(0).experiment()));
        Files.write(folder.resolve(MODEL), source.text().getBytes(StandardCharsets.UTF_8));
        AtomicFile.write(folder.resolve(EXPERIMENT), out -> SedMlWriter.write(experiment, out));
        List<ArchiveEntry> entries = List.of(
                new ArchiveEntry(EXPERIMENT, folder.resolve(EXPERIMENT), ArchiveEntry.SED_ML, Role.MASTER),
                new ArchiveEntry(MODEL, folder.resolve(MODEL), level.archiveFormat(), Role.PART),
                new ArchiveEntry(table, folder.resolve(table), ArchiveEntry.CSV, Role.PART));
        Instant date = source.date().orElse(UNDATED);
        ArchiveDescription description = new ArchiveDescription(
                "Time courses of " + model.id(),
                "A kinetic model, and how its time courses were simulated; written by Kindling.",
                List.of(),
                date,
                date);
        AtomicFile.write(folder.resolve(ARCHIVE), out -> CombineArchiveWriter.write(entries, description, out));
    }

    /** One model for each simulation: the same file with other values. */
    private static List<SedMlExperiment.Model> models(KineticModel model, List<SimulationPlan.Job> jobs) {
        List<SedMlExperiment.Model> models = new ArrayList<>();
        for (SimulationPlan.Job job : jobs) {
            Map<String, Double> byName = new TreeMap<>();
            job.experiment().values().forEach((symbol, value) -> byName.put(symbol.name(), value));
            List<SedMlExperiment.Change> changes = new ArrayList<>();
            byName.forEach((id, value) -> changes.add(SedMlExperiment.Change.of(model, new Symbol(id), value)));
            boolean member = jobs.size() > 1 && MODEL_ID.matcher(job.id()).matches();
            models.add(new SedMlExperiment.Model(member ? job.id() : "model", MODEL, changes));
        }
        return models;
    }

    private static SedMlExperiment.TimeCourse course(Experiment experiment) {
        TimeGrid grid = experiment.grid();
        // A tolerance of 0 has no place in SED-ML.
        double absolute = Math.max(Double.MIN_NORMAL, experiment.tolerances().absolute());
        return new SedMlExperiment.TimeCourse(
                grid.time(0),
                grid.end(),
                grid.size() - 1,
                new SedMlExperiment.Solver(
                        SedMlExperiment.Algorithm.RADAU, experiment.tolerances().relative(), absolute));
    }
}
