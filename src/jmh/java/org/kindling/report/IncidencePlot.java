package org.kindling.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws what {@code org.kindling.generators.SharpIncidence} and {@code RenaissanceIncidence} printed: the incidence on fresh sets
 * against the Jacobians spent, the mean over seeds.
 */
public final class IncidencePlot {

    private IncidencePlot() {}

    /**
     * Writes the page.
     *
     * @param arguments the HTML file to be written, then for each plot a title followed by {@code label=file} of its curves
     * @throws IOException if a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        List<Figure> figures = new ArrayList<>();
        CurvePlot plot = plot();
        String title = "";
        for (String argument : Arrays.asList(arguments).subList(1, arguments.length)) {
            String[] parts = argument.split("=", 2);
            if (parts.length == 1) {
                finish(figures, plot, title);
                plot = plot();
                title = argument;
            } else {
                draw(plot, parts[0], Path.of(parts[1]));
            }
        }
        finish(figures, plot, title);
        Heading heading = new Heading(
                "Incidence against Jacobians", "of E. coli, at the reference states of two publications", "", "");
        StudyPage page = new StudyPage(
                heading,
                "Each point is the mean over seeds, on sets that the training has not seen.",
                List.of(new StudyPage.Section("Incidence", "", figures, List.of(), List.of())));
        Files.writeString(Path.of(arguments[0]), page.html());
    }

    private static CurvePlot plot() {
        return new CurvePlot("Jacobians, log10", "incidence").linear();
    }

    private static void finish(List<Figure> figures, CurvePlot plot, String title) {
        if (!title.isEmpty()) {
            figures.add(plot.figure(
                    title, "Share of fresh sets that are valid, against the Jacobians that training spent."));
        }
    }

    /** The columns {@code jacobians} and {@code incidence} of a table, averaged over rows that spent nearly as many. */
    private static void draw(CurvePlot plot, String label, Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> columns = List.of(lines.get(0).split(","));
        Map<Long, List<Double>> shares = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            double jacobians = Double.parseDouble(cells[columns.indexOf("jacobians")]);
            if (jacobians >= 1) {
                shares.computeIfAbsent(Math.round(20 * Math.log10(jacobians)), key -> new ArrayList<>())
                        .add(Double.parseDouble(cells[columns.indexOf("incidence")]));
            }
        }
        double[] x = shares.keySet().stream().mapToDouble(key -> key / 20.0).toArray();
        double[] y = shares.values().stream()
                .mapToDouble(list ->
                        list.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .toArray();
        plot.curve(label, x, y);
    }
}
