package org.kindling.app;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindling.network.InputException;
import org.kindling.network.ModelUnits;

/**
 * A duration with its unit, such as {@code 6.7min}; without a unit it is in the model's unit of time.
 *
 * @param value the number
 * @param unit {@code s}, {@code min}, {@code h} or {@code d}; empty for the model's unit
 */
public record TimeSpan(double value, String unit) {

    private static final Pattern FORM = Pattern.compile("([0-9]+(?:[.][0-9]*)?(?:e[+-]?[0-9]+)?)\\s*([a-z]*)");
    private static final Map<String, Double> SECONDS =
            Map.of("ms", 1e-3, "s", 1.0, "min", 60.0, "h", 3600.0, "d", 86400.0);

    /**
     * Reads a duration.
     *
     * @param text the number and its unit
     * @return the duration
     * @throws IllegalArgumentException if it is not a positive number with a known unit
     */
    public static TimeSpan parse(String text) {
        Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches() || !(matcher.group(2).isEmpty() || SECONDS.containsKey(matcher.group(2)))) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no duration; write a number and ms, s, min, h or d, such as 6.7min");
        }
        double value = Double.parseDouble(matcher.group(1));
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("'" + text + "' is not a positive duration");
        }
        return new TimeSpan(value, matcher.group(2));
    }

    /**
     * The duration in a model's unit of time.
     *
     * @param units the units of the model
     * @return the number of model time units
     * @throws InputException if the duration has a unit and the model's unit of time is not known
     */
    public double in(ModelUnits units) {
        Double seconds = SECONDS.get(unit);
        if (seconds == null) {
            return value;
        }
        if (units.secondsPerTime().isEmpty()) {
            throw new InputException(
                    "duration " + this,
                    "the model does not say how long its unit of time is",
                    "give the duration without a unit, in the model's own unit");
        }
        return value * seconds / units.secondsPerTime().getAsDouble();
    }

    /**
     * A multiple of the duration.
     *
     * @param factor the factor, positive
     * @return the longer or shorter duration
     */
    public TimeSpan times(double factor) {
        return new TimeSpan(value * factor, unit);
    }

    @Override
    public String toString() {
        return value + unit;
    }
}
