package org.kindling.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kindling.generators.FreshSample;
import org.kindling.generators.GeneratorRecord;

/** The page of a training: how many sets were valid as it went on, and what fresh ones were found to be. Immutable. */
public final class TrainingPage {

    private final Heading heading;
    private final GeneratorRecord record;

    private TrainingPage(Heading heading, GeneratorRecord record) {
        this.heading = heading;
        this.record = record;
    }

    /**
     * The page of a training.
     *
     * @param heading what it is about
     * @param record what the generator says of itself
     * @return the page
     */
    public static TrainingPage of(Heading heading, GeneratorRecord record) {
        return new TrainingPage(heading, record);
    }

    /**
     * The page's text, to be written in UTF-8.
     *
     * @return the page
     */
    public String html() {
        List<StudyPage.Section> sections = new ArrayList<>();
        sections.add(fresh());
        if (!record.training().rounds().isEmpty()) {
            sections.add(TrainingCourse.of(record.training().rounds(), heading.timeUnit())
                    .section());
        }
        sections.add(options());
        return new StudyPage(heading, lead(), sections).html();
    }

    private String lead() {
        FreshSample.Outcome fresh = record.fresh();
        Interval interval = new Interval(
                fresh.incidence().value(),
                fresh.incidence().low(),
                fresh.incidence().high());
        return NumberText.ofShare(interval.value(), interval) + " of " + NumberText.ofCount(fresh.sets())
                + " fresh sets meet " + record.training().criterion().words() + " (95 % interval "
                + NumberText.ofShare(interval.low(), interval) + " to " + NumberText.ofShare(interval.high(), interval)
                + "), after " + NumberText.ofCount(record.training().jacobians()) + " Jacobians of training.";
    }

    private StudyPage.Section fresh() {
        FreshSample.Outcome fresh = record.fresh();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("fresh sets", NumberText.ofCount(fresh.sets())));
        rows.add(List.of("valid", NumberText.ofCount(fresh.valid())));
        rows.add(List.of(
                "median of the slowest mode", NumberText.of(fresh.medianAbscissa()) + " per " + heading.timeUnit()));
        String none = "none: the generator has no density";
        rows.add(List.of(
                "effective sample size",
                fresh.weighted()
                        .map(weighted -> NumberText.of(weighted.effectiveSampleSize()))
                        .orElse(none)));
        rows.add(List.of(
                "estimated share of the prior that is valid",
                fresh.weighted().map(weighted -> NumberText.of(weighted.mass())).orElse(none)));
        return new StudyPage.Section(
                "Fresh sets",
                "Sets that the training has not seen. The effective sample size says how many independent valid sets of the prior "
                        + "they are worth when each counts by its weight: near the number of sets, they are those of the prior; near "
                        + "1, they are valid but a narrow choice, and the estimated share means nothing.",
                List.of(),
                List.of("", ""),
                rows);
    }

    private StudyPage.Section options() {
        List<List<String>> rows = new ArrayList<>();
        GeneratorRecord.TrainingEntry training = record.training();
        rows.add(List.of("way of training", training.method()));
        for (Map.Entry<String, Object> option : training.options().entrySet()) {
            rows.add(List.of(option.getKey(), String.valueOf(option.getValue())));
        }
        rows.add(List.of("seed", Long.toString(training.seed())));
        rows.add(List.of("criterion", training.criterion().words()));
        rows.add(List.of("family", record.shape().family()));
        rows.add(List.of("parameters", Integer.toString(record.parameters().size())));
        rows.add(List.of("network", record.network()));
        rows.add(List.of("program", record.program()));
        return new StudyPage.Section("How it was made", "", List.of(), List.of("", ""), rows);
    }
}
