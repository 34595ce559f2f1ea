package org.kindling.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.kindling.copasi.ComparisonOptions;
import org.kindling.copasi.ComparisonReport;
import org.kindling.copasi.CourseComparison;
import org.kindling.copasi.Marks;
import org.kindling.copasi.MemberComparison;
import org.kindling.copasi.RestComparison;

/** The page of a comparison with COPASI. Immutable. */
public final class ComparisonPage {

    /** A reader looks at the worst members; all are in the table beside the page. */
    private static final int MOST_MEMBERS = 50;

    private static final String NONE = "–";

    private final Heading heading;
    private final ComparisonReport report;

    private ComparisonPage(Heading heading, ComparisonReport report) {
        this.heading = heading;
        this.report = report;
    }

    /**
     * The page of a comparison.
     *
     * @param heading what it is about
     * @param report what it shows
     * @return the page
     */
    public static ComparisonPage of(Heading heading, ComparisonReport report) {
        return new ComparisonPage(heading, report);
    }

    /**
     * The page's text, to be written in UTF-8.
     *
     * @return the page
     */
    public String html() {
        List<StudyPage.Section> sections = new ArrayList<>();
        sections.add(agreement());
        report.worst().ifPresent(worst -> worst.course().ifPresent(course -> sections.add(section(worst, course))));
        sections.add(members());
        if (!report.failed().isEmpty()) {
            sections.add(failures());
        }
        sections.add(study());
        return new StudyPage(heading, lead(), sections).html();
    }

    private String lead() {
        String members = report.members().size() == 1
                ? "one model"
                : NumberText.ofCount(report.members().size()) + " members";
        return (report.passed() ? "Passed: Kindling and " : "Failed: Kindling and ") + report.engine()
                + (report.passed() ? " agree on " : " do not agree, or could not be compared, on all of ") + members
                + ".";
    }

    private StudyPage.Section agreement() {
        Marks marks = report.options().marks();
        return new StudyPage.Section(
                "Agreement",
                "The largest deviation among all members. That of a time course is |a − b| / max |b| over time, of a species "
                        + "by Kindling (a) and by COPASI (b).",
                List.of(),
                List.of("compared", "worst relative deviation", "mark", "result"),
                List.of(
                        verdict("time courses after a disturbance", report.worstCourse(), marks.course()),
                        verdict("drift from Kindling's steady state in COPASI", report.worstDrift(), marks.drift()),
                        verdict("slowest mode at the steady state", report.worstEigenvalue(), marks.eigenvalue())));
    }

    private static List<String> verdict(String name, OptionalDouble worst, double mark) {
        String result = worst.isEmpty() ? "not compared" : worst.getAsDouble() <= mark ? "passed" : "failed";
        return List.of(name, number(worst), NumberText.of(mark), result);
    }

    private StudyPage.Section section(MemberComparison worst, CourseComparison course) {
        String quantity = course.worst().quantity().name();
        String time = "time" + (heading.timeUnit().isBlank() ? "" : ", " + heading.timeUnit());
        double[] times = IntStream.range(0, course.kindling().size())
                .mapToDouble(course.kindling()::time)
                .toArray();
        double[] kindling = course.kindling().column(0);
        double[] copasi = course.copasi().column(0);
        double[] difference = IntStream.range(0, times.length)
                .mapToDouble(row -> kindling[row] - copasi[row])
                .toArray();
        return new StudyPage.Section(
                "The worst time course",
                "Likelier wrong: " + course.suspect().words() + ".",
                List.of(
                        new CurvePlot(time, quantity)
                                .curve("COPASI", times, copasi)
                                .curve("Kindling", times, kindling)
                                .figure(
                                        quantity + " of " + worst.member(),
                                        "Both sides start from the same disturbed state."),
                        new CurvePlot(time, "Kindling − COPASI")
                                .curve("Kindling − COPASI", times, difference)
                                .figure(
                                        "How far the curves are apart",
                                        "At most "
                                                + NumberText.of(course.worst().value()) + " of the largest value.")),
                List.of(),
                List.of());
    }

    private StudyPage.Section members() {
        List<List<String>> rows = report.members().stream()
                .sorted(Comparator.comparingDouble(ComparisonPage::rank).reversed())
                .limit(MOST_MEMBERS)
                .map(this::member)
                .toList();
        int all = report.members().size();
        return new StudyPage.Section(
                "Members",
                rows.size() < all
                        ? "The " + rows.size() + " that differ most, of " + NumberText.ofCount(all)
                                + "; all are in the tables beside this page."
                        : "",
                List.of(),
                List.of(
                        "member",
                        "result",
                        "worst species",
                        "time course",
                        "likelier wrong",
                        "drift",
                        "slowest mode",
                        "COPASI's own steady state"),
                rows);
    }

    /** Members that could not be compared come first, then those that deviate most. */
    private static double rank(MemberComparison member) {
        return member.failure().isEmpty()
                ? member.course().map(course -> course.worst().value()).orElse(0.0)
                : Double.POSITIVE_INFINITY;
    }

    private List<String> member(MemberComparison member) {
        return List.of(
                member.member(),
                member.passes(report.options().marks()) ? "passed" : "failed",
                member.course().map(each -> each.worst().quantity().name()).orElse(NONE),
                member.course()
                        .map(each -> NumberText.ofColumn(each.worst().value()))
                        .orElse(NONE),
                member.course().map(each -> each.suspect().words()).orElse(NONE),
                member.rest()
                        .map(each -> NumberText.ofColumn(each.drift().value()))
                        .orElse(NONE),
                member.rest().map(each -> number(each.eigenvalue())).orElse(NONE),
                member.rest().map(ComparisonPage::search).orElse(NONE));
    }

    private static String search(RestComparison rest) {
        return rest.search().words()
                + (rest.found().isPresent() ? ", " + NumberText.of(rest.found().getAsDouble()) + " away" : "");
    }

    private StudyPage.Section failures() {
        return new StudyPage.Section(
                "What could not be compared",
                "",
                List.of(),
                List.of("member", "reason"),
                report.failed().stream()
                        .limit(MOST_MEMBERS)
                        .map(member -> List.of(member.member(), member.failure()))
                        .toList());
    }

    private StudyPage.Section study() {
        ComparisonOptions options = report.options();
        return new StudyPage.Section(
                "What was compared",
                "Where the mark of the time courses is missed, each side is simulated again at a hundredth of its tolerance; the "
                        + "side whose course moves more is likelier wrong.",
                List.of(),
                List.of("setting", "value"),
                List.of(
                        List.of(
                                "disturbance",
                                "independent species times " + NumberText.of(1 / options.perturbation()) + " to "
                                        + NumberText.of(options.perturbation()) + ", conserved totals kept; seed "
                                        + options.seed()),
                        List.of(
                                "times",
                                NumberText.ofCount(options.grid().size()) + " up to "
                                        + NumberText.of(options.grid().end()) + " " + heading.timeUnit()),
                        List.of(
                                "tolerances of both sides",
                                NumberText.of(options.tolerances().relative()) + ", and "
                                        + NumberText.of(options.tolerances().absolute())
                                        + " of each species at the start"),
                        List.of(
                                "COPASI's own search for a steady state",
                                "found one for " + NumberText.ofCount(report.steadyStatesFound()) + " of "
                                        + NumberText.ofCount(report.members().size()))));
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? NumberText.ofColumn(value.getAsDouble()) : NONE;
    }
}
