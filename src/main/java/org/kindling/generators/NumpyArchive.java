package org.kindling.generators;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.kindling.network.InputException;

/**
 * Arrays, and documents beside them, in one file: a ZIP archive in NumPy's form .npz, which {@code numpy.load} opens. Immutable.
 *
 * <p>The bytes depend on the content alone: entries stand in the order given, carry the first date that a ZIP file can hold, and
 * are not compressed, since the bytes of a compressed entry depend on the library that compressed it.
 */
public final class NumpyArchive {

    private static final String ARRAY = ".npy";

    /** The first date a ZIP file can hold without an extension that depends on the time zone. */
    private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** More than any generator has; a network has two arrays a layer. */
    private static final int MOST_ENTRIES = 10_000;

    /** A quarter of a gigabyte: the largest generator of the literature has 2 million weights, 8 MB. */
    private static final int MOST_BYTES = 1 << 28;

    /** Most bytes of all entries together. */
    private static final long MOST_TOTAL_BYTES = 1L << 30;

    private static final String AGAIN = "take the file anew from where it was written";

    private final NamedArrays arrays;
    private final Map<String, byte[]> documents;

    private NumpyArchive(NamedArrays arrays, Map<String, byte[]> documents) {
        this.arrays = arrays;
        this.documents = documents;
    }

    /**
     * An archive of arrays.
     *
     * @param arrays the arrays
     * @return the archive, without documents
     */
    public static NumpyArchive of(NamedArrays arrays) {
        return new NumpyArchive(arrays, Map.of());
    }

    /**
     * This archive with another document.
     *
     * @param name the name of its entry, which must not end in {@code .npy}
     * @param bytes what stands in it; copied
     * @return the archive
     */
    public NumpyArchive with(String name, byte[] bytes) {
        if (name.endsWith(ARRAY)) {
            throw new IllegalArgumentException("document " + name + ": expected a name that no array has");
        }
        Map<String, byte[]> more = new LinkedHashMap<>(documents);
        more.put(name, bytes.clone());
        return new NumpyArchive(arrays, more);
    }

    /**
     * The arrays.
     *
     * @return the arrays in the order of the file
     */
    public NamedArrays arrays() {
        return arrays;
    }

    /**
     * A document.
     *
     * @param name the name of its entry
     * @return a copy of its bytes, if it is there
     */
    public Optional<byte[]> document(String name) {
        return Optional.ofNullable(documents.get(name)).map(byte[]::clone);
    }

    /**
     * Writes the archive: documents first, then arrays.
     *
     * @param out where it goes; stays open
     * @throws IOException if writing fails
     */
    public void write(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Map.Entry<String, byte[]> document : documents.entrySet()) {
            store(zip, document.getKey(), document.getValue());
        }
        for (String name : arrays.names()) {
            store(zip, name + ARRAY, NumpyArray.bytes(arrays, name));
        }
        zip.finish();
    }

    private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(EARLIEST);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(checksum(bytes));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static long checksum(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes);
        return checksum.getValue();
    }

    /**
     * Reads an archive.
     *
     * @param file the file
     * @return the archive
     * @throws InputException if it is damaged, too large, or an array in it is no array of floating-point numbers
     * @throws IOException if it cannot be read
     */
    public static NumpyArchive read(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return read(zip, file);
        } catch (ZipException | EOFException damaged) {
            throw new InputException(file.toString(), "is no whole archive (" + damaged.getMessage() + ")", AGAIN);
        }
    }

    private static NumpyArchive read(ZipFile zip, Path file) throws IOException {
        NamedArrays arrays = NamedArrays.EMPTY;
        Map<String, byte[]> documents = new LinkedHashMap<>();
        Set<String> names = new HashSet<>();
        long total = 0;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            byte[] bytes = bytes(zip, entry, file);
            total += bytes.length;
            if (total > MOST_TOTAL_BYTES || names.size() >= MOST_ENTRIES) {
                throw new InputException(
                        file.toString(),
                        "has more than " + MOST_ENTRIES + " entries or " + (MOST_TOTAL_BYTES >> 20) + " MB",
                        "give a file that Kindling wrote");
            }
            if (!names.add(name)) {
                throw new InputException(file + ", entry " + name, "is there twice", AGAIN);
            }
            if (name.endsWith(ARRAY)) {
                arrays = array(arrays, name, bytes, file);
            } else {
                documents.put(name, bytes);
            }
        }
        return new NumpyArchive(arrays, documents);
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry, Path file) throws IOException {
        String element = file + ", entry " + entry.getName();
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new InputException(
                        element, "is larger than " + (MOST_BYTES >> 20) + " MB", "give a file that Kindling wrote");
            }
            if (checksum(bytes) != entry.getCrc()) {
                throw new InputException(element, "is damaged: its bytes do not fit their checksum", AGAIN);
            }
            return bytes;
        } catch (ZipException | EOFException damaged) {
            throw new InputException(element, "is damaged (" + damaged.getMessage() + ")", AGAIN);
        }
    }

    private static NamedArrays array(NamedArrays arrays, String name, byte[] bytes, Path file) {
        try {
            return NumpyArray.read(arrays, name.substring(0, name.length() - ARRAY.length()), bytes);
        } catch (IllegalArgumentException refused) {
            throw new InputException(file + ", entry " + name, String.valueOf(refused.getMessage()), AGAIN);
        }
    }
}
