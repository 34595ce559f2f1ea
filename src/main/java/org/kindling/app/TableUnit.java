package org.kindling.app;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindling.network.ModelUnits;

/**
 * The unit that a table names for its numbers, as the factor from it to the unit of the model. The factor is kept as a
 * fraction of two numbers of which one is 1, so that numbers already in the model's unit stay as they are.
 *
 * @param numerator what a number is multiplied by
 * @param denominator what it is then divided by
 */
record TableUnit(double numerator, double denominator) {

    /** Numbers in the unit of the model. */
    static final TableUnit OF_MODEL = new TableUnit(1, 1);

    private static final String PER = "(?:/|_per_)";
    private static final Pattern CONCENTRATION = Pattern.compile("([kmunpf]?)(?:M|mol" + PER + "(?:[Ll]|litre|liter))");
    private static final Pattern RATE = Pattern.compile("([kmunpf]?)(?:M|mol)" + PER + "([a-z]+)");
    private static final Pattern BIOMASS = Pattern.compile("(m?)g(?:DW)?/[Ll]");
    private static final Pattern AMOUNT = Pattern.compile("([kmunpf]?)mol");

    private static final Map<String, Integer> DECADES =
            Map.of("k", 3, "", 0, "m", -3, "u", -6, "n", -9, "p", -12, "f", -15);
    private static final Map<String, Double> SECONDS = Map.of(
            "s", 1.0, "second", 1.0, "min", 60.0, "minute", 60.0, "h", 3600.0, "hour", 3600.0, "d", 86400.0, "day",
            86400.0);

    double toModel(double number) {
        return number * numerator / denominator;
    }

    /** A unit of concentration such as {@code mM} or {@code umol/L}; empty if it, or that of the model, is none. */
    static Optional<TableUnit> ofConcentration(String unit, ModelUnits model) {
        OptionalInt decade = decade(CONCENTRATION, unit);
        OptionalInt wanted = decade(CONCENTRATION, model.concentration());
        return decade.isPresent() && wanted.isPresent()
                ? Optional.of(decades(decade.getAsInt() - wanted.getAsInt()))
                : Optional.empty();
    }

    /** A unit of biomass such as {@code gDW/l}, which is the one that all models have; empty if it is none. */
    static Optional<TableUnit> ofBiomass(String unit) {
        OptionalInt decade = decade(BIOMASS, unit);
        return decade.isPresent() ? Optional.of(decades(decade.getAsInt())) : Optional.empty();
    }

    /** A unit of time such as {@code min}; empty if it is none, or that of the model is not known. */
    static Optional<TableUnit> ofTime(String unit, ModelUnits model) {
        Double seconds = SECONDS.get(unit);
        if (seconds == null || model.secondsPerTime().isEmpty()) {
            return Optional.empty();
        }
        double ratio = seconds / model.secondsPerTime().getAsDouble();
        return Optional.of(new TableUnit(Math.max(1, ratio), Math.max(1, 1 / ratio)));
    }

    /**
     * A unit of reaction extent per time such as {@code umol/min}; empty if it, or those of the model, are none. A rate in
     * molar per time is the extent in one litre.
     */
    static Optional<TableUnit> ofRate(String unit, ModelUnits model) {
        Matcher matcher = RATE.matcher(unit);
        OptionalInt wanted = decade(AMOUNT, model.substance());
        OptionalDouble secondsOfModel = model.secondsPerTime();
        if (!matcher.matches() || wanted.isEmpty() || secondsOfModel.isEmpty()) {
            return Optional.empty();
        }
        Double seconds = SECONDS.get(matcher.group(2));
        OptionalInt decade = decade(RATE, unit);
        if (seconds == null || decade.isEmpty()) {
            return Optional.empty();
        }
        double ratio = secondsOfModel.getAsDouble() / seconds;
        TableUnit amount = decades(decade.getAsInt() - wanted.getAsInt());
        return Optional.of(
                new TableUnit(amount.numerator() * Math.max(1, ratio), amount.denominator() * Math.max(1, 1 / ratio)));
    }

    private static OptionalInt decade(Pattern pattern, String unit) {
        Matcher matcher = pattern.matcher(unit);
        return matcher.matches() ? OptionalInt.of(DECADES.getOrDefault(matcher.group(1), 0)) : OptionalInt.empty();
    }

    private static TableUnit decades(int difference) {
        return new TableUnit(Math.pow(10, Math.max(0, difference)), Math.pow(10, Math.max(0, -difference)));
    }
}
