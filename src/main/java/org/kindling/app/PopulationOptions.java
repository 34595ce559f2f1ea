package org.kindling.app;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a population comes from.
 *
 * @param source a run folder, a folder of generated sets, or a file of sets in SKiMpy's HDF5 layout
 * @param model the model at whose state the sets are labelled; needed unless the source is a run folder, whose own labels are
 *     taken where it is empty
 * @param names a table that maps the names of a file of sets to those of the model
 */
public record PopulationOptions(Path source, Optional<ModelOptions> model, Optional<Path> names) {

    /**
     * The sets of a run folder with the labels that it gives them.
     *
     * @param run the folder
     * @return the options
     */
    public static PopulationOptions ofRun(Path run) {
        return new PopulationOptions(run, Optional.empty(), Optional.empty());
    }
}
