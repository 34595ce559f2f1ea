package org.kindling.app;

import java.io.IOException;
import java.util.List;
import org.kindling.copasi.Comparison;
import org.kindling.copasi.ComparisonOptions;
import org.kindling.copasi.ComparisonReport;
import org.kindling.copasi.CopasiSimulator;
import org.kindling.copasi.Engine;
import org.kindling.copasi.Engines;
import org.kindling.copasi.Member;
import org.kindling.network.KineticModel;
import org.kindling.network.ModelUnits;
import org.kindling.sampling.Progress;
import org.kindling.simulation.EmbeddedSimulator;
import org.kindling.simulation.TimeCourseSimulator;
import org.kindling.simulation.TimeGrid;

/** One run of {@code compare}: simulates on both sides, then writes the folder whole. */
final class CompareRun {

    private static final TimeSpan HOUR = new TimeSpan(1, "h");

    private final CompareOptions options;
    private final KineticModel model;
    private final List<Member> members;

    private CompareRun(CompareOptions options) throws IOException {
        this.options = options;
        Subject subject = Subject.of(options.subject(), options.members());
        this.model = subject.sbml().kinetics();
        this.members = subject.members().stream()
                .map(member -> new Member(member.id(), member.values()))
                .toList();
    }

    static CompareSummary run(CompareOptions options, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        StudyFolder folder = StudyFolder.of(output, ComparisonFiles.MARKER);
        CompareRun run = new CompareRun(options);
        Engine engine = Engines.find(options.engines()).choose(options.engine());
        ComparisonReport report = run.compare(engine, progress);
        return folder.write(
                partial -> ComparisonFiles.of(report, run.model).write(partial),
                complete -> new CompareSummary(complete, report));
    }

    private ComparisonReport compare(Engine engine, Progress progress) throws InterruptedException {
        CompareOptions.Study study = options.study();
        ComparisonOptions comparison = new ComparisonOptions(
                study.perturbation(),
                study.seed(),
                TimeGrid.even(0, duration(model.units()), study.points()),
                study.tolerances(),
                options.marks(),
                options.copasi().workers(),
                study.search());
        try (TimeCourseSimulator kindling = EmbeddedSimulator.of(model);
                CopasiSimulator copasi = CopasiSimulator.of(engine, model, options.copasi())) {
            return Comparison.of(model, kindling, copasi, comparison)
                    .run(members, done -> progress.at(done, members.size()));
        }
    }

    private double duration(ModelUnits units) {
        return options.study().duration().isEmpty() && units.secondsPerTime().isEmpty()
                ? 1
                : options.study().duration().orElse(HOUR).in(units);
    }
}
