package org.kindling.app;

import java.nio.file.Path;
import org.kindling.ensemble.Manifest;

/**
 * What a finished run left.
 *
 * @param folder the run folder
 * @param manifest what it says of itself
 */
public record RunSummary(Path folder, Manifest manifest) {}
