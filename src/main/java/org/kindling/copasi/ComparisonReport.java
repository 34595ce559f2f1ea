package org.kindling.copasi;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * How COPASI and Kindling agree.
 *
 * @param engine COPASI's name and version
 * @param options what was compared
 * @param members the members, in the order in which they were given
 */
public record ComparisonReport(String engine, ComparisonOptions options, List<MemberComparison> members) {

    /**
     * Creates the report.
     *
     * <p>The list is copied.
     */
    public ComparisonReport {
        members = List.copyOf(members);
    }

    /**
     * Whether the two agree.
     *
     * @return true if every member could be compared and passes
     */
    public boolean passed() {
        return members.stream().allMatch(member -> member.passes(options.marks()));
    }

    /**
     * The members that could not be compared in full.
     *
     * @return those with a reason
     */
    public List<MemberComparison> failed() {
        return members.stream().filter(member -> !member.failure().isEmpty()).toList();
    }

    /**
     * The member whose time courses deviate most.
     *
     * @return it; empty if no time courses could be compared
     */
    public Optional<MemberComparison> worst() {
        return members.stream()
                .filter(member -> member.course().isPresent())
                .max(Comparator.comparingDouble(
                        member -> member.course().orElseThrow().worst().value()));
    }

    /**
     * The largest deviation of time courses.
     *
     * @return it, without unit; empty if none could be compared
     */
    public OptionalDouble worstCourse() {
        return largest(member -> member.course()
                .map(course -> OptionalDouble.of(course.worst().value()))
                .orElse(OptionalDouble.empty()));
    }

    /**
     * The largest drift from Kindling's steady state.
     *
     * @return it, without unit; empty if there was no steady state
     */
    public OptionalDouble worstDrift() {
        return largest(member -> member.rest()
                .map(rest -> OptionalDouble.of(rest.drift().value()))
                .orElse(OptionalDouble.empty()));
    }

    /**
     * The largest deviation of the slowest mode.
     *
     * @return it, without unit; empty if none could be compared
     */
    public OptionalDouble worstEigenvalue() {
        return largest(member -> member.rest().map(RestComparison::eigenvalue).orElse(OptionalDouble.empty()));
    }

    /**
     * How often COPASI's own search found a steady state.
     *
     * @return the number of members
     */
    public long steadyStatesFound() {
        return members.stream()
                .filter(member -> member.rest()
                        .filter(rest -> rest.search() == RestComparison.Search.FOUND)
                        .isPresent())
                .count();
    }

    private OptionalDouble largest(Function<MemberComparison, OptionalDouble> deviation) {
        return members.stream()
                .map(deviation)
                .flatMapToDouble(OptionalDouble::stream)
                .max();
    }
}
