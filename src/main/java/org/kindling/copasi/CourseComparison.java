package org.kindling.copasi;

import java.util.List;
import org.kindling.simulation.TimeCourse;

/**
 * Two time courses of one member after the same disturbance.
 *
 * @param deviations of Kindling's from COPASI's, for each quantity
 * @param kindling Kindling's, of the quantity that deviates most alone
 * @param copasi COPASI's, of that quantity alone
 * @param suspect which side is likelier wrong, if they differ by more than the mark
 */
public record CourseComparison(
        List<SpeciesDeviation> deviations, TimeCourse kindling, TimeCourse copasi, Suspect suspect) {

    /**
     * Creates the comparison.
     *
     * <p>The list is copied.
     *
     * @throws IllegalArgumentException if there is no deviation
     */
    public CourseComparison {
        deviations = List.copyOf(deviations);
        if (deviations.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to compare.");
        }
    }

    /**
     * The quantity that deviates most.
     *
     * @return its deviation
     */
    public SpeciesDeviation worst() {
        return deviations.stream().max(CourseDeviation.byValue()).orElseThrow();
    }
}
