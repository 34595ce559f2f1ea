package org.kindling.simulation;

import java.util.List;
import java.util.stream.IntStream;
import org.kindling.expression.Symbol;
import org.kindling.numerics.PrincipalComponents;
import org.kindling.simulation.PerturbationResponses.Trajectory;

/**
 * The principal components of perturbed time courses, in terms of \( \ln (x_i / x_i^*) \): the steady state is the origin,
 * and a species counts by factors and not by its size. Immutable.
 */
public final class TrajectoryComponents {

    /** A species that is used up counts as having fallen to this share of its steady state: a logarithm needs a bottom. */
    private static final double SMALLEST_RATIO = 1e-6;

    private final List<Trajectory> trajectories;
    private final List<Symbol> species;
    private final int[] columns;
    private final double[] reference;
    private final PrincipalComponents components;

    private TrajectoryComponents(PerturbationResponses responses) {
        this.reference = responses.reference();
        this.trajectories = responses.trajectories();
        this.columns = IntStream.range(0, reference.length)
                .filter(index -> reference[index] > 0)
                .toArray();
        this.species = IntStream.of(columns).mapToObj(responses.species()::get).toList();
        this.components = PrincipalComponents.of(trajectories.stream()
                .flatMap(trajectory ->
                        IntStream.range(0, trajectory.course().size()).mapToObj(row -> point(trajectory.course(), row)))
                .toArray(double[][]::new));
    }

    /**
     * The components of the time courses that a study kept.
     *
     * @param responses the outcome of the study; at least one time course must have been kept
     * @return their components
     * @throws IllegalArgumentException if none was kept, or no species is there in the steady state
     */
    public static TrajectoryComponents of(PerturbationResponses responses) {
        return new TrajectoryComponents(responses);
    }

    private double[] point(TimeCourse course, int row) {
        return IntStream.of(columns)
                .mapToDouble(
                        column -> Math.log(Math.max(course.value(row, column) / reference[column], SMALLEST_RATIO)))
                .toArray();
    }

    /**
     * The time courses.
     *
     * @return those that the study kept
     */
    public List<Trajectory> trajectories() {
        return trajectories;
    }

    /**
     * The species that are looked at: those that are there in the steady state.
     *
     * @return the axes of {@link #direction}
     */
    public List<Symbol> species() {
        return species;
    }

    /**
     * How many components there are.
     *
     * @return the number of species
     */
    public int size() {
        return components.size();
    }

    /**
     * How much of the spread of all points of all time courses lies along a component.
     *
     * @param component its index, 0 for the largest
     * @return the share of the variance, from 0 to 1
     */
    public double explained(int component) {
        return components.explained(component);
    }

    /**
     * How much each species takes part in a component.
     *
     * @param component its index, 0 for the largest
     * @return a unit vector, shape [species]
     */
    public double[] direction(int component) {
        return components.direction(component);
    }

    /**
     * A time course along a component.
     *
     * @param component its index, 0 for the largest
     * @param trajectory the index of the time course
     * @return the score at each time reached, shape [rows], without unit; 0 at the steady state
     */
    public double[] scores(int component, int trajectory) {
        TimeCourse course = trajectories.get(trajectory).course();
        return IntStream.range(0, course.size())
                .mapToDouble(row -> components.score(component, point(course, row)))
                .toArray();
    }
}
