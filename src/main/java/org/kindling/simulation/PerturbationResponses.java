package org.kindling.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.kindling.expression.Symbol;

/** What came of every perturbation of every member, at the times of a grid. Immutable. */
public final class PerturbationResponses {

    private final Robustness.Options options;
    private final List<Symbol> species;
    private final double[] reference;
    private final List<Response> responses;

    /**
     * Creates the responses.
     *
     * @param species what was looked at
     * @param reference its steady state, shape [species]; not copied
     * @param responses those of the first member first
     */
    PerturbationResponses(
            Robustness.Options options, List<Symbol> species, double[] reference, List<Response> responses) {
        this.options = options;
        this.species = List.copyOf(species);
        this.reference = reference;
        this.responses = responses;
    }

    /**
     * What was done.
     *
     * @return the options of the study
     */
    public Robustness.Options options() {
        return options;
    }

    /**
     * The species that change.
     *
     * @return their symbols
     */
    public List<Symbol> species() {
        return species;
    }

    /**
     * The steady state that the members return to.
     *
     * @return a new array, shape [species], unit of each species
     */
    public double[] reference() {
        return reference.clone();
    }

    /**
     * The number of members.
     *
     * @return how many were perturbed
     */
    public int members() {
        return responses.size() / options.perturbations();
    }

    /**
     * How far from the steady state a perturbed member is.
     *
     * @param member the index of the member
     * @param perturbation the index of the perturbation
     * @param row the index of the time
     * @return \( \lVert x - x^* \rVert / \lVert x^* \rVert \); empty if the time was not reached
     */
    public OptionalDouble distance(int member, int perturbation, int row) {
        Response response = response(member, perturbation);
        return row < response.rows() ? OptionalDouble.of(response.distance(row)) : OptionalDouble.empty();
    }

    /**
     * Whether a perturbed member has returned.
     *
     * @param member the index of the member
     * @param perturbation the index of the perturbation
     * @param row the index of the time
     * @return whether it is near the steady state at that time; never if its integration failed at any time
     */
    public boolean returned(int member, int perturbation, int row) {
        return response(member, perturbation).returned(row);
    }

    /**
     * Why a perturbation has no complete time course.
     *
     * @param member the index of the member
     * @param perturbation the index of the perturbation
     * @return the reason in words; empty if it has one
     */
    public Optional<String> failure(int member, int perturbation) {
        return response(member, perturbation).failure();
    }

    /**
     * The reasons of all failures.
     *
     * @return how many perturbations failed for each reason, in alphabetical order
     */
    public Map<String, Integer> failures() {
        Map<String, Integer> failures = new TreeMap<>();
        responses.stream()
                .flatMap(response -> response.failure().stream())
                .forEach(reason -> failures.merge(reason, 1, Integer::sum));
        return failures;
    }

    /**
     * The share of all perturbations that have returned.
     *
     * @param row the index of the time
     * @return the share, and its interval
     */
    public ReturnedShare share(int row) {
        return share(response -> response.returned(row));
    }

    /**
     * The share of all perturbations in which one species has returned.
     *
     * @param row the index of the time
     * @param index the index of the species
     * @return the share, and its interval
     */
    public ReturnedShare shareOfSpecies(int row, int index) {
        return share(response -> response.speciesReturned(row, index, species.size()));
    }

    /**
     * The share of a member's perturbations that have returned.
     *
     * @param row the index of the time
     * @param member the index of the member
     * @return the share, from 0 to 1
     */
    public double shareOfMember(int row, int member) {
        return IntStream.range(0, options.perturbations())
                        .filter(perturbation -> returned(member, perturbation, row))
                        .count()
                / (double) options.perturbations();
    }

    private ReturnedShare share(Predicate<Response> returned) {
        return ReturnedShare.of(responses.stream().filter(returned).count(), members(), options.perturbations());
    }

    /**
     * The time courses that were kept.
     *
     * @return those of the first member first
     */
    public List<Trajectory> trajectories() {
        List<Trajectory> trajectories = new ArrayList<>();
        for (int run = 0; run < responses.size(); run++) {
            int member = run / options.perturbations();
            int perturbation = run % options.perturbations();
            responses
                    .get(run)
                    .course()
                    .ifPresent(course -> trajectories.add(new Trajectory(member, perturbation, course)));
        }
        return trajectories;
    }

    /**
     * A time course that was kept.
     *
     * @param member the index of the member
     * @param perturbation the index of the perturbation
     * @param course the values of the species
     */
    public record Trajectory(int member, int perturbation, TimeCourse course) {}

    private Response response(int member, int perturbation) {
        return responses.get(member * options.perturbations() + perturbation);
    }
}
