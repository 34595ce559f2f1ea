package org.kindling.copasi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.kindling.expression.Symbol;
import org.kindling.simulation.TimeCourse;

/** How far two complete time courses on one grid are apart, for each quantity that both have. */
final class CourseDeviation {

    private CourseDeviation() {}

    /** The deviations of a time course from a reference, in the order of the reference's quantities. */
    static List<SpeciesDeviation> of(TimeCourse course, TimeCourse reference) {
        List<SpeciesDeviation> deviations = new ArrayList<>();
        for (int column = 0; column < reference.quantities().size(); column++) {
            Symbol quantity = reference.quantities().get(column);
            int other = course.quantities().indexOf(quantity);
            if (other >= 0) {
                deviations.add(of(quantity, course, course.column(other), reference.column(column)));
            }
        }
        return deviations;
    }

    private static SpeciesDeviation of(Symbol quantity, TimeCourse course, double[] values, double[] reference) {
        double scale = IntStream.range(0, reference.length)
                .mapToDouble(row -> Math.abs(reference[row]))
                .max()
                .orElse(0);
        double largest = 0;
        double time = 0;
        for (int row = 0; row < values.length; row++) {
            double difference = Math.abs(values[row] - reference[row]);
            double deviation = difference == 0 ? 0 : difference / scale;
            if (!(deviation <= largest)) {
                largest = deviation;
                time = course.time(row);
            }
        }
        return new SpeciesDeviation(quantity, largest, time);
    }

    /** The largest deviation; none of nothing. */
    static double largest(List<SpeciesDeviation> deviations) {
        return deviations.stream().mapToDouble(SpeciesDeviation::value).max().orElse(0);
    }

    /** The quantity that deviates most. */
    static Comparator<SpeciesDeviation> byValue() {
        return Comparator.comparingDouble(SpeciesDeviation::value);
    }
}
