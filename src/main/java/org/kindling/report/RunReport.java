package org.kindling.report;

import java.util.List;

/**
 * Everything that the report of a sampling run shows.
 *
 * @param heading what it is about
 * @param facts key facts, in the order in which they are to be read
 * @param outcome how many sets passed each filter
 * @param spectra the ends of the spectra of all sets drawn
 * @param parameters the ranges of the parameters before and after the screen, in any order
 * @param members the models written, in rank order
 * @param leftOut what was ignored or needs attention, and why
 * @param provenance what is needed to repeat the run: command line, seed, versions, hashes
 */
public record RunReport(
        Heading heading,
        List<Fact> facts,
        Outcome outcome,
        ScreenedSpectra spectra,
        List<ParameterRange> parameters,
        List<Member> members,
        List<Fact> leftOut,
        List<Fact> provenance) {

    /** Copies the lists. */
    public RunReport {
        facts = List.copyOf(facts);
        parameters = List.copyOf(parameters);
        members = List.copyOf(members);
        leftOut = List.copyOf(leftOut);
        provenance = List.copyOf(provenance);
    }
}
