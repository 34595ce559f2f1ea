package org.kindling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.sbml.SbmlReader;

/**
 * Published time courses, with the deviation of an independent evaluator beside each. The deviation here: the largest
 * difference beside the published value, or, where that is smaller, beside a thousandth of the largest of its species.
 */
class TrajectoriesReferenceTest {

    private static final Path CONFORMANCE = Path.of("../shared/conformance");

    /** Published courses with larger deviations are of other settings than the model file has. */
    private static final double TRUSTED = 1e-3;

    private static final double FLOOR = 1e-3;

    /** A row of the table. */
    record Published(String model, String courses, double start, double end, int rows, double deviation) {}

    static List<Published> published() throws IOException {
        Path table = CONFORMANCE.resolve("reference/REFERENCES.csv");
        if (!Files.exists(table)) {
            System.out.println("SKIPPED: published time courses, which are not in " + table);
            abort("the table is absent");
        }
        List<String> lines = Files.readAllLines(table);
        List<String> columns = Arrays.asList(lines.get(0).split(","));
        return lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> !cells[columns.indexOf("max_rel_err")].isEmpty())
                .map(cells -> new Published(
                        cells[columns.indexOf("model")],
                        cells[columns.indexOf("ref")],
                        Double.parseDouble(cells[columns.indexOf("start")]),
                        Double.parseDouble(cells[columns.indexOf("end")]),
                        Integer.parseInt(cells[columns.indexOf("n")]),
                        Double.parseDouble(cells[columns.indexOf("max_rel_err")])))
                .filter(row -> row.deviation() < TRUSTED)
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> publishedTimeCourseIsMetAsCloselyAsByAnotherEvaluator() throws IOException {
        return published().stream()
                .map(row -> DynamicTest.dynamicTest(row.model(), () -> {
                    double deviation = deviation(row);
                    System.out.printf(
                            "%s: deviation %.2e, of another evaluator %.2e%n", row.model(), deviation, row.deviation());
                    assertThat(deviation).isLessThanOrEqualTo(10 * row.deviation());
                }));
    }

    private static double deviation(Published row) throws IOException, InterruptedException {
        KineticModel model = SbmlReader.read(CONFORMANCE.resolve("real").resolve(row.model()))
                .kinetics();
        List<String> lines = Files.readAllLines(CONFORMANCE.resolve("reference").resolve(row.courses()));
        String[] header = lines.get(0).split("\t");
        List<Integer> columns = new ArrayList<>();
        List<Symbol> quantities = new ArrayList<>();
        for (int column = 1; column < header.length; column++) {
            if (model.species(header[column]).isPresent()) {
                columns.add(column);
                quantities.add(new Symbol(header[column]));
            }
        }
        assertThat(quantities).isNotEmpty();
        // The time column of these files is damaged; the times are evenly spaced.
        TimeGrid grid = TimeGrid.even(row.start(), row.end(), row.rows() - 1);
        TimeCourse course = EmbeddedSimulator.of(model, quantities)
                .simulate(new Experiment(Map.of(), grid, new Tolerances(1e-10, 1e-14)));
        assertThat(course.outcome().complete()).as(course.outcome().toString()).isTrue();
        double worst = 0;
        for (int quantity = 0; quantity < columns.size(); quantity++) {
            double[] expected = new double[row.rows()];
            for (int k = 0; k < expected.length; k++) {
                expected[k] = Double.parseDouble(lines.get(k + 1).split("\t")[columns.get(quantity)]);
            }
            double floor = FLOOR * Arrays.stream(expected).map(Math::abs).max().orElse(0);
            for (int k = 0; k < expected.length; k++) {
                double difference = Math.abs(course.value(k, quantity) - expected[k]);
                double relative = difference == 0 ? 0 : difference / Math.max(Math.abs(expected[k]), floor);
                worst = Math.max(worst, relative);
            }
        }
        return worst;
    }
}
