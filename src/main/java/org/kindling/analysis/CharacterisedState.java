package org.kindling.analysis;

import java.util.Optional;
import org.kindling.dynamics.ModeShares;
import org.kindling.generators.spectral.FastestSet;

/**
 * How fast a reference state can be made, and what holds it there.
 *
 * @param name its name
 * @param fastest the fastest set that was found
 * @param slow which species and reactions make the slowest modes of that set; empty if it has no spectrum
 */
public record CharacterisedState(String name, FastestSet fastest, Optional<ModeShares> slow) {

    /**
     * Whether the state can be made as fast as is wanted.
     *
     * @param highestAbscissa the wanted bound on the spectral abscissa, unit 1 / time
     * @return whether a set was found that is as fast
     */
    public boolean reaches(double highestAbscissa) {
        return fastest.abscissa() <= highestAbscissa;
    }
}
