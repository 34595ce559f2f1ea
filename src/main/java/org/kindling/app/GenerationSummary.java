package org.kindling.app;

import java.nio.file.Path;

/**
 * What drawing parameter sets alone has left.
 *
 * @param folder the folder
 * @param sets how many sets were written
 * @param parameters how many parameters a set has
 * @param seconds how long drawing and writing took
 */
public record GenerationSummary(Path folder, long sets, int parameters, double seconds) {}
