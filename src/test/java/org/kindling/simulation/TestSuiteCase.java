package org.kindling.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.network.Species;
import org.kindling.sbml.SbmlReader;

/**
 * A case of the SBML Test Suite: models that mean the same at several levels of SBML, how they are simulated, and what must
 * come out.
 */
record TestSuiteCase(String tier, String id, Path folder, Map<String, String> settings) {

    /** What became of one file of a case. */
    enum Verdict {
        /** Every value is within the tolerance of the case. */
        PASSED,
        /** The model is refused, with a reason. */
        REFUSED,
        /** The simulation ended early, with a reason. */
        ENDED_EARLY,
        /** A value is wrong. */
        WRONG
    }

    /**
     * The outcome of a file.
     *
     * @param level level and version, such as {@code l3v2}
     * @param worst the largest deviation in units of what the case allows
     * @param note why it is refused or ended, or which value is worst
     */
    record Outcome(TestSuiteCase suiteCase, String level, Verdict verdict, double worst, String note) {}

    /** All cases of a folder with one folder for each tier. */
    static List<TestSuiteCase> all(Path suite) throws IOException {
        List<TestSuiteCase> cases = new ArrayList<>();
        for (String tier : List.of("A0", "A1", "B", "B-noRx")) {
            try (Stream<Path> folders = Files.list(suite.resolve(tier))) {
                for (Path folder : folders.sorted().toList()) {
                    String id = String.valueOf(folder.getFileName());
                    cases.add(new TestSuiteCase(tier, id, folder, settings(folder.resolve(id + "-settings.txt"))));
                }
            }
        }
        return cases;
    }

    private static Map<String, String> settings(Path file) throws IOException {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                settings.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip());
            }
        }
        return settings;
    }

    private double number(String key) {
        return Double.parseDouble(setting(key));
    }

    private String setting(String key) {
        return Objects.requireNonNull(settings.get(key), key);
    }

    private List<String> names(String key) {
        return Arrays.stream(settings.getOrDefault(key, "").split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Simulates every file of the case. */
    List<Outcome> outcomes() throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".xml"))
                    .sorted()
                    .toList()) {
                String level = String.valueOf(file.getFileName()).replaceAll(".*-(l\\dv\\d)\\.xml", "$1");
                outcomes.add(outcome(level, file));
            }
        }
        return outcomes;
    }

    private Outcome outcome(String level, Path file) throws IOException {
        try {
            return compared(level, SbmlReader.read(file).kinetics());
        } catch (InputException refused) {
            return new Outcome(this, level, Verdict.REFUSED, Double.NaN, String.valueOf(refused.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private Outcome compared(String level, KineticModel model) throws IOException, InterruptedException {
        List<Symbol> quantities = new ArrayList<>();
        names("variables").forEach(name -> quantities.add(new Symbol(name)));
        List<Integer> sizes = new ArrayList<>();
        for (String name : names("variables")) {
            sizes.add(model.species(name).map(species -> quantities.size()).orElse(-1));
            model.species(name).ifPresent(species -> quantities.add(new Symbol(species.compartment())));
        }
        double start = number("start");
        TimeGrid grid = TimeGrid.even(start, start + number("duration"), (int) number("steps"));
        try (EmbeddedSimulator simulator = EmbeddedSimulator.of(model, quantities)) {
            TimeCourse course = simulator.simulate(new Experiment(Map.of(), grid, Tolerances.TIGHT));
            if (!course.outcome().complete()) {
                return new Outcome(
                        this,
                        level,
                        Verdict.ENDED_EARLY,
                        Double.NaN,
                        course.outcome().toString());
            }
            return worst(level, model, course, sizes);
        }
    }

    private Outcome worst(String level, KineticModel model, TimeCourse course, List<Integer> sizes) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(id + "-results.csv"));
        // The first column is the time, whatever others are called.
        List<String> columns = Arrays.stream(lines.get(0).split(","))
                .skip(1)
                .map(column -> column.strip().replace("\"", ""))
                .toList();
        List<String> names = names("variables");
        double worst = 0;
        String where = "";
        for (int row = 0; row < course.size(); row++) {
            String[] cells = lines.get(row + 1).split(",");
            for (int variable = 0; variable < names.size(); variable++) {
                String name = names.get(variable);
                double expected = parsed(cells[1 + columns.indexOf(name)]);
                double value = converted(model, course, row, variable, sizes);
                double allowed = number("absolute") + number("relative") * Math.abs(expected);
                double deviation = Double.compare(expected, value) == 0 ? 0 : Math.abs(expected - value) / allowed;
                if (!(deviation <= worst)) {
                    worst = deviation;
                    where = "%s at %s: %s instead of %s".formatted(name, course.time(row), value, expected);
                }
            }
        }
        return new Outcome(this, level, worst <= 1 ? Verdict.PASSED : Verdict.WRONG, worst, where);
    }

    private static double parsed(String cell) {
        return switch (cell.strip()) {
            case "INF" -> Double.POSITIVE_INFINITY;
            case "-INF" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(cell.strip());
        };
    }

    private double converted(KineticModel model, TimeCourse course, int row, int variable, List<Integer> sizes) {
        double value = course.value(row, variable);
        String name = names("variables").get(variable);
        if (sizes.get(variable) < 0) {
            return value;
        }
        Species species = model.species(name).orElseThrow();
        double size = course.value(row, sizes.get(variable));
        if (names("amount").contains(name)) {
            return species.amountOnly() ? value : value * size;
        }
        return species.amountOnly() ? value / size : value;
    }
}
