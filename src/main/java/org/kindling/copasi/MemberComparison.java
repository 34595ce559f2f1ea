package org.kindling.copasi;

import java.util.Optional;

/**
 * How the two sides agree on one member.
 *
 * @param member its id
 * @param course the time courses after a disturbance; empty if one side gave none
 * @param rest what COPASI makes of Kindling's steady state; empty where Kindling finds none, or COPASI did not answer
 * @param failure why something could not be compared, in words; empty if everything could
 */
public record MemberComparison(
        String member, Optional<CourseComparison> course, Optional<RestComparison> rest, String failure) {

    /**
     * Whether the sides agree.
     *
     * @param marks the largest deviations allowed
     * @return true if everything could be compared and no mark is exceeded
     */
    public boolean passes(Marks marks) {
        return failure.isEmpty()
                && course.filter(each -> each.worst().value() <= marks.course()).isPresent()
                && rest.map(each -> passes(each, marks)).orElse(true);
    }

    private static boolean passes(RestComparison rest, Marks marks) {
        return rest.drift().value() <= marks.drift() && rest.eigenvalue().orElse(0) <= marks.eigenvalue();
    }
}
