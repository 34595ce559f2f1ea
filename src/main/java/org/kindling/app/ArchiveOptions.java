package org.kindling.app;

import java.nio.file.Path;
import java.util.Set;

/**
 * How the simulation experiments of a COMBINE archive are run.
 *
 * @param archive the archive
 * @param policy how far from the algorithm asked for the one may be that runs a task
 * @param formats in which formats outputs are written
 * @param unwritten formats of drawings that are asked for and not written, such as {@code pdf}
 * @param plotData whether the data of plots is written as that of reports is
 * @param packings whether tables and drawings are written one by one, bundled, or both
 */
public record ArchiveOptions(
        Path archive,
        SubstitutionPolicy policy,
        Set<Format> formats,
        Set<String> unwritten,
        boolean plotData,
        Set<Packing> packings) {

    /** Copies the sets. */
    public ArchiveOptions {
        formats = Set.copyOf(formats);
        unwritten = Set.copyOf(unwritten);
        packings = Set.copyOf(packings);
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
                archive,
                SubstitutionPolicy.SIMILAR_VARIABLES,
                Set.of(Format.values()),
                Set.of(),
                true,
                Set.of(Packing.values()));
    }

    /**
     * The same options with another policy.
     *
     * @param other the policy
     * @return the options
     */
    public ArchiveOptions withPolicy(SubstitutionPolicy other) {
        return new ArchiveOptions(archive, other, formats, unwritten, plotData, packings);
    }

    /** Whether plots are asked for, and in no format that is written. */
    boolean isWithoutDrawings() {
        return !unwritten.isEmpty() && !formats.contains(Format.SVG);
    }
}
