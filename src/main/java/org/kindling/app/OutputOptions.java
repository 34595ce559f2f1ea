package org.kindling.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where a run goes.
 *
 * @param folder the run folder
 * @param force whether an existing one is replaced
 * @param resume whether an interrupted run of that folder goes on
 * @param date the date that the files carry; where empty, that of the model file's own history, or none
 * @param commandLine what the user typed, for provenance
 */
public record OutputOptions(
        Path folder, boolean force, boolean resume, Optional<Instant> date, List<String> commandLine) {

    /**
     * Creates options.
     *
     * <p>The list is copied.
     */
    public OutputOptions {
        commandLine = List.copyOf(commandLine);
    }
}
