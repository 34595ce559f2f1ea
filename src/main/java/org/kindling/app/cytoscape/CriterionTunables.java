package org.kindling.app.cytoscape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cytoscape.work.Tunable;
import org.kindling.app.CriterionOptions;
import org.kindling.app.TimeSpan;
import org.kindling.network.InputException;

/** Arguments that say which dynamics are wanted. Not thread-safe. */
public final class CriterionTunables {

    private static final String GROUP = "Wanted dynamics";

    /** The largest spectral abscissa. */
    @Tunable(
            description = "Largest eigenvalue",
            longDescription =
                    "The real part of the slowest mode must not exceed this, per unit of time of the model; by default 0.",
            exampleStringValue = "-9",
            groups = GROUP,
            gravity = 20)
    public String lambdaMax = "";

    /** The smallest real part. */
    @Tunable(
            description = "Smallest eigenvalue",
            longDescription =
                    "The real part of the fastest mode must not be below this, per unit of time of the model.",
            exampleStringValue = "-1e8",
            groups = GROUP,
            gravity = 21)
    public String lambdaMin = "";

    /** The shortest time constant. */
    @Tunable(
            description = "Shortest dominant time constant",
            longDescription = "The dominant time constant must not be shorter; with a unit, or in that of the model.",
            exampleStringValue = "1min",
            groups = GROUP,
            gravity = 22)
    public String tauMin = "";

    /** The longest time constant. */
    @Tunable(
            description = "Longest dominant time constant",
            longDescription = "The dominant time constant must not be longer; with a unit, or in that of the model.",
            exampleStringValue = "6.7min",
            groups = GROUP,
            gravity = 23)
    public String tauMax = "";

    boolean given() {
        return !(lambdaMax + lambdaMin + tauMin + tauMax).isBlank();
    }

    CriterionOptions options() {
        return new CriterionOptions(
                number("lambdaMax", lambdaMax),
                number("lambdaMin", lambdaMin),
                span("tauMin", tauMin),
                span("tauMax", tauMax));
    }

    /** The same as options of the command line. */
    List<String> arguments() {
        List<String> words = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        options.put("--lambda-max", lambdaMax);
        options.put("--lambda-min", lambdaMin);
        options.put("--tau-min", tauMin);
        options.put("--tau-max", tauMax);
        options.forEach((option, text) -> {
            if (!text.isBlank()) {
                words.add(option + "=" + text.strip());
            }
        });
        return words;
    }

    private static OptionalDouble number(String argument, String text) {
        if (text.isBlank()) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text.strip());
            if (Double.isFinite(value)) {
                return OptionalDouble.of(value);
            }
        } catch (NumberFormatException invalid) {
            // said below, for what is no number and what is not finite alike
        }
        throw new InputException("argument " + argument, "'" + text + "' is no number", "write it as -9 or 1.5e3");
    }

    static Optional<TimeSpan> span(String argument, String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(TimeSpan.parse(text));
        } catch (IllegalArgumentException invalid) {
            throw new InputException(
                    "argument " + argument, "'" + text + "' is no duration", "write it as 6.7min or 2h");
        }
    }
}
