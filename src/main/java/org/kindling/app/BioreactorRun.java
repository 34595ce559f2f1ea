package org.kindling.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kindling.ensemble.AtomicFolder;
import org.kindling.ensemble.AtomicFolder.Existing;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.sampling.Progress;
import org.kindling.simulation.Bioreactor;
import org.kindling.simulation.Cultures;
import org.kindling.simulation.Cultures.Culture;
import org.kindling.simulation.EmbeddedSimulator;
import org.kindling.simulation.MeasuredCurves;
import org.kindling.simulation.TimeGrid;
import org.kindling.simulation.Tolerances;

/** One run of {@code bioreactor}: simulates everything, then writes the folder whole. */
final class BioreactorRun {

    /** The absolute tolerance lies this far below the relative one: what is used up must not be taken for noise. */
    private static final double ABSOLUTE_BELOW_RELATIVE = 1e-6;

    private BioreactorRun() {}

    static BioreactorSummary run(BioreactorOptions options, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        if (!output.force() && Files.exists(output.folder())) {
            throw exists(output.folder());
        }
        BioreactorSubject subject = BioreactorSubject.of(options.source(), options.members());
        BioreactorFile.Plan plan = BioreactorFile.read(options.setup(), subject.model());
        Bioreactor reactor = Bioreactor.of(subject.model(), plan.setup());
        MeasuredCurves measured = options.measured()
                .map(file -> InputTables.curves(file, reactor, plan.duration()))
                .orElse(MeasuredCurves.NONE);
        List<Culture> ranked = ranked(options, new Study(subject, plan, reactor, measured), progress);
        BioreactorFiles.Content content =
                new BioreactorFiles.Content(options, output, new Study(subject, plan, reactor, measured), ranked);
        Existing existing = output.force() ? Existing.REPLACE : Existing.REFUSE;
        AtomicFolder folder = AtomicFolder.of(output.folder(), BioreactorFiles.MARKER);
        try {
            BioreactorSummary summary = BioreactorFiles.write(folder.begin(existing), content);
            folder.complete(existing);
            return summary;
        } catch (FileAlreadyExistsException taken) {
            throw exists(output.folder());
        }
    }

    /** What is simulated, and with what it is compared. */
    record Study(BioreactorSubject subject, BioreactorFile.Plan plan, Bioreactor reactor, MeasuredCurves measured) {

        /** What is recorded: the state of the reactor first. */
        List<Symbol> quantities() {
            Set<Symbol> quantities = new LinkedHashSet<>();
            quantities.add(reactor.biomass());
            quantities.add(reactor.growthRate());
            quantities.addAll(reactor.medium());
            quantities.addAll(measured.quantities());
            quantities.addAll(plan.recorded());
            return List.copyOf(quantities);
        }

        /** Even times, and those of measured points. */
        TimeGrid grid() {
            TimeGrid even = TimeGrid.even(0, plan.duration(), plan.points());
            Set<Double> times = new TreeSet<>();
            for (double time : even.toArray()) {
                times.add(time);
            }
            measured.points().forEach(point -> times.add(point.time()));
            return TimeGrid.at(times.stream().mapToDouble(Double::doubleValue).toArray());
        }

        /** The unit of a quantity; empty if it has none or the model does not say. */
        String unit(Symbol quantity) {
            KineticModel model = subject.model();
            if (quantity.equals(reactor.biomass())) {
                return BioreactorFile.BIOMASS_UNIT;
            }
            if (quantity.equals(reactor.growthRate())) {
                return "per " + model.units().time();
            }
            if (model.reaction(quantity.name()).isPresent()) {
                return model.units().substance() + " per " + model.units().time();
            }
            return model.species(quantity.name())
                    .map(species -> species.amountOnly()
                            ? model.units().substance()
                            : model.units().concentration())
                    .orElse("");
        }
    }

    private static List<Culture> ranked(BioreactorOptions options, Study study, Progress progress)
            throws InterruptedException {
        Tolerances tolerances =
                new Tolerances(options.relativeTolerance(), options.relativeTolerance() * ABSOLUTE_BELOW_RELATIVE);
        try (EmbeddedSimulator simulator =
                EmbeddedSimulator.of(study.reactor().model(), new ArrayList<>(study.quantities()))) {
            return Cultures.of(simulator, study.grid(), tolerances, study.measured())
                    .run(study.subject().members(), options.threads(), progress);
        }
    }

    private static InputException exists(Path output) {
        return new InputException(
                "output " + output, "is there already", "choose another one with -o, or replace it with --force");
    }
}
