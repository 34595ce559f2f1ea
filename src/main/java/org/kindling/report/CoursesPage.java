package org.kindling.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.kindling.expression.Symbol;
import org.kindling.simulation.TimeCourse;

/** The page of time courses: what changes most comes first. Immutable. */
public final class CoursesPage {

    /** A reader looks at the first figures; everything is in the table beside the page. */
    private static final int MOST_FIGURES = 12;

    private final Heading heading;
    private final Map<String, TimeCourse> courses;

    private CoursesPage(Heading heading, Map<String, TimeCourse> courses) {
        this.heading = heading;
        this.courses = courses;
    }

    /**
     * The page of time courses.
     *
     * @param heading what it is about
     * @param courses the course of each member by its id, all of the same quantities
     * @return the page
     */
    public static CoursesPage of(Heading heading, Map<String, TimeCourse> courses) {
        return new CoursesPage(heading, courses);
    }

    /**
     * The page's text, to be written in UTF-8.
     *
     * @return the page
     */
    public String html() {
        List<StudyPage.Section> sections = new ArrayList<>();
        sections.add(new StudyPage.Section("Time courses", "", figures(), List.of(), List.of()));
        List<List<String>> early = early();
        if (!early.isEmpty()) {
            sections.add(new StudyPage.Section(
                    "Ended early", "", List.of(), List.of("member", "time reached", "reason"), early));
        }
        return new StudyPage(heading, lead(early.size()), sections).html();
    }

    private String lead(int early) {
        String models = courses.size() == 1 ? "One simulation" : NumberText.ofCount(courses.size()) + " simulations";
        return models + " by Kindling, "
                + (early == 0 ? "complete." : NumberText.ofCount(early) + " of which ended early.");
    }

    private List<List<String>> early() {
        List<List<String>> rows = new ArrayList<>();
        courses.forEach((id, course) -> {
            if (!course.outcome().complete()) {
                rows.add(List.of(
                        id,
                        NumberText.of(course.outcome().time()),
                        course.outcome().reason()));
            }
        });
        return rows;
    }

    private List<Figure> figures() {
        TimeCourse first = courses.values().iterator().next();
        List<Integer> order = IntStream.range(0, first.quantities().size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer quantity) -> change(first.column(quantity)))
                        .reversed())
                .toList();
        int together = courses.size() == 1 ? CurvePlot.MOST_CURVES : 1;
        List<Figure> figures = new ArrayList<>();
        for (int from = 0; from < order.size() && figures.size() < MOST_FIGURES; from += together) {
            figures.add(figure(order.subList(from, Math.min(order.size(), from + together))));
        }
        return figures;
    }

    /** The share of its largest value by which a quantity changes. */
    private static double change(double[] values) {
        double largest = DoubleStream.of(values).map(Math::abs).max().orElse(0);
        double low = DoubleStream.of(values).min().orElse(0);
        double high = DoubleStream.of(values).max().orElse(0);
        return largest > 0 ? (high - low) / largest : 0;
    }

    private Figure figure(List<Integer> quantities) {
        String unit = heading.timeUnit().isBlank() ? "" : ", " + heading.timeUnit();
        TimeCourse first = courses.values().iterator().next();
        List<String> names = quantities.stream()
                .map(first.quantities()::get)
                .map(Symbol::name)
                .toList();
        CurvePlot plot = new CurvePlot("time" + unit, names.size() == 1 ? names.get(0) : "value, unit of the model");
        courses.forEach((id, course) -> {
            double[] times =
                    IntStream.range(0, course.size()).mapToDouble(course::time).toArray();
            for (int k = 0; k < quantities.size(); k++) {
                plot.curve(names.get(k), times, course.column(quantities.get(k)));
            }
        });
        String members = courses.size() == 1 ? "" : " of " + NumberText.ofCount(courses.size()) + " members";
        return plot.figure(String.join(", ", names) + members, "What changes most comes first.");
    }
}
