package org.kindling.sbml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of the SBML document in a file that may be plain, compressed with gzip, or a COMBINE archive; told apart by
 * their first bytes, not by their names.
 */
final class SourceFile {

    /** Most bytes of a document, also after decompression; the largest published models have some tens of megabytes. */
    static final int MOST_BYTES = 64 << 20;

    private SourceFile() {}

    /** Returns the bytes of the document. */
    static byte[] bytes(Path path, Inspection inspection) {
        try {
            if (!Files.exists(path)) {
                throw inspection.refusal("there is no such file", "check the path");
            }
            if (!Files.isRegularFile(path)) {
                throw inspection.refusal("this is not a file", "give the path of an SBML file");
            }
            if (Files.size(path) > MOST_BYTES) {
                throw tooLarge(inspection);
            }
            byte[] bytes = Files.readAllBytes(path);
            if (startsWith(bytes, 'P', 'K')) {
                CombineArchive archive = CombineArchive.of(path, inspection);
                return archive.bytes(archive.main("sbml"));
            }
            return startsWith(bytes, 0x1F, 0x8B) ? gunzip(bytes, inspection) : bytes;
        } catch (IOException e) {
            throw inspection.refusal("cannot be read (" + e.getMessage() + ")", "check the path and its permissions");
        }
    }

    /** Reads a stream to its end, but no more than {@link #MOST_BYTES}. */
    static byte[] bounded(InputStream stream, Inspection inspection) throws IOException {
        byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw tooLarge(inspection);
        }
        return bytes;
    }

    private static byte[] gunzip(byte[] bytes, Inspection inspection) {
        try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return bounded(stream, inspection);
        } catch (IOException e) {
            throw inspection.refusal("damaged gzip file (" + e.getMessage() + ")", "fetch the file again");
        }
    }

    private static SbmlException tooLarge(Inspection inspection) {
        return inspection.refusal(
                "larger than " + (MOST_BYTES >> 20) + " MB", "remove what is not needed for kinetics, such as layouts");
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
