package org.kindling.ensemble;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kindling.ensemble.ArchiveEntry.Role;

/**
 * Writes a COMBINE archive (OMEX version 1): files, a manifest of their formats, and metadata.
 *
 * <p>The bytes depend on the files and the description alone: entries stand in the order given and carry the date of
 * the description. (The library de.uni-rostock.sbi:CombineArchive dates entries by the clock; in the tests it reads
 * what is written here.) Source: Bergmann et al. 2014,
 * <a href="https://doi.org/10.1186/s12859-014-0369-z">10.1186/s12859-014-0369-z</a>.
 */
public final class CombineArchiveWriter {

    private static final String SPECIFICATIONS = "http://identifiers.org/combine.specifications/";
    private static final String MANIFEST = "manifest.xml";
    private static final String METADATA = "metadata.rdf";

    /** The first date a zip file can hold without an extension that depends on the time zone. */
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

    private CombineArchiveWriter() {}

    /**
     * Writes an archive.
     *
     * @param entries the files, in the order they shall stand
     * @param description what the archive says about itself
     * @param out where it goes; stays open
     * @throws IllegalArgumentException if two entries share a location
     * @throws IOException if a file cannot be read or writing fails
     */
    public static void write(List<ArchiveEntry> entries, ArchiveDescription description, OutputStream out)
            throws IOException {
        refuseSharedLocations(entries);
        ZipOutputStream zip = new ZipOutputStream(out);
        LocalDateTime date = LocalDateTime.ofInstant(description.modified(), ZoneOffset.UTC);
        begin(zip, MANIFEST, date);
        writeManifest(entries, zip);
        begin(zip, METADATA, date);
        OmexMetadata.write(description, zip);
        for (ArchiveEntry entry : entries) {
            begin(zip, entry.location(), date);
            Files.copy(entry.file(), zip);
        }
        zip.finish();
    }

    private static void refuseSharedLocations(List<ArchiveEntry> entries) {
        Set<String> seen = new HashSet<>();
        for (ArchiveEntry entry : entries) {
            if (!seen.add(entry.location())) {
                throw new IllegalArgumentException("location " + entry.location() + ": two entries share it");
            }
        }
    }

    /** Local time, because that is what zip files hold: it does not depend on the time zone of the machine. */
    private static void begin(ZipOutputStream zip, String location, LocalDateTime date) throws IOException {
        ZipEntry entry = new ZipEntry(location);
        entry.setTimeLocal(date.isBefore(EARLIEST) ? EARLIEST : date);
        zip.putNextEntry(entry);
    }

    /** The manifest does not list itself: validators differ on whether it may, and none asks for it. */
    private static void writeManifest(List<ArchiveEntry> entries, OutputStream out) throws IOException {
        try (XmlText xml = XmlText.of(out)) {
            xml.open("omexManifest", "xmlns", SPECIFICATIONS + "omex-manifest");
            xml.empty("content", "location", ".", "format", SPECIFICATIONS + "omex");
            xml.empty("content", "location", "./" + METADATA, "format", SPECIFICATIONS + "omex-metadata");
            for (ArchiveEntry entry : entries) {
                String master = Boolean.toString(entry.role() == Role.MASTER);
                xml.empty("content", "location", "./" + entry.location(), "format", entry.format(), "master", master);
            }
            xml.end();
        }
    }
}
