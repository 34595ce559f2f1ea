package org.kindling.app.toolchains;

import java.util.EnumSet;
import java.util.Set;

/** What a path on the command line names. */
enum PathRole {
    /** A model: SBML, compressed SBML, or a COMBINE archive. */
    MODEL(FileForm.SBML, FileForm.OMEX),
    /** A table. */
    TABLE(FileForm.CSV),
    /** A column of a table, typed as the table's path, a colon and the column. */
    COLUMN(FileForm.CSV),
    /** Settings. */
    SETTINGS(FileForm.YAML),
    /** A trained generator. */
    GENERATOR(FileForm.GENERATOR),
    /** Parameter sets in SKiMpy's layout. */
    SETS(FileForm.HDF5),
    /** Rules that {@code kindling rules} wrote. */
    RULES(FileForm.JSON),
    /** A run folder. */
    RUN(FileForm.FOLDER),
    /** A run folder, or a model. */
    RUN_OR_MODEL(FileForm.FOLDER, FileForm.SBML, FileForm.OMEX),
    /** A run folder, a folder of generated sets, or parameter sets in SKiMpy's layout. */
    POPULATION(FileForm.FOLDER, FileForm.HDF5),
    /** A run folder, a model, or an experiment. */
    EXPERIMENT(FileForm.FOLDER, FileForm.SBML, FileForm.OMEX, FileForm.SEDML);

    private final Set<FileForm> forms;

    PathRole(FileForm first, FileForm... others) {
        forms = EnumSet.of(first, others);
    }

    Set<FileForm> forms() {
        return EnumSet.copyOf(forms);
    }

    boolean mayBeFolder() {
        return forms.contains(FileForm.FOLDER);
    }

    boolean mayBeFile() {
        return forms.size() > 1 || !mayBeFolder();
    }
}
