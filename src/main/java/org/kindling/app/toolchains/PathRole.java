package org.kindling.app.toolchains;

import java.util.List;

/** What a path on the command line names. */
enum PathRole {
    /** A model: SBML, compressed SBML, or a COMBINE archive. */
    MODEL,
    /** A table. */
    TABLE,
    /** A column of a table, typed as the table's path, a colon and the column. */
    COLUMN,
    /** Settings. */
    SETTINGS,
    /** A trained generator. */
    GENERATOR,
    /** Parameter sets in SKiMpy's layout. */
    SETS,
    /** Rules that {@code kindling rules} wrote. */
    RULES,
    /** A run folder. */
    RUN,
    /** A run folder, or a model. */
    RUN_OR_MODEL,
    /** A run folder, a folder of generated sets, or parameter sets in SKiMpy's layout. */
    POPULATION,
    /** A run folder, a model, or an experiment. */
    EXPERIMENT;

    /** The forms it may have. */
    List<FileForm> forms() {
        return switch (this) {
            case MODEL -> List.of(FileForm.SBML, FileForm.OMEX);
            case TABLE, COLUMN -> List.of(FileForm.CSV);
            case SETTINGS -> List.of(FileForm.YAML);
            case GENERATOR -> List.of(FileForm.GENERATOR);
            case SETS -> List.of(FileForm.HDF5);
            case RULES -> List.of(FileForm.JSON);
            case RUN -> List.of(FileForm.FOLDER);
            case RUN_OR_MODEL -> List.of(FileForm.SBML, FileForm.OMEX, FileForm.FOLDER);
            case POPULATION -> List.of(FileForm.HDF5, FileForm.FOLDER);
            case EXPERIMENT -> List.of(FileForm.SBML, FileForm.OMEX, FileForm.SEDML, FileForm.FOLDER);
        };
    }

    boolean mayBeFolder() {
        return forms().contains(FileForm.FOLDER);
    }

    boolean mayBeFile() {
        return this != RUN;
    }
}
