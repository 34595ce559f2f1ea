package org.kindling.report;

import java.util.List;
import org.kindling.analysis.ParameterSplit;
import org.kindling.analysis.PopulationComparison;
import org.kindling.dynamics.Criterion;
import org.kindling.sampling.Population;

/**
 * What the page of a comparison of populations shows.
 *
 * @param heading what it is about
 * @param drawn what the populations were as they were read, by name
 * @param first the first population
 * @param second the second, which is the reference
 * @param criterion what valid sets must meet
 * @param comparison how they differ
 * @param split a population split by a parameter
 * @param facts how it was made
 */
public record PopulationReport(
        Heading heading,
        List<Fact> drawn,
        Named first,
        Named second,
        Criterion criterion,
        PopulationComparison comparison,
        ParameterSplit split,
        List<Fact> facts) {

    /** Copies the lists. */
    public PopulationReport {
        drawn = List.copyOf(drawn);
        facts = List.copyOf(facts);
    }

    /**
     * A population with its name.
     *
     * @param name what it is called
     * @param population its sets
     */
    public record Named(String name, Population population) {}
}
