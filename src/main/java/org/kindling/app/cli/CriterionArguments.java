package org.kindling.app.cli;

import java.util.Optional;
import java.util.OptionalDouble;
import org.kindling.app.CriterionOptions;
import org.kindling.app.TimeSpan;
import picocli.CommandLine.Option;

/** The dynamics that a user wants. */
final class CriterionArguments {

    @Option(
            names = "--lambda-max",
            paramLabel = "X",
            description = "Largest real part of an eigenvalue, per time unit of the model.")
    private Optional<Double> lambdaMax = Optional.empty();

    @Option(
            names = "--lambda-min",
            paramLabel = "X",
            description = "Smallest real part of an eigenvalue, per time unit of the model.")
    private Optional<Double> lambdaMin = Optional.empty();

    @Option(
            names = "--tau-min",
            paramLabel = "T",
            converter = Converters.Duration.class,
            description = "Shortest dominant time constant, such as 30s; without a unit in the model's.")
    private Optional<TimeSpan> tauMin = Optional.empty();

    @Option(
            names = "--tau-max",
            paramLabel = "T",
            converter = Converters.Duration.class,
            description = "Longest dominant time constant, such as 6.7min.")
    private Optional<TimeSpan> tauMax = Optional.empty();

    CriterionOptions options() {
        return new CriterionOptions(number(lambdaMax), number(lambdaMin), tauMin, tauMax);
    }

    /** Whether the user asked for anything. */
    boolean given() {
        return lambdaMax.isPresent() || lambdaMin.isPresent() || tauMin.isPresent() || tauMax.isPresent();
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
