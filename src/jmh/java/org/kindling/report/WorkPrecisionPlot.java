package org.kindling.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws what {@code org.kindling.numerics.WorkPrecision} printed: the error against the tolerance asked for. */
public final class WorkPrecisionPlot {

    private WorkPrecisionPlot() {}

    /**
     * Writes the page.
     *
     * @param arguments the CSV, and the HTML file to be written
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        Map<String, List<String[]>> problems = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            String[] cells = line.split(",");
            if (cells.length > 5 && !cells[0].equals("problem")) {
                problems.computeIfAbsent(cells[0], name -> new ArrayList<>()).add(cells);
            }
        }
        CurvePlot errors = new CurvePlot("digits asked for, −log10 of the relative tolerance", "largest error");
        CurvePlot steps = new CurvePlot("digits asked for, −log10 of the relative tolerance", "steps");
        errors.curve("tolerance", new double[] {3, 12}, new double[] {1e-3, 1e-12});
        problems.forEach((name, rows) -> {
            double[] digits = rows.stream()
                    .mapToDouble(row -> -Math.log10(Double.parseDouble(row[1])))
                    .toArray();
            errors.curve(name, digits, column(rows, 2));
            steps.curve(name, digits, column(rows, 5));
        });
        List<Figure> figures = List.of(
                errors.figure(
                        "Error against tolerance",
                        "The largest relative error over variables and times, most of them inside steps. Below the blue line, "
                                + "the error is smaller than what was asked for."),
                steps.figure("Steps against tolerance", "Radau methods of order 5, 9 and 13."));
        Heading heading = new Heading("Work and precision of the stiff integrator", "four test problems", "", "");
        StudyPage page = new StudyPage(
                heading,
                "Robertson to 1e11, HIRES to 321.8122, Brusselator to 20, and a linear problem of stiffness 1e13.",
                List.of(new StudyPage.Section("Error and steps", "", figures, List.of(), List.of())));
        Files.writeString(Path.of(arguments[1]), page.html());
    }

    private static double[] column(List<String[]> rows, int column) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
    }
}
