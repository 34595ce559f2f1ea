package org.kindling.report;

import java.util.List;
import java.util.Optional;
import org.kindling.analysis.ControlEnsemble;

/**
 * Everything that the page of control coefficients shows.
 *
 * @param heading what it is about
 * @param ensemble the coefficients
 * @param focus the id of the process whose flux is looked at most closely, if one is
 * @param provenance what is needed to repeat it
 */
public record ControlReport(Heading heading, ControlEnsemble ensemble, Optional<String> focus, List<Fact> provenance) {

    /** Copies the list. */
    public ControlReport {
        provenance = List.copyOf(provenance);
    }
}
