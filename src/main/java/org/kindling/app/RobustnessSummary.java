package org.kindling.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.kindling.simulation.ReturnedShare;

/**
 * A finished perturbation study.
 *
 * @param folder where its files are
 * @param members how many members were perturbed
 * @param perturbations how many perturbations each of them got
 * @param returned the outcome at each time asked for, in rising order
 * @param failures how many perturbations failed, by the reason
 * @param timeUnit the model's unit of time
 * @param seconds how long it took
 */
public record RobustnessSummary(
        Path folder,
        int members,
        int perturbations,
        List<Returned> returned,
        Map<String, Integer> failures,
        String timeUnit,
        double seconds) {

    /** Copies the collections. */
    public RobustnessSummary {
        returned = List.copyOf(returned);
        failures = Map.copyOf(failures);
    }

    /**
     * What has returned at a time.
     *
     * @param time the time, unit of the model
     * @param value the share of all perturbations, from 0 to 1
     * @param low the lower end of its 95 % interval, in which each member counts once
     * @param high the upper end of the interval
     */
    public record Returned(double time, double value, double low, double high) {

        static Returned of(double time, ReturnedShare share) {
            return new Returned(
                    time,
                    share.value(),
                    share.interval().lower(),
                    share.interval().upper());
        }
    }

    /**
     * How many perturbations have no complete time course.
     *
     * @return the sum over all reasons
     */
    public int failed() {
        return failures.values().stream().mapToInt(Integer::intValue).sum();
    }
}
