package org.kindling.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.kindling.expression.Symbol;
import org.kindling.numerics.Quantiles;
import org.kindling.simulation.Cultures.Culture;
import org.kindling.simulation.MeasuredCurves;

/**
 * The fermentations of an ensemble as one HTML page that needs nothing else. Immutable; the same fermentations give the same
 * bytes.
 */
public final class BioreactorPage {

    /** Curves of single members; more cannot be told apart. */
    private static final int MOST_CURVES = 5;
    /** Rows of a curve that are drawn: more than the page has pixels for add nothing but bytes. */
    private static final int MOST_ROWS = 400;
    /** A reader compares the first members; all are in the table beside the page. */
    private static final int MOST_MEMBERS = 50;
    /** Fewer members have no middle nine tenths to speak of. */
    private static final int FEWEST_FOR_QUANTILES = 20;

    private final BioreactorReport report;
    private final List<Culture> complete;

    private BioreactorPage(BioreactorReport report) {
        this.report = report;
        this.complete = report.ranked().stream().filter(Culture::complete).toList();
    }

    /**
     * The page of a report.
     *
     * @param report what it shows
     * @return the page
     */
    public static BioreactorPage of(BioreactorReport report) {
        return new BioreactorPage(report);
    }

    /**
     * The page's text, to be written in UTF-8.
     *
     * @return the page
     */
    public String html() {
        List<StudyPage.Section> sections = new ArrayList<>();
        sections.add(curves());
        sections.add(members());
        if (complete.size() < report.ranked().size()) {
            sections.add(failures());
        }
        sections.add(facts("What was simulated", report.assumptions()));
        sections.add(facts("How to repeat this run", report.provenance()));
        return new StudyPage(report.heading(), lead(), sections).html();
    }

    private boolean compared() {
        return !report.measured().points().isEmpty();
    }

    private String lead() {
        String lead = NumberText.ofCount(complete.size()) + " of "
                + NumberText.ofCount(report.ranked().size())
                + (report.ranked().size() == 1 ? " fermentation" : " fermentations") + " reached the end.";
        return compared() && !complete.isEmpty()
                ? lead + " " + complete.get(0).member() + " is nearest to what was measured, at a distance of "
                        + distance(complete.get(0)) + "."
                : lead;
    }

    private static String distance(Culture culture) {
        return culture.distance()
                .map(distance -> NumberText.ofColumn(distance.total()))
                .orElse("–");
    }

    private StudyPage.Section curves() {
        List<Figure> figures = complete.isEmpty()
                ? List.of()
                : report.units().entrySet().stream()
                        .map(shown -> figure(shown.getKey(), shown.getValue()))
                        .toList();
        return new StudyPage.Section(
                "Curves",
                complete.isEmpty() ? "No member reached the end, so there are no curves to show." : "",
                figures,
                List.of(),
                List.of());
    }

    private Figure figure(String quantity, String unit) {
        int column = complete.get(0).course().quantities().indexOf(new Symbol(quantity));
        int[] rows = rows();
        double[] time =
                IntStream.of(rows).mapToDouble(complete.get(0).course()::time).toArray();
        CurvePlot plot = new CurvePlot(
                        "time, " + report.heading().timeUnit(), unit.isEmpty() ? quantity : quantity + ", " + unit)
                .linear();
        if (complete.size() > 1) {
            band(plot, new LegendEntry("all", "all members"), time, rows, column, 0);
        }
        if (complete.size() >= FEWEST_FOR_QUANTILES) {
            band(plot, new LegendEntry("most", "nine tenths of them at each time"), time, rows, column, 0.05);
        }
        for (int rank = Math.min(MOST_CURVES, complete.size()); rank > 0; rank--) {
            plot.curve(label(rank), time, values(complete.get(rank - 1), rows, column));
        }
        List<CurvePlot.Measured> points = report.measured().points().stream()
                .filter(point -> point.quantity().name().equals(quantity))
                .map(point -> new CurvePlot.Measured(
                        point.time(), point.value(), point.deviation().orElse(0)))
                .toList();
        return plot.measured(points).figure(quantity + " over time", caption(!points.isEmpty()));
    }

    private String caption(boolean points) {
        if (!compared()) {
            return complete.size() > 1 ? "Nothing was measured, so members stand in the order of the run." : "";
        }
        return "Members stand in the order of their distance from all that was measured."
                + (points ? " Circles are measured points." : "");
    }

    private String label(int rank) {
        String best = complete.get(0).member() + (compared() ? ", the nearest" : "");
        int last = Math.min(MOST_CURVES, complete.size());
        return rank == 1 ? best : last == 2 ? "member of rank 2" : "members of rank 2 to " + last;
    }

    private int[] rows() {
        int size = complete.get(0).course().size();
        int step = (size + MOST_ROWS - 1) / MOST_ROWS;
        return IntStream.range(0, size)
                .filter(row -> row % step == 0 || row == size - 1)
                .toArray();
    }

    private static double[] values(Culture culture, int[] rows, int column) {
        return IntStream.of(rows)
                .mapToDouble(row -> culture.course().value(row, column))
                .toArray();
    }

    private void band(CurvePlot plot, LegendEntry legend, double[] time, int[] rows, int column, double tail) {
        double[] low = new double[rows.length];
        double[] high = new double[rows.length];
        for (int k = 0; k < rows.length; k++) {
            int row = rows[k];
            double[] sample = complete.stream()
                    .mapToDouble(culture -> culture.course().value(row, column))
                    .filter(Double::isFinite)
                    .toArray();
            low[k] = sample.length == 0 ? Double.NaN : Quantiles.of(sample).at(tail);
            high[k] = sample.length == 0 ? Double.NaN : Quantiles.of(sample).at(1 - tail);
        }
        plot.band(legend, time, low, high);
    }

    private StudyPage.Section members() {
        List<Symbol> measured = report.measured().quantities();
        List<String> columns = new ArrayList<>(List.of("rank", "member"));
        if (compared()) {
            columns.add("distance");
            measured.forEach(quantity -> columns.add("of " + quantity));
        }
        report.units()
                .forEach((quantity, unit) ->
                        columns.add(quantity + " at the end" + (unit.isEmpty() ? "" : ", " + unit)));
        List<List<String>> rows = IntStream.range(0, Math.min(MOST_MEMBERS, complete.size()))
                .mapToObj(index -> row(index + 1, complete.get(index), measured))
                .toList();
        String more = complete.size() > MOST_MEMBERS
                ? "The first " + MOST_MEMBERS + " of " + NumberText.ofCount(complete.size())
                        + "; all are in ranking.csv beside this page."
                : "";
        return new StudyPage.Section("Members", more, List.of(), columns, complete.isEmpty() ? List.of() : rows);
    }

    private List<String> row(int rank, Culture culture, List<Symbol> measured) {
        List<String> cells = new ArrayList<>(List.of(Integer.toString(rank), culture.member()));
        if (compared()) {
            cells.add(distance(culture));
            measured.forEach(quantity -> cells.add(culture.distance()
                    .map(MeasuredCurves.Distance::byQuantity)
                    .map(distances -> NumberText.ofColumn(distances.getOrDefault(quantity, Double.NaN)))
                    .orElse("–")));
        }
        int last = culture.course().size() - 1;
        report.units()
                .keySet()
                .forEach(quantity -> cells.add(NumberText.ofColumn(culture.course()
                        .value(last, culture.course().quantities().indexOf(new Symbol(quantity))))));
        return cells;
    }

    private StudyPage.Section failures() {
        Map<String, List<Culture>> byReason = new LinkedHashMap<>();
        report.ranked().stream()
                .filter(culture -> !culture.complete())
                .forEach(culture -> byReason.computeIfAbsent(
                                culture.course().outcome().reason(), absent -> new ArrayList<>())
                        .add(culture));
        List<List<String>> rows = new ArrayList<>();
        byReason.forEach((reason, cultures) -> rows.add(List.of(
                reason,
                NumberText.ofCount(cultures.size()),
                cultures.get(0).member(),
                NumberText.of(cultures.get(0).course().outcome().time()))));
        return new StudyPage.Section(
                "Members that did not reach the end",
                "They are in neither the curves nor the ranks; courses.csv has the rows that they reached.",
                List.of(),
                List.of(
                        "why",
                        "how many",
                        "for example",
                        "which ended at, " + report.heading().timeUnit()),
                rows);
    }

    private static StudyPage.Section facts(String title, List<Fact> facts) {
        List<List<String>> rows =
                facts.stream().map(fact -> List.of(fact.label(), fact.value())).toList();
        return new StudyPage.Section(title, "", List.of(), List.of("what", "value"), rows);
    }
}
