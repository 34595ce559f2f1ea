package org.kindling.app;

import java.nio.file.Path;

/**
 * Finished fermentations.
 *
 * @param folder where they are
 * @param outcome what they came to
 */
public record BioreactorSummary(Path folder, BioreactorOutcome outcome) {}
