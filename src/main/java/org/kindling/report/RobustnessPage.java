package org.kindling.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.kindling.simulation.PerturbationResponses;
import org.kindling.simulation.PerturbationResponses.Trajectory;
import org.kindling.simulation.ReturnedShare;
import org.kindling.simulation.Robustness;
import org.kindling.simulation.TrajectoryComponents;

/**
 * The outcome of a perturbation study as one HTML page that needs nothing else. Immutable; the same study gives the same
 * bytes.
 */
public final class RobustnessPage {

    /** More bars are too many to compare; all are in the table beside the page. */
    private static final int MOST_SPECIES = 60;

    /** The bins of members' shares, where there are more perturbations than this. */
    private static final int MOST_BINS = 10;

    /** The species named for each component. */
    private static final int NAMED = 6;

    private final Heading heading;
    private final PerturbationResponses responses;
    private final Optional<TrajectoryComponents> components;
    private final List<Integer> rows;

    private RobustnessPage(
            Heading heading,
            PerturbationResponses responses,
            Optional<TrajectoryComponents> components,
            List<Integer> rows) {
        this.heading = heading;
        this.responses = responses;
        this.components = components;
        this.rows = List.copyOf(rows);
    }

    /**
     * The page of a study.
     *
     * @param heading what it is about
     * @param responses its outcome
     * @param components the principal components of time courses, if any were kept
     * @param rows the indices of the times that the reader asked for, at least one, in rising order
     * @return the page
     */
    public static RobustnessPage of(
            Heading heading,
            PerturbationResponses responses,
            Optional<TrajectoryComponents> components,
            List<Integer> rows) {
        return new RobustnessPage(heading, responses, components, rows);
    }

    /**
     * The page's text, to be written in UTF-8.
     *
     * @return the page
     */
    public String html() {
        List<StudyPage.Section> sections = new ArrayList<>();
        sections.add(shares());
        if (responses.members() > 1) {
            sections.add(members());
        }
        sections.add(species());
        components.map(this::trajectories).ifPresent(sections::add);
        if (!responses.failures().isEmpty()) {
            sections.add(failures());
        }
        sections.add(method());
        return new StudyPage(heading, lead(), sections).html();
    }

    private String lead() {
        int last = rows.get(rows.size() - 1);
        ReturnedShare share = responses.share(last);
        return percentage(share) + " of " + NumberText.ofCount(runs())
                + " perturbations have returned to the steady state at "
                + time(last) + " (95 % interval "
                + limits(share) + "): " + NumberText.ofCount(responses.members())
                + (responses.members() == 1 ? " model" : " members") + ", each perturbed "
                + NumberText.ofCount(responses.options().perturbations()) + " times.";
    }

    private long runs() {
        return (long) responses.members() * responses.options().perturbations();
    }

    private String time(int row) {
        return NumberText.of(responses.options().grid().time(row)) + " " + heading.timeUnit();
    }

    private static String percentage(ReturnedShare share) {
        return NumberText.ofShare(share.value(), interval(share));
    }

    private static String limits(ReturnedShare share) {
        Interval interval = interval(share);
        return NumberText.ofShare(interval.low(), interval) + " to " + NumberText.ofShare(interval.high(), interval);
    }

    private static Interval interval(ReturnedShare share) {
        return new Interval(
                share.value(), share.interval().lower(), share.interval().upper());
    }

    private StudyPage.Section shares() {
        double[] times = responses.options().grid().toArray();
        Figure figure = new CurvePlot("time after the perturbation, " + heading.timeUnit(), "perturbations returned, %")
                .curve("share of all perturbations", times, percent(ReturnedShare::value))
                .curve("95 % interval", times, percent(share -> share.interval().lower()))
                .curve("95 % interval", times, percent(share -> share.interval().upper()))
                .figure(
                        "Perturbations returned over time",
                        "Each member counts once in the interval, since the perturbations of one member have much in common.");
        List<List<String>> table = rows.stream()
                .map(row -> List.of(time(row), percentage(responses.share(row)), limits(responses.share(row))))
                .toList();
        return new StudyPage.Section(
                "Share returned", "", List.of(figure), List.of("time", "returned", "95 % interval"), table);
    }

    private double[] percent(ToDoubleFunction<ReturnedShare> value) {
        return IntStream.range(0, responses.options().grid().size())
                .mapToDouble(row -> 100 * value.applyAsDouble(responses.share(row)))
                .toArray();
    }

    private StudyPage.Section members() {
        int last = rows.get(rows.size() - 1);
        int perturbations = responses.options().perturbations();
        boolean exact = perturbations <= MOST_BINS;
        int bins = exact ? perturbations + 1 : MOST_BINS;
        int[] counts = new int[bins];
        for (int member = 0; member < responses.members(); member++) {
            double share = responses.shareOfMember(last, member);
            counts[exact ? (int) Math.round(share * perturbations) : (int) Math.min(bins - 1, share * bins)]++;
        }
        List<SharePlot.Row> bars = IntStream.range(0, bins)
                .mapToObj(bin -> new SharePlot.Row(
                        "valid",
                        exact ? bin + " of " + perturbations : 10 * bin + " to " + 10 * (bin + 1) + " %",
                        (double) counts[bin] / responses.members()))
                .toList();
        Figure figure = new SharePlot("members", bars)
                .figure(
                        "Members by how many of their perturbations have returned at " + time(last),
                        "Members in the last row return from everything that was tried, those in the first from nothing.");
        return new StudyPage.Section("Members", "", List.of(figure), List.of(), List.of());
    }

    private StudyPage.Section species() {
        int last = rows.get(rows.size() - 1);
        List<SharePlot.Row> bars = IntStream.range(0, responses.species().size())
                .mapToObj(index -> new SharePlot.Row(
                        "valid",
                        responses.species().get(index).name(),
                        responses.shareOfSpecies(last, index).value()))
                .sorted(Comparator.comparingDouble(SharePlot.Row::share))
                .limit(MOST_SPECIES)
                .toList();
        Figure figure = new SharePlot("perturbations in which the species has returned", bars)
                .figure(
                        "Species at " + time(last) + ", slowest first",
                        "A species has returned when it is within 1 % of its own steady state. The share above goes by the "
                                + "distance of all species together, in which the abundant ones count most.");
        return new StudyPage.Section("Species", "", List.of(figure), List.of(), List.of());
    }

    private StudyPage.Section trajectories(TrajectoryComponents found) {
        int last = rows.get(rows.size() - 1);
        boolean flat = found.size() < 2;
        CurvePlot plot = flat
                ? new CurvePlot("time after the perturbation, " + heading.timeUnit(), axis(found, 0))
                : new CurvePlot(axis(found, 0), axis(found, 1));
        for (int index = 0; index < found.trajectories().size(); index++) {
            Trajectory trajectory = found.trajectories().get(index);
            boolean returned = responses.returned(trajectory.member(), trajectory.perturbation(), last);
            double[] first = found.scores(0, index);
            double[] times = IntStream.range(0, first.length)
                    .mapToDouble(trajectory.course()::time)
                    .toArray();
            plot.curve(
                    (returned ? "returned at " : "not returned at ") + time(last),
                    flat ? times : first,
                    flat ? first : found.scores(1, index));
        }
        Figure figure = plot.figure(
                "First principal components of " + found.trajectories().size() + " time courses",
                "The species' deviations ln(x / x*) from the steady state x*, seen from the two directions in which they spread "
                        + "most. x* is where both are 0; each line starts at a perturbed state.");
        List<List<String>> table = IntStream.range(0, Math.min(3, found.size()))
                .mapToObj(component -> List.of(
                        Integer.toString(component + 1),
                        NumberText.ofPercentage(found.explained(component)),
                        weights(found, component)))
                .toList();
        return new StudyPage.Section(
                "Time courses",
                "",
                List.of(figure),
                List.of("component", "variance explained", "species with the largest weights"),
                table);
    }

    private static String axis(TrajectoryComponents found, int component) {
        return "component " + (component + 1) + " of ln(x / x*), " + NumberText.ofPercentage(found.explained(component))
                + " of the variance";
    }

    private static String weights(TrajectoryComponents found, int component) {
        double[] direction = found.direction(component);
        List<String> named = IntStream.range(0, direction.length)
                .boxed()
                .sorted(Comparator.comparingDouble(index -> -Math.abs(direction[index])))
                .limit(NAMED)
                .map(index -> found.species().get(index).name() + " " + NumberText.of(rounded(direction[index])))
                .toList();
        return String.join(", ", named);
    }

    private static double rounded(double weight) {
        return Math.rint(100 * weight) / 100;
    }

    private StudyPage.Section failures() {
        List<List<String>> table = new ArrayList<>();
        for (Map.Entry<String, Integer> failure : responses.failures().entrySet()) {
            table.add(List.of(failure.getKey(), NumberText.ofCount(failure.getValue())));
        }
        return new StudyPage.Section(
                "Failed",
                "These perturbations have no complete time course. They are among all perturbations, and never count as "
                        + "returned.",
                List.of(),
                List.of("reason", "perturbations"),
                table);
    }

    private StudyPage.Section method() {
        Robustness.Options options = responses.options();
        return new StudyPage.Section(
                "How it was done",
                "Independent species were multiplied by random factors, dependent ones follow from the unchanged totals, and "
                        + "a state with a negative value was drawn again. A perturbation has returned when the Euclidean "
                        + "distance of all species that change, in the units of the model, is below 1 % of the size of the "
                        + "steady state.",
                List.of(),
                List.of("what", "value"),
                List.of(
                        List.of(
                                "factors",
                                NumberText.of(options.factors().lowest()) + " to "
                                        + NumberText.of(options.factors().highest()) + ", uniform"),
                        List.of(
                                "species that change",
                                NumberText.ofCount(responses.species().size())),
                        List.of(
                                "relative tolerance",
                                NumberText.of(options.tolerances().relative())),
                        List.of("seed", Long.toString(options.seed()))));
    }
}
