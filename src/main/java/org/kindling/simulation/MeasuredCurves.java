package org.kindling.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindling.expression.Symbol;

/**
 * What was measured over time, and how far a time course is from it. Immutable.
 *
 * <p>The distance is the root mean square over all \( n \) points,
 *
 * \[ d = \sqrt{\frac{1}{n} \sum_{k=1}^{n} \left( \frac{x(t_k) - y_k}{w_k} \right)^2 } \]
 *
 * of the difference between the course \( x \) and the measured value \( y_k \), unit of the quantity, beside the standard
 * deviation \( w_k \) of the point, or, where the point has none, the largest measured value of its quantity by magnitude.
 */
public final class MeasuredCurves {

    /**
     * One measured value.
     *
     * @param quantity what was measured
     * @param time when, unit of the model
     * @param value the value, unit of the model
     * @param deviation its standard deviation, if known
     */
    public record Point(Symbol quantity, double time, double value, OptionalDouble deviation) {

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if the time is negative, the deviation is not positive, or a number is not finite
         */
        public Point {
            if (!(time >= 0 && Double.isFinite(time))) {
                throw new IllegalArgumentException("the time is " + time + ", but must be a number from 0 on");
            }
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("the value is " + value + ", but must be a finite number");
            }
            if (deviation.isPresent() && !(deviation.getAsDouble() > 0 && Double.isFinite(deviation.getAsDouble()))) {
                throw new IllegalArgumentException(
                        "the standard deviation is " + deviation.getAsDouble() + ", but must be a positive number");
            }
        }
    }

    /**
     * How far a course is from what was measured.
     *
     * @param total over all points, without unit
     * @param byQuantity the same over the points of each quantity
     */
    public record Distance(double total, Map<Symbol, Double> byQuantity) {

        /**
         * Creates a distance.
         *
         * <p>The map is copied.
         */
        public Distance {
            byQuantity = Map.copyOf(byQuantity);
        }
    }

    /** Nothing was measured. */
    public static final MeasuredCurves NONE = of(List.of());

    private final List<Point> points;
    private final Map<Symbol, Double> largest = new LinkedHashMap<>();

    private MeasuredCurves(List<Point> points) {
        this.points = List.copyOf(points);
        points.forEach(point -> largest.merge(point.quantity(), Math.abs(point.value()), Math::max));
        for (Point point : points) {
            if (!(scale(point) > 0)) {
                throw new IllegalArgumentException("every value of " + point.quantity()
                        + " is 0 and one has no standard deviation, so that no scale is known");
            }
        }
    }

    /**
     * Curves of measured points.
     *
     * @param points the points in any order
     * @return the curves
     * @throws IllegalArgumentException if a point without a deviation is of a quantity that is 0 throughout
     */
    public static MeasuredCurves of(List<Point> points) {
        return new MeasuredCurves(points);
    }

    /**
     * The points.
     *
     * @return the points in the order given
     */
    public List<Point> points() {
        return points;
    }

    /**
     * What was measured.
     *
     * @return the quantities in the order in which they first occur
     */
    public List<Symbol> quantities() {
        return List.copyOf(largest.keySet());
    }

    /**
     * The distance of a time course.
     *
     * @param course a course that has every quantity, and a row at the time of every point it reaches
     * @return the distance; empty if nothing was measured, a point was not reached, or a value there is no finite number
     * @throws IllegalArgumentException if the course lacks a quantity, or a row between others
     */
    public Optional<Distance> distance(TimeCourse course) {
        double[] times = new double[course.size()];
        Arrays.setAll(times, course::time);
        Map<Symbol, List<Double>> squares = new LinkedHashMap<>();
        for (Point point : points) {
            int column = course.quantities().indexOf(point.quantity());
            int row = Arrays.binarySearch(times, point.time());
            if (row < 0 && -row - 1 == times.length) {
                return Optional.empty();
            }
            if (column < 0 || row < 0) {
                throw new IllegalArgumentException(
                        "The course has no " + point.quantity() + " at time " + point.time() + ".");
            }
            double residual = (course.value(row, column) - point.value()) / scale(point);
            squares.computeIfAbsent(point.quantity(), absent -> new ArrayList<>())
                    .add(residual * residual);
        }
        Map<Symbol, Double> byQuantity = new LinkedHashMap<>();
        squares.forEach((quantity, own) -> byQuantity.put(quantity, rootMean(own)));
        double total = rootMean(squares.values().stream().flatMap(List::stream).toList());
        return Double.isFinite(total) ? Optional.of(new Distance(total, byQuantity)) : Optional.empty();
    }

    /** NaN for no squares. */
    private static double rootMean(List<Double> squares) {
        return Math.sqrt(squares.stream().mapToDouble(Double::doubleValue).sum() / squares.size());
    }

    private double scale(Point point) {
        return point.deviation().orElseGet(() -> largest.getOrDefault(point.quantity(), 0.0));
    }
}
