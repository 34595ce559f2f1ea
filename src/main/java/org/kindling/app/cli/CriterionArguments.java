package org.kindling.app.cli;

import java.util.Optional;
import java.util.OptionalDouble;
import org.kindling.app.CriterionOptions;
import org.kindling.app.TimeSpan;
import org.kindling.network.InputException;
import picocli.CommandLine.Option;

/** The dynamics that a user wants. */
final class CriterionArguments {

    /** A wanted time constant is met if it is not longer, nor shorter, by more than this factor. */
    private static final double TOLERANCE = 1.1;

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

    @Option(
            names = "--tau",
            paramLabel = "T",
            converter = Converters.Duration.class,
            description = "Wanted dominant time constant, met within a tenth; short for --tau-min and --tau-max.")
    private Optional<TimeSpan> tau = Optional.empty();

    CriterionOptions options() {
        if (tau.isEmpty()) {
            return new CriterionOptions(number(lambdaMax), number(lambdaMin), tauMin, tauMax);
        }
        if (tauMin.isPresent() || tauMax.isPresent()) {
            throw new InputException(
                    "option --tau", "says the same as --tau-min and --tau-max", "use either, not both");
        }
        return new CriterionOptions(
                number(lambdaMax),
                number(lambdaMin),
                tau.map(span -> span.times(1 / TOLERANCE)),
                tau.map(span -> span.times(TOLERANCE)));
    }

    /** Whether the user asked for anything. */
    boolean given() {
        return lambdaMax.isPresent()
                || lambdaMin.isPresent()
                || tauMin.isPresent()
                || tauMax.isPresent()
                || tau.isPresent();
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
