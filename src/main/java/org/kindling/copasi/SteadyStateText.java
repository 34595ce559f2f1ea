package org.kindling.copasi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindling.dynamics.Spectrum;

/** CopasiSE's report of a steady state: sentences, and tables that end in an empty line. */
final class SteadyStateText {

    private static final String FOUND = "A steady state with given resolution was found.";

    private final List<String> lines;

    private SteadyStateText(List<String> lines) {
        this.lines = lines;
    }

    static SteadyStateText of(String text) {
        return new SteadyStateText(text.lines().toList());
    }

    /** Whether the search came to its end, with or without success. */
    boolean complete() {
        return lines.stream().anyMatch(line -> line.contains("steady state"));
    }

    boolean found() {
        return lines.contains(FOUND);
    }

    /** The concentrations by id. */
    Map<String, Double> concentrations() {
        Map<String, Double> concentrations = new HashMap<>();
        for (String line : table("Species\t")) {
            String[] cells = line.split("\t");
            concentrations.put(cells[0], number(cells[1]));
        }
        return concentrations;
    }

    /**
     * The eigenvalues of a Jacobian. The report has some too, but takes for zero what is smaller than the resolution of the
     * search.
     *
     * @param heading the heading of its table
     * @return the spectrum; empty if the report has none
     */
    Optional<Spectrum> spectrum(String heading) {
        int start = lines.indexOf(heading);
        if (start < 0) {
            return Optional.empty();
        }
        // The rows come after a line of names, which alone begins with a tab.
        double[] jacobian = lines.stream()
                .skip(start)
                .dropWhile(line -> !line.startsWith("\t"))
                .skip(1)
                .takeWhile(line -> !line.isBlank())
                .flatMapToDouble(line -> Arrays.stream(line.split("\t")).skip(1).mapToDouble(SteadyStateText::number))
                .toArray();
        return Jacobians.spectrum(jacobian);
    }

    /** A number as C++ prints it. */
    static double number(String text) {
        return switch (text) {
            case "nan", "-nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private List<String> table(String heading) {
        List<String> rows = new ArrayList<>();
        boolean inside = false;
        for (String line : lines) {
            inside = inside ? !line.isBlank() : rows.isEmpty() && line.startsWith(heading);
            if (inside && !line.startsWith(heading)) {
                rows.add(line);
            }
        }
        return rows;
    }
}
