package org.kindling.app;

import java.nio.file.Path;
import org.kindling.analysis.ControlEnsemble;

/**
 * Finished control coefficients.
 *
 * @param folder where they are
 * @param ensemble what they are
 */
public record ControlSummary(Path folder, ControlEnsemble ensemble) {}
