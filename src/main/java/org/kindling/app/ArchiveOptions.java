package org.kindling.app;

import java.nio.file.Path;
import java.util.Set;

/**
 * How the simulation experiments of a COMBINE archive are run.
 *
 * @param archive the archive
 * @param policy how far from the algorithm asked for the one may be that runs a task
 * @param formats in which formats outputs are written
 * @param plotData whether the data of plots is written as that of reports is
 * @param files whether files are written one by one, bundled, or both
 */
public record ArchiveOptions(
        Path archive, SubstitutionPolicy policy, Set<Format> formats, boolean plotData, Set<Packing> files) {

    /** Copies the sets. */
    public ArchiveOptions {
        formats = Set.copyOf(formats);
        files = Set.copyOf(files);
    }

    /** A format of outputs. */
    public enum Format {
        /** All reports in one file. */
        HDF5,
        /** A table for each report. */
        CSV,
        /** A drawing for each plot. */
        SVG
    }

    /** How tables and drawings stand in the folder. */
    public enum Packing {
        /** Each as its own file. */
        SINGLE,
        /** Tables in one zip file, drawings in another. */
        BUNDLED
    }

    /**
     * The options that BioSimulators has by default, but that plots are drawn as SVG, and tables are written as well.
     *
     * @param archive the archive
     * @return the options
     */
    public static ArchiveOptions of(Path archive) {
        return new ArchiveOptions(
                archive, SubstitutionPolicy.SIMILAR_VARIABLES, Set.of(Format.values()), true, Set.of(Packing.values()));
    }
}
