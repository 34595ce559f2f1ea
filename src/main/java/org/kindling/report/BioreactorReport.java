package org.kindling.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindling.simulation.Cultures.Culture;
import org.kindling.simulation.MeasuredCurves;

/**
 * Everything that the page of a bioreactor shows.
 *
 * @param heading what it is about
 * @param units what is plotted over time, with its unit, by the name of the quantity
 * @param ranked the fermentations in the order of rank
 * @param measured what was measured
 * @param assumptions what was simulated, and how
 * @param provenance what is needed to repeat the run
 */
public record BioreactorReport(
        Heading heading,
        Map<String, String> units,
        List<Culture> ranked,
        MeasuredCurves measured,
        List<Fact> assumptions,
        List<Fact> provenance) {

    /** Copies the collections, which keep their order. */
    public BioreactorReport {
        units = Collections.unmodifiableMap(new LinkedHashMap<>(units));
        ranked = List.copyOf(ranked);
        assumptions = List.copyOf(assumptions);
        provenance = List.copyOf(provenance);
    }
}
