package org.kindling.app;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the fermentations of a run came to: the content of {@code bioreactor.json}.
 *
 * @param kindling the version of the program
 * @param model the id of the model
 * @param members how many members were simulated
 * @param failures how many of them did not reach the last time, by reason
 * @param distance what the distance from the measured curves means, in words; empty if nothing was measured
 * @param best the first members by rank, twenty at most
 * @param assumptions what was simulated, in words, by name
 * @param inputs the SHA-256 of each file read, by its name
 */
public record BioreactorOutcome(
        String kindling,
        String model,
        int members,
        Map<String, Integer> failures,
        Optional<String> distance,
        List<Ranked> best,
        Map<String, String> assumptions,
        Map<String, String> inputs) {

    /** Copies the collections, which keep their order. */
    public BioreactorOutcome {
        failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
        best = List.copyOf(best);
        assumptions = Collections.unmodifiableMap(new LinkedHashMap<>(assumptions));
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    /**
     * A member with its rank.
     *
     * @param rank its rank, from 1
     * @param member its id
     * @param distance how far it is from what was measured, without unit, if anything was
     * @param finalBiomass its biomass at the end, gDW per litre of reactor
     */
    public record Ranked(int rank, String member, Optional<Double> distance, double finalBiomass) {}
}
