package org.kindling.sbml;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jdom2.Element;
import org.kindling.network.ModelUnits;

/** Reads the units of a model's numbers, and puts them into words. */
final class UnitReader {

    private static final String UNKNOWN_TIME = "time unit";

    /** Names of the usual multiples of a second. */
    private static final Map<Double, String> TIMES = Map.of(
            1e-6, "microsecond", 1e-3, "millisecond", 1.0, "second", 60.0, "minute", 3600.0, "hour", 86400.0, "day");

    private static final Map<Double, String> PREFIXES =
            Map.of(1e3, "k", 1.0, "", 1e-1, "d", 1e-2, "c", 1e-3, "m", 1e-6, "u", 1e-9, "n", 1e-12, "p", 1e-15, "f");

    private static final Map<String, String> WORDS =
            Map.of("mole", "mol", "litre", "L", "gram", "g", "item", "item", "metre", "m", "kilogram", "kg");

    private final ModelIndex index;

    UnitReader(ModelIndex index) {
        this.index = index;
    }

    /** Returns the units of time, amounts and concentrations. */
    ModelUnits units() {
        Optional<String> time = unit("timeUnits", "time", "second");
        OptionalDouble seconds = time.map(this::seconds).orElse(OptionalDouble.empty());
        String substance =
                unit("substanceUnits", "substance", "mole").map(this::words).orElse("substance unit");
        String volume = volume().map(this::words).orElse("volume unit");
        String concentration = substance + "/" + volume;
        return new ModelUnits(
                seconds.isPresent() ? time(seconds.getAsDouble()) : UNKNOWN_TIME, seconds, substance, concentration);
    }

    /** Level 3 names its units on the model, Level 2 redefines built-in ones. */
    private Optional<String> unit(String attribute, String builtIn, String otherwise) {
        if (index.release().level() >= 3) {
            return Optional.of(ModelIndex.id(index.model(), attribute)).filter(id -> !id.isEmpty());
        }
        return Optional.of(definition(builtIn).isPresent() ? builtIn : otherwise);
    }

    private Optional<String> volume() {
        return unit("volumeUnits", "volume", "litre")
                .or(() -> index.kind("compartment").values().stream()
                        .map(compartment -> ModelIndex.id(compartment, "units"))
                        .filter(id -> !id.isEmpty())
                        .findFirst());
    }

    private Optional<Element> definition(String id) {
        return index.list(index.model(), "listOfUnitDefinitions").stream()
                .filter(definition -> ModelIndex.id(definition, "id").equals(id))
                .findFirst();
    }

    private OptionalDouble seconds(String unit) {
        if (unit.equals("second")) {
            return OptionalDouble.of(1);
        }
        Optional<Element> only = definition(unit).flatMap(this::onlyUnit);
        boolean isTime = only.isPresent()
                && ModelIndex.id(only.get(), "kind").equals("second")
                && number(only.get(), "exponent", 1) == 1;
        return isTime ? OptionalDouble.of(factor(only.get())) : OptionalDouble.empty();
    }

    private static String time(double seconds) {
        return TIMES.entrySet().stream()
                .filter(entry -> Math.abs(entry.getKey() - seconds) <= 1e-12 * seconds)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(seconds + " seconds");
    }

    private String words(String unit) {
        Optional<Element> definition = definition(unit);
        if (definition.isEmpty()) {
            return WORDS.getOrDefault(unit, PlainText.id(unit));
        }
        return definition.flatMap(this::onlyUnit).map(this::multiple).orElseGet(() -> PlainText.id(unit));
    }

    private String multiple(Element unit) {
        String kind = ModelIndex.id(unit, "kind");
        double exponent = number(unit, "exponent", 1);
        double factor = factor(unit);
        String word = WORDS.getOrDefault(kind, PlainText.id(kind));
        String prefix = PREFIXES.entrySet().stream()
                .filter(entry -> Math.abs(entry.getKey() - factor) <= 1e-12 * factor)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(factor + " ");
        return prefix + word + (exponent == 1 ? "" : "^" + (int) exponent);
    }

    private Optional<Element> onlyUnit(Element definition) {
        return Optional.of(index.list(definition, "listOfUnits"))
                .filter(units -> units.size() == 1)
                .map(units -> units.get(0));
    }

    private static double factor(Element unit) {
        return number(unit, "multiplier", 1) * Math.pow(10, number(unit, "scale", 0));
    }

    private static double number(Element unit, String attribute, double otherwise) {
        return Double.parseDouble(unit.getAttributeValue(attribute, Double.toString(otherwise)));
    }
}
