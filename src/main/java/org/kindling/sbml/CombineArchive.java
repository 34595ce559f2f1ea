package org.kindling.sbml;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jdom2.Document;
import org.jdom2.Element;

/**
 * A COMBINE archive (Bergmann et al. 2014, <a href="https://doi.org/10.1186/s12859-014-0369-z">10.1186/s12859-014-0369-z
 * </a>), read in memory: nothing is unpacked to disk, and an archive that two programs could read differently is refused.
 */
public final class CombineArchive {

    private static final int MOST_ENTRIES = 10_000;

    /** Most bytes of all entries together. */
    private static final long MOST_TOTAL_BYTES = 1L << 30;

    /** Largest ratio of an entry's size to its compressed size; XML seldom exceeds 50, deflate ends at 1,032. */
    private static final int LARGEST_RATIO = 200;

    /** Entries below this size are never bombs. */
    private static final int HARMLESS_BYTES = 1 << 20;

    private static final String AGAIN = "fetch the archive again, or pack it again with a COMBINE tool";

    private final Path file;
    private final Inspection inspection;
    private final List<String> locations;

    private CombineArchive(Path file, Inspection inspection) {
        this.file = file;
        this.inspection = inspection;
        this.locations = read(zip -> {
            List<String> names = directory(zip);
            compareWithContents(file, names);
            return names;
        });
    }

    /**
     * Returns the archive in a file.
     *
     * @throws SbmlException if the archive is damaged, hostile or too large
     */
    public static CombineArchive of(Path file) {
        return of(file, new Inspection(String.valueOf(file.getFileName())));
    }

    static CombineArchive of(Path file, Inspection inspection) {
        return new CombineArchive(file, inspection);
    }

    /** Returns whether the archive has an entry at a location such as {@code models/base.xml}. */
    public boolean contains(String location) {
        return locations.contains(location);
    }

    /**
     * Returns the location of the one file of a format that is meant: the master, or the only one.
     *
     * @param format what the format's name contains, such as {@code sbml}
     * @throws SbmlException if the manifest lists none that is there, or several
     */
    public String main(String format) {
        List<String> candidates = candidates(format);
        String name = format.toUpperCase(Locale.ROOT);
        if (candidates.size() != 1) {
            throw inspection.refusal(
                    candidates.isEmpty()
                            ? "the archive's manifest lists no " + name + " file that is in it"
                            : "the archive has " + candidates.size() + " " + name + " files that could be meant: "
                                    + String.join(", ", candidates),
                    "mark one as master in manifest.xml, or take it out of the archive and give that");
        }
        return candidates.get(0);
    }

    /**
     * Returns the locations of the files of a format that are meant: those marked as master, or where none is, all of them.
     *
     * @param format what the format's name contains, such as {@code sed-ml}
     * @throws SbmlException if the manifest is missing or damaged
     */
    public List<String> all(String format) {
        return List.copyOf(candidates(format));
    }

    /**
     * Returns whether the manifest lists a file of a format that is there.
     *
     * @param format what the format's name contains, such as {@code sbml}
     */
    public boolean lists(String format) {
        return !candidates(format).isEmpty();
    }

    /**
     * Returns the bytes of an entry.
     *
     * @throws SbmlException if there is none, or it is damaged or too large
     */
    public byte[] bytes(String location) {
        return read(zip -> entry(zip, location));
    }

    private <T> T read(ZipReading<T> reading) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return reading.of(zip);
        } catch (ZipException e) {
            throw inspection.refusal("damaged archive (" + e.getMessage() + ")", AGAIN);
        } catch (IOException e) {
            throw inspection.refusal("cannot be read (" + e.getMessage() + ")", "check the path and its permissions");
        }
    }

    /** Takes something out of an open archive. */
    @FunctionalInterface
    private interface ZipReading<T> {
        T of(ZipFile zip) throws IOException;
    }

    private List<String> directory(ZipFile zip) {
        List<String> names = new ArrayList<>();
        long total = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            checkName(entry.getName());
            checkSize(entry);
            total += Math.max(entry.getSize(), 0);
            names.add(entry.getName());
            if (names.size() > MOST_ENTRIES || total > MOST_TOTAL_BYTES) {
                throw inspection.refusal(
                        "more than " + MOST_ENTRIES + " entries or " + (MOST_TOTAL_BYTES >> 20) + " MB in the archive",
                        "take the model out of the archive and give that");
            }
        }
        return names;
    }

    private void checkName(String name) {
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw inspection.refusal(
                    "the archive's entry '" + PlainText.id(name) + "' has control characters in its name",
                    "do not trust this archive; pack the model again");
        }
        boolean leaves = name.startsWith("/") || name.contains("\\") || name.matches("[A-Za-z]:.*");
        for (String step : name.split("/", -1)) {
            leaves |= step.equals("..");
        }
        if (leaves) {
            throw inspection.refusal(
                    "the archive's entry '" + PlainText.id(name) + "' points outside the archive",
                    "do not trust this archive; pack the model again");
        }
    }

    private void checkSize(ZipEntry entry) {
        long packed = Math.max(entry.getCompressedSize(), 1);
        boolean bomb = entry.getSize() > HARMLESS_BYTES && entry.getSize() / packed > LARGEST_RATIO;
        if (bomb) {
            throw inspection.refusal(
                    "the archive's entry '" + PlainText.id(entry.getName()) + "' unpacks to " + (entry.getSize() >> 20)
                            + " MB, " + entry.getSize() / packed + " times its size",
                    "take the model out of the archive and give that, if you trust it");
        }
    }

    /** Walks the entries as they lie in the file: names and check sums must be those of the directory at its end. */
    private void compareWithContents(Path archive, List<String> names) throws IOException {
        Set<String> left = new HashSet<>();
        for (String name : names) {
            if (!left.add(name)) {
                throw inspection.refusal("two entries of the archive are named '" + PlainText.id(name) + "'", AGAIN);
            }
        }
        try (ZipInputStream stream = new ZipInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
            long total = 0;
            for (ZipEntry entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                if (!left.remove(entry.getName())) {
                    throw inspection.refusal(
                            "the archive's directory does not list its entry '" + PlainText.id(entry.getName()) + "'",
                            AGAIN);
                }
                total += drain(stream, MOST_TOTAL_BYTES - total);
            }
        }
        if (!left.isEmpty()) {
            throw inspection.refusal("the archive lacks an entry of its directory", AGAIN);
        }
    }

    private long drain(InputStream stream, long most) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long total = 0;
        for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
            total += n;
            if (total > most) {
                throw inspection.refusal("the archive unpacks to more than it says", AGAIN);
            }
        }
        return total;
    }

    private byte[] entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw inspection.refusal("the archive has no entry '" + PlainText.id(name) + "'", AGAIN);
        }
        try (InputStream stream = zip.getInputStream(entry)) {
            byte[] bytes = SourceFile.bounded(stream, inspection);
            CRC32 sum = new CRC32();
            sum.update(bytes);
            if (sum.getValue() != entry.getCrc()) {
                throw inspection.refusal("wrong check sum of the archive's entry '" + PlainText.id(name) + "'", AGAIN);
            }
            return bytes;
        }
    }

    /** The masters of a format, or where none is marked all files of it. */
    private List<String> candidates(String format) {
        Document manifest = XmlTree.parse(SourceText.decode(bytes("manifest.xml"), inspection), inspection);
        List<String> files = new ArrayList<>();
        List<String> masters = new ArrayList<>();
        for (Element content : manifest.getRootElement().getChildren()) {
            String itsFormat = content.getAttributeValue("format", "").toLowerCase(Locale.ROOT);
            String location = entryName(content.getAttributeValue("location", ""));
            if (content.getName().equals("content") && itsFormat.contains(format) && contains(location)) {
                files.add(location);
                if (content.getAttributeValue("master", "").trim().equals("true")) {
                    masters.add(location);
                }
            }
        }
        return masters.isEmpty() ? files : masters;
    }

    private static String entryName(String location) {
        return location.startsWith("./") ? location.substring(2) : location;
    }
}
