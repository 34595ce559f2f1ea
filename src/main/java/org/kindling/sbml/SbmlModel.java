package org.kindling.sbml;

import java.util.List;
import org.kindling.network.KineticModel;

/**
 * A model read from SBML: its mathematics, and the file that it came from, for writing it back.
 *
 * @param kinetics the model
 * @param source the file as read
 */
public record SbmlModel(KineticModel kinetics, SbmlSource source) {

    /** Returns what the file holds that plays no part in the model, and why; it is written back all the same. */
    public List<Notice> ignored() {
        return source.ignored();
    }

    /** Returns what is questionable in the file and how it is understood. */
    public List<Notice> warnings() {
        return source.warnings();
    }
}
