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
 * The one SBML model of a COMBINE archive (Bergmann et al. 2014, doi:10.1186/s12859-014-0369-z), read in memory: nothing
 * is unpacked to disk, and an archive that two programs could read differently is refused.
 */
final class MasterModel {

    private static final int MOST_ENTRIES = 10_000;

    /** Most bytes of all entries together. */
    private static final long MOST_TOTAL_BYTES = 1L << 30;

    /** Largest ratio of an entry's size to its compressed size; XML seldom exceeds 50, deflate ends at 1,032. */
    private static final int LARGEST_RATIO = 200;

    /** Entries below this size are never bombs. */
    private static final int HARMLESS_BYTES = 1 << 20;

    private static final String AGAIN = "fetch the archive again, or pack it again with a COMBINE tool";

    private final Inspection inspection;

    private MasterModel(Inspection inspection) {
        this.inspection = inspection;
    }

    /** Returns the bytes of the archive's master SBML file, or of its only one. */
    static byte[] bytes(Path archive, Inspection inspection) throws IOException {
        MasterModel reader = new MasterModel(inspection);
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            List<String> names = reader.directory(zip);
            reader.compareWithContents(archive, names);
            byte[] manifest = reader.entry(zip, "manifest.xml");
            return reader.entry(zip, reader.master(manifest, names));
        } catch (ZipException e) {
            throw inspection.refusal("damaged archive (" + e.getMessage() + ")", AGAIN);
        }
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

    private String master(byte[] manifest, List<String> names) {
        Document document = XmlTree.parse(SourceText.decode(manifest, inspection), inspection);
        List<String> models = new ArrayList<>();
        List<String> masters = new ArrayList<>();
        for (Element content : document.getRootElement().getChildren()) {
            String format = content.getAttributeValue("format", "").toLowerCase(Locale.ROOT);
            String location = entryName(content.getAttributeValue("location", ""));
            if (content.getName().equals("content") && format.contains("sbml") && names.contains(location)) {
                models.add(location);
                if (content.getAttributeValue("master", "").trim().equals("true")) {
                    masters.add(location);
                }
            }
        }
        List<String> candidates = masters.isEmpty() ? models : masters;
        if (candidates.size() != 1) {
            throw inspection.refusal(
                    candidates.isEmpty()
                            ? "the archive's manifest lists no SBML file that is in it"
                            : "the archive has " + candidates.size() + " SBML files that could be meant: "
                                    + String.join(", ", candidates),
                    "mark one as master in manifest.xml, or take it out of the archive and give that");
        }
        return candidates.get(0);
    }

    private static String entryName(String location) {
        return location.startsWith("./") ? location.substring(2) : location;
    }
}
