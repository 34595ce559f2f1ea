package org.kindling.ensemble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kindling.ensemble.ArchiveEntry.Role;
import org.kindling.network.KineticModel;
import org.kindling.network.RateEquations;
import org.kindling.network.StateVariable;

/** Packs the models and small tables of a run into a COMBINE archive, with a simulation experiment that others can run. */
public final class RunArchive {

    /** The experiment shows this many time constants of the reference state, by when perturbations have died away. */
    private static final double TIME_CONSTANTS = 10;

    private static final int POINTS = 200;

    /** More species than this in one plot cannot be told apart. */
    private static final int PLOTTED = 6;

    /** Members beyond this are in the archive but not in the experiment, which would become too long to run. */
    private static final int SIMULATED = 20;

    private static final String EXPERIMENT = "experiment.sedml";

    private RunArchive() {}

    /**
     * What an archive is of.
     *
     * @param model the model
     * @param level the level and version of SBML that its files have
     * @param timeConstant the dominant time constant of the reference state; infinite if it is not stable
     * @param date the date of everything in it
     */
    public record Subject(KineticModel model, SbmlLevel level, double timeConstant, Instant date) {}

    /**
     * Writes {@code experiment.sedml} and {@code ensemble.omex} into a run folder that holds {@code base.xml} and its
     * members.
     *
     * @param folder the run folder
     * @param subject what it is of
     * @param members the ids and files of the members
     * @throws IOException if writing fails
     */
    public static void write(Path folder, Subject subject, List<SedMlExperiment.Model> members) throws IOException {
        List<ArchiveEntry> entries = new ArrayList<>();
        Optional<SedMlExperiment> experiment = experiment(subject, members);
        if (experiment.isPresent()) {
            AtomicFile.write(folder.resolve(EXPERIMENT), out -> SedMlWriter.write(experiment.get(), out));
            entries.add(new ArchiveEntry(EXPERIMENT, folder.resolve(EXPERIMENT), ArchiveEntry.SED_ML, Role.MASTER));
        }
        Role ofBase = experiment.isPresent() ? Role.PART : Role.MASTER;
        entries.add(new ArchiveEntry(
                "base.xml", folder.resolve("base.xml"), subject.level().archiveFormat(), ofBase));
        for (SedMlExperiment.Model member : members) {
            Path file = folder.resolve(member.source());
            entries.add(new ArchiveEntry(member.source(), file, subject.level().archiveFormat(), Role.PART));
        }
        for (String table : List.of("parameters.csv", "members.csv")) {
            if (Files.exists(folder.resolve(table))) {
                entries.add(new ArchiveEntry(table, folder.resolve(table), ArchiveEntry.CSV, Role.PART));
            }
        }
        ArchiveDescription description = new ArchiveDescription(
                "Ensemble of kinetic models of " + subject.model().id(),
                "Parameter sets sampled around a reference state and kept by their dynamics; written by Kindling.",
                List.of(),
                subject.date(),
                subject.date());
        AtomicFile.write(folder.resolve("ensemble.omex"), out -> CombineArchiveWriter.write(entries, description, out));
    }

    /** Time courses of the base model and its members; none where no species changes. */
    private static Optional<SedMlExperiment> experiment(Subject subject, List<SedMlExperiment.Model> members) {
        List<SedMlExperiment.Quantity> species = new ArrayList<>();
        for (StateVariable state : RateEquations.of(subject.model()).states()) {
            if (subject.model().species(state.id()).isPresent()) {
                species.add(SedMlExperiment.Quantity.of(subject.model(), state.id()));
            }
        }
        if (species.isEmpty()) {
            return Optional.empty();
        }
        List<SedMlExperiment.Model> models = new ArrayList<>(List.of(new SedMlExperiment.Model("base", "base.xml")));
        members.stream().limit(SIMULATED).forEach(models::add);
        Set<String> plotted = new LinkedHashSet<>();
        species.stream().limit(PLOTTED).forEach(each -> plotted.add(each.id()));
        double end = Double.isFinite(subject.timeConstant()) ? TIME_CONSTANTS * subject.timeConstant() : TIME_CONSTANTS;
        SedMlExperiment.Solver solver = new SedMlExperiment.Solver(SedMlExperiment.Algorithm.LSODA, 1e-9, 1e-12);
        SedMlExperiment.TimeCourse course = new SedMlExperiment.TimeCourse(0, end, POINTS, solver);
        return Optional.of(new SedMlExperiment(subject.level(), models, species, plotted, course));
    }
}
