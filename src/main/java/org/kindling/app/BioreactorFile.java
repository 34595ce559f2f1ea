package org.kindling.app;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.simulation.BioreactorSetup;
import org.kindling.simulation.BioreactorSetup.Growth;

/** Reads what grows, in what, from YAML. Every unknown key is refused by name, and so is every value that cannot be used. */
final class BioreactorFile {

    private static final Set<String> KEYS =
            Set.of("biomass", "growth", "density", "medium", "clamped", "cell", "duration", "points", "record");
    private static final int DEFAULT_POINTS = 100;
    private static final int MOST_POINTS = 100_000;

    /** The unit of biomass; DW, the dry weight, may be left out. */
    static final String BIOMASS_UNIT = "gDW/l";

    private final Path file;
    private final KineticModel model;
    private final JsonNode root;

    /**
     * What the file asks for.
     *
     * @param setup the fermentation
     * @param duration how long it takes, unit of the model
     * @param points how many times after the start are recorded
     * @param recorded what is recorded beside biomass, growth rate and medium
     */
    record Plan(BioreactorSetup setup, double duration, int points, List<Symbol> recorded) {}

    private BioreactorFile(Path file, KineticModel model) {
        this.file = file;
        this.model = model;
        this.root = root(file);
    }

    static Plan read(Path file, KineticModel model) {
        return new BioreactorFile(file, model).plan();
    }

    private static JsonNode root(Path file) {
        try {
            JsonNode root = YAMLMapper.builder()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .build()
                    .readTree(file.toFile());
            if (!root.isObject()) {
                throw new InputException(file.toString(), "is no mapping", "write lines `key: value`");
            }
            return root;
        } catch (JsonProcessingException invalid) {
            String place = invalid.getLocation() == null
                    ? ""
                    : ", line " + invalid.getLocation().getLineNr();
            throw new InputException(
                    file + place,
                    invalid.getOriginalMessage().lines().findFirst().orElse("is no YAML"),
                    "correct the line");
        } catch (IOException failure) {
            throw new InputException(file.toString(), "cannot be read: " + failure.getMessage(), "check the path");
        }
    }

    private Plan plan() {
        onlyKeys("", root, KEYS);
        JsonNode biomass = required(root, "", "biomass");
        JsonNode growth = required(root, "", "growth");
        onlyKeys("biomass", biomass, Set.of("initial", "unit"));
        onlyKeys("growth", growth, Set.of("reaction", "rate_per_flux", "reference_rate"));
        double initial = biomass(biomass);
        double density = number("density", required(root, "", "density"));
        BioreactorSetup setup = checked(() -> new BioreactorSetup(
                growth(growth),
                initial,
                density,
                medium(required(root, "", "medium")),
                clamped(root.path("clamped")),
                texts("cell")));
        return new Plan(setup, duration(), points(), recorded());
    }

    private <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException invalid) {
            throw new InputException(file.toString(), String.valueOf(invalid.getMessage()), "correct the number");
        }
    }

    private InputException refused(String key, String problem, String remedy) {
        return new InputException(key.isEmpty() ? file.toString() : file + ", " + key, problem, remedy);
    }

    private void onlyKeys(String key, JsonNode node, Set<String> known) {
        if (!node.isObject()) {
            throw refused(key, "is no mapping", "write it as {" + String.join(", ", sorted(known)) + "}");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw refused(key, "'" + name + "' is no key here", "the keys are " + String.join(", ", sorted(known)));
            }
        });
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }

    private JsonNode required(JsonNode node, String key, String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            throw refused(key, "the key " + name + " is missing", "add it");
        }
        return value;
    }

    private double number(String key, JsonNode node) {
        if (!node.isNumber()) {
            throw refused(key, "'" + node.asText() + "' is no number", "write it as 1.5 or 2.0e-3");
        }
        return node.asDouble();
    }

    private double biomass(JsonNode node) {
        String unit = node.path("unit").asText(BIOMASS_UNIT);
        TableUnit factor = TableUnit.ofBiomass(unit)
                .orElseThrow(() -> refused("biomass", "'" + unit + "' is no unit of biomass", "use gDW/l or mgDW/l"));
        return factor.toModel(number("biomass, initial", required(node, "biomass", "initial")));
    }

    private Growth growth(JsonNode node) {
        String reaction = required(node, "growth", "reaction").asText();
        if (node.has("rate_per_flux") == node.has("reference_rate")) {
            throw refused(
                    "growth",
                    "it needs one of rate_per_flux and reference_rate",
                    "say how fast cells grow by one of them");
        }
        return node.has("rate_per_flux")
                ? new Growth.PerFlux(reaction, number("growth, rate_per_flux", node.path("rate_per_flux")))
                : new Growth.AtReference(reaction, number("growth, reference_rate", node.path("reference_rate")));
    }

    private Map<String, Double> medium(JsonNode node) {
        Map<String, Double> medium = new LinkedHashMap<>();
        if (!node.isObject()) {
            throw refused("medium", "is no mapping", "write it as {species: concentration}");
        }
        node.properties().forEach(entry -> medium.put(entry.getKey(), concentration("medium", entry)));
        return medium;
    }

    private Map<String, Optional<Double>> clamped(JsonNode node) {
        Map<String, Optional<Double>> clamped = new LinkedHashMap<>();
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> clamped.put(entry.getKey(), Optional.of(concentration("clamped", entry))));
        } else {
            texts("clamped").forEach(species -> clamped.put(species, Optional.empty()));
        }
        return clamped;
    }

    /** A number in the unit of the model, or a text of a number and its unit. */
    private double concentration(String key, Map.Entry<String, JsonNode> entry) {
        String place = key + ", " + entry.getKey();
        String[] words = entry.getValue().asText().strip().split("\\s+", 2);
        if (entry.getValue().isNumber() || words.length == 1) {
            return number(place, entry.getValue());
        }
        TableUnit unit = TableUnit.ofConcentration(words[1], model.units())
                .orElseThrow(() -> refused(
                        place,
                        "the unit '" + words[1] + "' cannot be converted to that of the model",
                        "give the number in " + model.units().concentration()));
        try {
            return unit.toModel(Double.parseDouble(words[0]));
        } catch (NumberFormatException invalid) {
            throw refused(place, "'" + words[0] + "' is no number", "write it as `10 mM`");
        }
    }

    private List<String> texts(String key) {
        JsonNode node = root.path(key);
        List<String> texts = new ArrayList<>();
        if (!node.isMissingNode() && !node.isArray()) {
            throw refused(key, "is no list", "write it as [ID, ID]");
        }
        node.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    private double duration() {
        String text = required(root, "", "duration").asText();
        return checked(() -> TimeSpan.parse(text)).in(model.units());
    }

    private int points() {
        JsonNode node = root.path("points");
        if (node.isMissingNode()) {
            return DEFAULT_POINTS;
        }
        if (!node.isInt() || node.asInt() < 1 || node.asInt() > MOST_POINTS) {
            throw refused("points", "'" + node.asText() + "' is no number from 1 to " + MOST_POINTS, "correct it");
        }
        return node.asInt();
    }

    private List<Symbol> recorded() {
        return texts("record").stream()
                .map(id -> quantity(model, id)
                        .orElseThrow(
                                () -> refused("record, " + id, "the model has no such quantity", "correct the id")))
                .toList();
    }

    /** A species, reaction, compartment or parameter of a model. */
    static Optional<Symbol> quantity(KineticModel model, String id) {
        Symbol symbol = new Symbol(id);
        boolean known = model.species(id).isPresent()
                || model.reaction(id).isPresent()
                || model.parameter(id).isPresent()
                || model.compartments().stream()
                        .anyMatch(compartment -> compartment.id().equals(id));
        return known ? Optional.of(symbol) : Optional.empty();
    }
}
