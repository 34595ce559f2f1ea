package org.kindling.ensemble;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A file of a COMBINE archive.
 *
 * @param location its place in the archive, relative, with slashes
 * @param file where its bytes are now
 * @param format the URI of its format, as {@link #CSV} or {@link SbmlLevel#archiveFormat()}
 * @param role whether it is what to open first
 */
public record ArchiveEntry(String location, Path file, String format, Role role) {

    /** The format of SED-ML Level 1 Version 3. */
    public static final String SED_ML = "http://identifiers.org/combine.specifications/sed-ml.level-1.version-3";

    /** The format of tables. */
    public static final String CSV = "http://purl.org/NET/mediatypes/text/csv";

    /** The format of reports. */
    public static final String HTML = "http://purl.org/NET/mediatypes/text/html";

    /** The format of manifests of run folders. */
    public static final String JSON = "http://purl.org/NET/mediatypes/application/json";

    /** The format of very many sets. */
    public static final String HDF5 = "http://purl.org/NET/mediatypes/application/x-hdf";

    private static final List<String> TAKEN = List.of("manifest.xml", "metadata.rdf");

    /** What a file is in its archive. */
    public enum Role {
        /** What to open first. */
        MASTER,
        /** One of the others. */
        PART
    }

    /**
     * Checks the location.
     *
     * @throws IllegalArgumentException if it is empty, absolute, leaves the archive, or is one of the archive's own
     */
    public ArchiveEntry {
        List<String> steps = Arrays.asList(location.split("/", -1));
        boolean leaves = steps.contains("") || steps.contains(".") || steps.contains("..");
        if (leaves || location.contains("\\") || location.contains(":")) {
            throw new IllegalArgumentException("location " + location + ": expected a relative path with slashes");
        }
        if (TAKEN.contains(location)) {
            throw new IllegalArgumentException("location " + location + ": the archive writes this file itself");
        }
    }
}
