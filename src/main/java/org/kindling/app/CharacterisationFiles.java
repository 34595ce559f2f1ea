package org.kindling.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.kindling.analysis.Characterisation;
import org.kindling.analysis.CharacterisedState;
import org.kindling.analysis.ConcentrationRange;
import org.kindling.analysis.StateMap;
import org.kindling.dynamics.ModeShares;
import org.kindling.ensemble.AtomicFile;
import org.kindling.ensemble.NumberTableWriter;
import org.kindling.generators.spectral.FastestSet;
import org.kindling.generators.spectral.FastestSet.Origin;
import org.kindling.parameters.Coordinate;
import org.kindling.report.CharacterisationPage;
import org.kindling.report.Fact;
import org.kindling.report.Heading;
import org.kindling.sampling.RandomStreams;

/** The files of a characterisation. */
final class CharacterisationFiles {

    /** Says what was done; every complete folder holds it. */
    static final String MARKER = "characterisation.json";

    /** Species and reactions that are named for each state. */
    private static final int STRONGEST = 5;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private CharacterisationFiles() {}

    /** What is written. */
    record Content(
            CharacterisationOptions options,
            OutputOptions output,
            ModelSetup setup,
            Characterisation result,
            double seconds) {}

    static void write(Path folder, Content content) throws IOException {
        writeStates(folder.resolve("states.csv"), content.result());
        writeHolding(folder.resolve("holding.csv"), content.result());
        writeRanges(folder.resolve("ranges.csv"), content.result());
        writeSets(folder.resolve("fastest_sets.csv"), content);
        String page = CharacterisationPage.of(heading(content), content.result(), facts(content))
                .html();
        AtomicFile.write(folder.resolve("report.html"), out -> out.write(page.getBytes(StandardCharsets.UTF_8)));
        AtomicFile.write(folder.resolve(MARKER), out -> {
            out.write(JSON.writeValueAsBytes(description(content)));
            out.write('\n');
        });
    }

    private static NumberTableWriter table(Path file, List<String> labels, List<String> numbers) throws IOException {
        return NumberTableWriter.of(Files.newOutputStream(file), labels, numbers);
    }

    private static void writeStates(Path file, Characterisation result) throws IOException {
        List<String> columns = new ArrayList<>(List.of(
                "lambda_max",
                "feasible",
                "prior_best",
                "prior_worst",
                "perturbed_best",
                "perturbed_worst",
                "jacobians",
                "at_box",
                "slow_modes"));
        if (result.map().isPresent()) {
            columns.addAll(List.of("pc1", "pc2", "map1", "map2"));
        }
        try (NumberTableWriter table = table(file, List.of("state"), columns)) {
            for (int index = 0; index < result.states().size(); index++) {
                CharacterisedState state = result.states().get(index);
                int place = index;
                table.write(
                        List.of(state.name()),
                        DoubleStream.concat(
                                        numbers(state, result.highestAbscissa()),
                                        result.map()
                                                .map(map -> places(map, place))
                                                .orElse(DoubleStream.empty()))
                                .toArray());
            }
        }
    }

    private static DoubleStream numbers(CharacterisedState state, double highest) {
        FastestSet fastest = state.fastest();
        List<Double> prior = fastest.reached(Origin.PRIOR);
        List<Double> perturbed =
                fastest.reached(Origin.PERTURBED).isEmpty() ? prior : fastest.reached(Origin.PERTURBED);
        return DoubleStream.of(
                fastest.abscissa(),
                state.reaches(highest) ? 1 : 0,
                prior.get(0),
                prior.get(prior.size() - 1),
                perturbed.get(0),
                perturbed.get(perturbed.size() - 1),
                (double) fastest.jacobians(),
                fastest.atBox(),
                state.slow().map(slow -> slow.modes().size()).orElse(0));
    }

    private static DoubleStream places(StateMap map, int state) {
        StateMap.Place component = map.components().get(state);
        StateMap.Place neighbour = map.neighbours().get(state);
        return DoubleStream.of(component.right(), component.up(), neighbour.right(), neighbour.up());
    }

    private static void writeHolding(Path file, Characterisation result) throws IOException {
        try (NumberTableWriter table = table(file, List.of("state", "kind", "id"), List.of("value"))) {
            for (CharacterisedState state : result.states()) {
                if (state.slow().isPresent()) {
                    write(table, state.name(), "species", state.slow().get().species());
                    write(table, state.name(), "reaction", state.slow().get().reactions());
                }
            }
        }
    }

    private static void write(NumberTableWriter table, String state, String kind, List<ModeShares.Share> shares)
            throws IOException {
        for (ModeShares.Share share : shares.subList(0, Math.min(STRONGEST, shares.size()))) {
            table.write(List.of(state, kind, share.id()), share.value());
        }
    }

    private static void writeRanges(Path file, Characterisation result) throws IOException {
        List<String> columns = new ArrayList<>(List.of("lowest", "median", "highest"));
        boolean feasible = result.feasible() > 0;
        if (feasible) {
            columns.addAll(List.of("feasible_lowest", "feasible_median", "feasible_highest"));
        }
        try (NumberTableWriter table = table(file, List.of("species"), columns)) {
            for (ConcentrationRange range : result.ranges()) {
                table.write(
                        List.of(range.species()),
                        DoubleStream.concat(
                                        numbers(range.all()),
                                        range.feasible()
                                                .map(CharacterisationFiles::numbers)
                                                .orElse(DoubleStream.empty()))
                                .toArray());
            }
        }
    }

    private static DoubleStream numbers(ConcentrationRange.Range range) {
        return DoubleStream.of(range.lowest(), range.median(), range.highest());
    }

    /** The coordinates, which mean the same at every state, where values would not. */
    private static void writeSets(Path file, Content content) throws IOException {
        List<String> addresses = content.setup().space().coordinates().stream()
                .map(Coordinate::address)
                .toList();
        try (NumberTableWriter table = table(file, List.of("state"), addresses)) {
            for (CharacterisedState state : content.result().states()) {
                table.write(
                        List.of(state.name()),
                        state.fastest().u().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray());
            }
        }
    }

    private static Heading heading(Content content) {
        String id = content.setup().model().id();
        return new Heading(
                "How fast states of " + id + " can be made",
                id,
                content.setup().model().units().time(),
                "");
    }

    private static List<Fact> facts(Content content) {
        CharacterisationOptions options = content.options();
        return List.of(
                new Fact(
                        "criterion",
                        options.criterion().words(content.setup().model().units())),
                new Fact("parameters", Integer.toString(content.setup().space().dimension())),
                new Fact(
                        "descents a state",
                        options.search().generations() + " generations of "
                                + options.search().starts()),
                new Fact("Jacobians a state", "at most " + options.search().jacobians()),
                new Fact("box", "|u| < " + options.search().box()),
                new Fact("seed", Long.toString(options.seed())),
                new Fact("Kindling", Version.current()),
                new Fact(
                        "command",
                        "kindling " + String.join(" ", content.output().commandLine())));
    }

    private static Map<String, Object> description(Content content) throws IOException {
        CharacterisationOptions options = content.options();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("software", RunDescription.software());
        object.put("commandLine", content.output().commandLine());
        object.put("model", RunDescription.model(content.setup()));
        List<Object> inputs = new ArrayList<>(RunDescription.inputs(options.model()));
        for (Path file : options.states()) {
            inputs.add(RunDescription.entry(file));
        }
        object.put("inputs", inputs);
        object.put(
                "criterion", options.criterion().words(content.setup().model().units()));
        object.put("search", options.search());
        object.put("seed", options.seed());
        object.put("randomAlgorithm", RandomStreams.ALGORITHM);
        object.put("states", content.result().states().size());
        object.put("feasible", content.result().feasible());
        object.put("jacobians", content.result().jacobians());
        object.put("seconds", content.seconds());
        return object;
    }
}
