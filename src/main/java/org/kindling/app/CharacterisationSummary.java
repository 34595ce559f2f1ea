package org.kindling.app;

import java.nio.file.Path;
import org.kindling.analysis.Characterisation;

/**
 * Finished characterisation.
 *
 * @param folder where it is
 * @param timeUnit the model's unit of time
 * @param characterisation what it is
 * @param seconds how long it took
 */
public record CharacterisationSummary(
        Path folder, String timeUnit, Characterisation characterisation, double seconds) {}
