package org.kindling.app;

import java.util.Optional;
import java.util.OptionalDouble;
import org.kindling.dynamics.Criterion;
import org.kindling.network.InputException;
import org.kindling.network.ModelUnits;

/**
 * The dynamics that a user wants, besides stability.
 *
 * @param lambdaMax the spectral abscissa must not exceed this, unit 1 / time of the model
 * @param lambdaMin no eigenvalue's real part may be below this, unit 1 / time of the model
 * @param tauMin the dominant time constant must not be shorter
 * @param tauMax the dominant time constant must not be longer
 */
public record CriterionOptions(
        OptionalDouble lambdaMax, OptionalDouble lambdaMin, Optional<TimeSpan> tauMin, Optional<TimeSpan> tauMax) {

    /** Stability alone. */
    public static final CriterionOptions STABLE =
            new CriterionOptions(OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty(), Optional.empty());

    /** The options that give a criterion. */
    static CriterionOptions of(Criterion criterion) {
        boolean slowest = criterion.lowestAbscissa() > Double.NEGATIVE_INFINITY;
        boolean fastest = criterion.lowestReal() > Double.NEGATIVE_INFINITY;
        return new CriterionOptions(
                OptionalDouble.of(criterion.highestAbscissa()),
                fastest ? OptionalDouble.of(criterion.lowestReal()) : OptionalDouble.empty(),
                slowest ? Optional.of(new TimeSpan(-1 / criterion.lowestAbscissa(), "")) : Optional.empty(),
                Optional.empty());
    }

    Criterion criterion(ModelUnits units) {
        double highest = Math.min(0, lambdaMax.orElse(0));
        if (tauMax.isPresent()) {
            highest = Math.min(highest, -1 / tauMax.get().in(units));
        }
        double lowest = tauMin.map(span -> -1 / span.in(units)).orElse(Double.NEGATIVE_INFINITY);
        double fastest = lambdaMin.orElse(Double.NEGATIVE_INFINITY);
        if (lowest > highest || fastest > highest) {
            throw new InputException(
                    "criterion",
                    "no model can have its slowest mode between " + lowest + " and " + highest + " and none below "
                            + fastest,
                    "widen --lambda-max, --lambda-min, --tau-min or --tau-max");
        }
        return new Criterion(lowest, highest, fastest);
    }

    /**
     * The criterion in words.
     *
     * @param units the units of the model
     * @return a phrase such as {@code lambda_max <= -9 per hour}
     */
    String words(ModelUnits units) {
        Criterion criterion = criterion(units);
        StringBuilder words = new StringBuilder("lambda_max <= ").append(plain(criterion.highestAbscissa()));
        if (criterion.lowestAbscissa() > Double.NEGATIVE_INFINITY) {
            words.append(" and >= ").append(plain(criterion.lowestAbscissa()));
        }
        if (criterion.lowestReal() > Double.NEGATIVE_INFINITY) {
            words.append(", lambda_min >= ").append(plain(criterion.lowestReal()));
        }
        return words.append(" per ").append(units.time()).toString();
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
