package org.kindling.app;

import java.nio.file.Path;
import org.kindling.ensemble.Manifest;
import org.kindling.generators.GeneratorRecord;

/**
 * A finished training.
 *
 * @param folder the folder
 * @param generator the generator's file in it
 * @param record what the generator says of itself, with the outcome of fresh sets
 * @param manifest what the folder says of itself
 * @param failed whether the training saw that it came to nothing; its best generator is there all the same
 */
public record TrainingSummary(Path folder, Path generator, GeneratorRecord record, Manifest manifest, boolean failed) {}
