package org.kindling.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kindling.ensemble.SedMlDocument;
import org.kindling.network.InputException;
import org.kindling.report.CoursesPage;
import org.kindling.simulation.TimeCourse;

/** One run of {@code simulate}: time courses of a model, of members, or of what a SED-ML document asks for. */
final class SimulationRun {

    private static final String PAGE = "timecourse.html";

    private SimulationRun() {}

    static SimulationSummary run(SimulateOptions options, OutputOptions output)
            throws IOException, InterruptedException {
        SimulationPlan plan = plan(options);
        StudyFolder folder = StudyFolder.of(output, PAGE);
        Map<String, TimeCourse> courses = new LinkedHashMap<>();
        for (SimulationPlan.Job job : plan.jobs()) {
            courses.put(job.id(), job.simulator().simulate(job.experiment()));
        }
        return folder.write(
                partial -> {
                    plan.write(partial, courses);
                    Files.writeString(
                            partial.resolve(PAGE),
                            CoursesPage.of(plan.heading(), courses).html());
                },
                complete -> summary(complete, plan, courses));
    }

    private static SimulationPlan plan(SimulateOptions options) throws IOException {
        Path file = options.subject();
        boolean experiment = options.times().isEmpty()
                && Files.isRegularFile(file)
                && !file.toString().endsWith(".gz")
                && SedMlDocument.isIn(file);
        if (!experiment) {
            return SubjectPlan.of(options);
        }
        if (!options.values().isEmpty() || !options.columns().isEmpty() || options.fluxes()) {
            throw new InputException(
                    file.toString(),
                    "says itself what is set and recorded",
                    "give --end to simulate its model instead, or leave out --set, --columns and --fluxes");
        }
        return SedMlPlan.of(options);
    }

    private static SimulationSummary summary(Path folder, SimulationPlan plan, Map<String, TimeCourse> courses) {
        List<SimulationSummary.MemberOutcome> members = new ArrayList<>();
        for (SimulationPlan.Job job : plan.jobs()) {
            TimeCourse.Outcome outcome =
                    Objects.requireNonNull(courses.get(job.id())).outcome();
            members.add(new SimulationSummary.MemberOutcome(
                    job.id(), outcome.complete(), outcome.time(), outcome.reason()));
        }
        return new SimulationSummary(folder, plan.jobs().get(0).simulator().engine(), members, plan.remarks());
    }
}
