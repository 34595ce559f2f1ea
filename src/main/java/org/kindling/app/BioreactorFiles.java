package org.kindling.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kindling.ensemble.AtomicFile;
import org.kindling.ensemble.NumberTableWriter;
import org.kindling.ensemble.Sha256;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.report.BioreactorPage;
import org.kindling.report.BioreactorReport;
import org.kindling.report.Fact;
import org.kindling.report.Heading;
import org.kindling.simulation.BioreactorSetup;
import org.kindling.simulation.Cultures.Culture;
import org.kindling.simulation.MeasuredCurves;
import org.kindling.simulation.TimeCourse;

/** The files of a folder of fermentations. */
final class BioreactorFiles {

    /** Says what was done; every complete folder holds it. */
    static final String MARKER = "bioreactor.json";

    private static final String DISTANCE =
            "root mean square, over all measured points, of (simulated - measured) / sd, where sd "
                    + "is the point's standard deviation or, without one, the largest measured magnitude of its quantity";

    private static final int MOST_NAMED = 20;

    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(new Jdk8Module()).enable(SerializationFeature.INDENT_OUTPUT);

    private final BioreactorOptions options;
    private final BioreactorRun.Study study;
    private final KineticModel model;
    private final List<Culture> ranked;
    private final BioreactorOutcome outcome;

    BioreactorFiles(BioreactorOptions options, BioreactorRun.Study study, List<Culture> ranked) throws IOException {
        this.options = options;
        this.study = study;
        this.model = study.model();
        this.ranked = List.copyOf(ranked);
        this.outcome = summary();
    }

    BioreactorOutcome outcome() {
        return outcome;
    }

    void write(Path folder) throws IOException {
        writeCourses(folder.resolve("courses.csv"));
        writeRanking(folder.resolve("ranking.csv"));
        String page = BioreactorPage.of(report()).html();
        AtomicFile.write(folder.resolve("bioreactor.html"), out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
        AtomicFile.write(folder.resolve(MARKER), out -> {
            out.write(JSON.writeValueAsBytes(outcome));
            out.write('\n');
        });
    }

    private List<String> names() {
        return study.quantities().stream().map(Symbol::name).toList();
    }

    private void writeCourses(Path file) throws IOException {
        List<String> columns = new ArrayList<>(List.of("time"));
        columns.addAll(names());
        try (NumberTableWriter writer = writer(file, List.of("member"), columns)) {
            for (Culture culture : ranked) {
                TimeCourse course = culture.course();
                for (int row = 0; row < course.size(); row++) {
                    double[] values = course.row(row);
                    double[] numbers = new double[values.length + 1];
                    numbers[0] = course.time(row);
                    System.arraycopy(values, 0, numbers, 1, values.length);
                    writer.write(List.of(culture.member()), numbers);
                }
            }
        }
    }

    private void writeRanking(Path file) throws IOException {
        List<Symbol> measured = study.measured().quantities();
        List<String> columns = new ArrayList<>(List.of("rank", "distance"));
        measured.forEach(quantity -> columns.add("distance_" + quantity));
        columns.add("time_reached");
        names().forEach(name -> columns.add("last_" + name));
        try (NumberTableWriter writer = writer(file, List.of("member", "status", "reason"), columns)) {
            for (int index = 0; index < ranked.size(); index++) {
                Culture culture = ranked.get(index);
                TimeCourse.Outcome ended = culture.course().outcome();
                writer.write(
                        List.of(culture.member(), ended.complete() ? "complete" : "failed", ended.reason()),
                        numbers(index + 1, culture, measured));
            }
        }
    }

    private double[] numbers(int rank, Culture culture, List<Symbol> measured) {
        List<Double> numbers = new ArrayList<>();
        numbers.add((double) rank);
        numbers.add(culture.distance().map(MeasuredCurves.Distance::total).orElse(Double.NaN));
        measured.forEach(quantity -> numbers.add(culture.distance()
                .map(distance -> distance.byQuantity().getOrDefault(quantity, Double.NaN))
                .orElse(Double.NaN)));
        numbers.add(culture.course().outcome().time());
        int last = culture.course().size() - 1;
        for (int column = 0; column < study.quantities().size(); column++) {
            numbers.add(culture.course().value(last, column));
        }
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static NumberTableWriter writer(Path file, List<String> labels, List<String> numbers) throws IOException {
        return NumberTableWriter.of(new BufferedOutputStream(Files.newOutputStream(file)), labels, numbers);
    }

    private BioreactorOutcome summary() throws IOException {
        Map<String, Integer> failures = new LinkedHashMap<>();
        ranked.stream()
                .filter(culture -> !culture.complete())
                .forEach(culture -> failures.merge(culture.course().outcome().reason(), 1, Integer::sum));
        List<Culture> complete = ranked.stream().filter(Culture::complete).toList();
        List<BioreactorOutcome.Ranked> best = IntStream.range(0, Math.min(MOST_NAMED, complete.size()))
                .mapToObj(index -> place(index + 1, complete.get(index)))
                .toList();
        return new BioreactorOutcome(
                Version.current(),
                model.id(),
                ranked.size(),
                failures,
                study.measured().points().isEmpty() ? Optional.empty() : Optional.of(DISTANCE),
                best,
                assumptions(),
                inputs());
    }

    private static BioreactorOutcome.Ranked place(int rank, Culture culture) {
        TimeCourse course = culture.course();
        return new BioreactorOutcome.Ranked(
                rank,
                culture.member(),
                culture.distance().map(MeasuredCurves.Distance::total),
                course.value(course.size() - 1, 0));
    }

    /** What was simulated, in words. */
    private Map<String, String> assumptions() {
        BioreactorSetup setup = study.plan().setup();
        Map<String, String> assumptions = new LinkedHashMap<>();
        assumptions.put("biomass", "dB/dt = growth_rate B from " + setup.biomass() + " gDW per litre of reactor");
        assumptions.put("growth rate", growth(setup.growth()));
        assumptions.put(
                "medium",
                "dm/dt = B / " + setup.density()
                        + " (gDW per litre of cell) times what reactions release per litre of cell; " + "at the start "
                        + words(setup.medium()));
        assumptions.put(
                "clamped",
                setup.clamped().isEmpty()
                        ? "nothing"
                        : String.join(", ", setup.clamped().keySet()));
        assumptions.put("cell", "changes as in the model, from its initial state; " + kept());
        assumptions.put(
                "duration", study.plan().duration() + " " + model.units().time());
        assumptions.put("relative tolerance", Double.toString(options.relativeTolerance()));
        if (!study.measured().points().isEmpty()) {
            assumptions.put("distance", DISTANCE);
        }
        return assumptions;
    }

    private String growth(BioreactorSetup.Growth growth) {
        return growth instanceof BioreactorSetup.Growth.PerFlux known
                ? known.factor() + " times the rate of " + known.reaction()
                : "proportional to the rate of " + growth.reaction() + ", and "
                        + ((BioreactorSetup.Growth.AtReference) growth).rate() + " per "
                        + model.units().time() + " at its rate in the model, "
                        + model.initialValues().getOrDefault(new Symbol(growth.reaction()), Double.NaN);
    }

    private String words(Map<String, Double> concentrations) {
        List<String> words = new ArrayList<>();
        concentrations.forEach((species, value) -> words.add(species + " " + value));
        return String.join(", ", words) + " " + model.units().concentration();
    }

    /** What reactions change nowhere: neither in the medium, nor clamped, nor in the cell. */
    private String kept() {
        BioreactorSetup setup = study.plan().setup();
        List<String> kept = model.species().stream()
                .filter(species -> species.boundary() || species.constant())
                .map(species -> species.id())
                .filter(id ->
                        !setup.medium().containsKey(id) && !setup.clamped().containsKey(id))
                .toList();
        return kept.isEmpty() ? "nothing else is constant" : "constant as in the model: " + String.join(", ", kept);
    }

    private Map<String, String> inputs() throws IOException {
        Map<String, String> inputs = new LinkedHashMap<>();
        List<Path> files = Stream.concat(Stream.of(base(), options.setup()), options.measured().stream())
                .toList();
        for (Path file : files) {
            inputs.put(String.valueOf(file.getFileName()), Sha256.of(file));
        }
        return inputs;
    }

    /** The file of the model that is simulated, or that members share. */
    private Path base() {
        Path path = study.subject().path();
        return study.subject().isRun() ? path.resolve("base.xml") : path;
    }

    private BioreactorReport report() {
        Map<String, String> units = new LinkedHashMap<>();
        study.quantities().forEach(quantity -> units.put(quantity.name(), study.unit(quantity)));
        List<Fact> assumptions = new ArrayList<>();
        outcome.assumptions().forEach((name, words) -> assumptions.add(new Fact(name, words)));
        List<Fact> provenance = new ArrayList<>();
        provenance.add(new Fact("Program", "Kindling " + Version.current()));
        outcome.inputs().forEach((name, hash) -> provenance.add(new Fact("Input " + name, "SHA-256 " + hash)));
        return new BioreactorReport(
                new Heading(
                        "Batch fermentation of " + model.id(),
                        model.id(),
                        model.units().time(),
                        ""),
                units,
                ranked,
                study.measured(),
                assumptions,
                provenance);
    }
}
