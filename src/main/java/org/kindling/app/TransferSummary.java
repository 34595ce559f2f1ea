package org.kindling.app;

import java.nio.file.Path;
import java.util.List;
import org.kindling.analysis.TransferOutcome;
import org.kindling.generators.FreshSample;

/**
 * Generators brought to another physiology.
 *
 * @param folder the folder
 * @param criterion what a valid set must meet, in words
 * @param before the share of valid sets of the generator as it was, at the new physiology
 * @param outcomes every training
 */
public record TransferSummary(
        Path folder, String criterion, FreshSample.Incidence before, List<TransferOutcome> outcomes) {

    /** Copies the list. */
    public TransferSummary {
        outcomes = List.copyOf(outcomes);
    }
}
