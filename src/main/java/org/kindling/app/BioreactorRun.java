package org.kindling.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.kindling.expression.Symbol;
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
        StudyFolder folder = StudyFolder.of(output, BioreactorFiles.MARKER);
        Study study = Study.of(options);
        BioreactorFiles files = new BioreactorFiles(options, study, ranked(options, study, progress));
        return folder.write(files::write, complete -> new BioreactorSummary(complete, files.outcome()));
    }

    /** What is simulated, and with what it is compared. */
    record Study(Subject subject, BioreactorFile.Plan plan, Bioreactor reactor, MeasuredCurves measured) {

        static Study of(BioreactorOptions options) throws IOException {
            Subject subject = Subject.of(options.source(), options.members());
            KineticModel model = subject.sbml().kinetics();
            BioreactorFile.Plan plan = BioreactorFile.read(options.setup(), model);
            Bioreactor reactor = Bioreactor.of(model, plan.setup());
            MeasuredCurves measured = options.measured()
                    .map(file -> InputTables.curves(file, reactor, plan.duration()))
                    .orElse(MeasuredCurves.NONE);
            return new Study(subject, plan, reactor, measured);
        }

        KineticModel model() {
            return subject.sbml().kinetics();
        }

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
            KineticModel model = model();
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
        List<Cultures.Member> members = study.subject().members().stream()
                .map(member -> new Cultures.Member(member.id(), member.values()))
                .toList();
        Tolerances tolerances =
                new Tolerances(options.relativeTolerance(), options.relativeTolerance() * ABSOLUTE_BELOW_RELATIVE);
        try (EmbeddedSimulator simulator =
                EmbeddedSimulator.of(study.reactor().model(), new ArrayList<>(study.quantities()))) {
            return Cultures.of(simulator, study.grid(), tolerances, study.measured())
                    .run(members, options.threads(), progress);
        }
    }
}
