package org.kindling.simulation;

import java.util.BitSet;
import java.util.Optional;

/** What came of one perturbation: the distance from the steady state, and which species are back there, over time. */
final class Response {

    private final double[] distances;
    private final BitSet near;
    private final Optional<String> failure;
    private final Optional<TimeCourse> course;

    private Response(double[] distances, BitSet near, Optional<String> failure, Optional<TimeCourse> course) {
        this.distances = distances;
        this.near = near;
        this.failure = failure;
        this.course = course;
    }

    /** A perturbation that could not be drawn. */
    static Response notStarted() {
        return new Response(
                new double[0],
                new BitSet(),
                Optional.of("no start without negative values was found"),
                Optional.empty());
    }

    /**
     * The response that a time course shows.
     *
     * @param course the values of the species
     * @param reference their steady state, shape [species]
     * @param kept whether the time course itself is kept
     */
    static Response of(TimeCourse course, double[] reference, boolean kept) {
        double[] distances = new double[course.size()];
        BitSet near = new BitSet(course.size() * reference.length);
        for (int row = 0; row < distances.length; row++) {
            double deviation = 0;
            double size = 0;
            for (int species = 0; species < reference.length; species++) {
                double difference = course.value(row, species) - reference[species];
                deviation += difference * difference;
                size += reference[species] * reference[species];
                near.set(
                        row * reference.length + species,
                        Math.abs(difference) < Robustness.NEAR * Math.abs(reference[species]));
            }
            distances[row] = Math.sqrt(deviation / size);
        }
        TimeCourse.Outcome outcome = course.outcome();
        return new Response(
                distances,
                near,
                outcome.complete()
                        ? Optional.empty()
                        : Optional.of(outcome.status().words()),
                kept ? Optional.of(course) : Optional.empty());
    }

    /** How many of the times were reached. */
    int rows() {
        return distances.length;
    }

    /** The distance at a time that was reached, beside the size of the steady state. */
    double distance(int row) {
        return distances[row];
    }

    boolean returned(int row) {
        return failure.isEmpty() && distances[row] < Robustness.NEAR;
    }

    boolean speciesReturned(int row, int species, int ofSpecies) {
        return failure.isEmpty() && near.get(row * ofSpecies + species);
    }

    Optional<String> failure() {
        return failure;
    }

    Optional<TimeCourse> course() {
        return course;
    }
}
