package org.kindling.generators;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.kindling.network.InputException;

/**
 * A generator with all that is needed to use it, in one file ({@code .kgen}): its arrays, what it says of itself, and the model it
 * was made for. The file is an archive that {@code numpy.load} opens too, see {@link NumpyArchive}; its bytes depend on the content
 * alone. Reading needs no library for networks.
 */
public final class GeneratorFile {

    private static final String RECORD = "generator.json";
    private static final String MODEL = "model.xml";
    private static final String OTHER_FILE = "give a file that `kindling train` wrote";

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new Jdk8Module())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

    private final GeneratorRecord record;
    private final Generator generator;
    private final byte[] model;

    private GeneratorFile(GeneratorRecord record, Generator generator, byte[] model) {
        this.record = record;
        this.generator = generator;
        this.model = model;
    }

    /**
     * The file of a generator.
     *
     * @param record what it says of itself
     * @param generator the generator
     * @param model the SBML document of the model at its reference state; copied
     * @return the file, not written yet
     * @throws IllegalArgumentException if the record is not that of the generator
     */
    public static GeneratorFile of(GeneratorRecord record, Generator generator, byte[] model) {
        if (!fits(record, generator)) {
            throw new IllegalArgumentException("The record is not that of the generator.");
        }
        return new GeneratorFile(record, generator, model.clone());
    }

    private static boolean fits(GeneratorRecord record, Generator generator) {
        return record.shape().equals(GeneratorRecord.Shape.of(generator))
                && record.parameters().size() == generator.dimension();
    }

    /**
     * What the generator says of itself.
     *
     * @return the record
     */
    public GeneratorRecord record() {
        return record;
    }

    /**
     * The generator.
     *
     * @return the generator
     */
    public Generator generator() {
        return generator;
    }

    /**
     * The model that the generator was made for.
     *
     * @return a copy of the SBML document
     */
    public byte[] model() {
        return model.clone();
    }

    /**
     * Writes the file.
     *
     * @param out where it goes; stays open
     * @throws IOException if writing fails
     */
    public void write(OutputStream out) throws IOException {
        NumpyArchive.of(generator.arrays())
                .with(RECORD, JSON.writeValueAsBytes(record))
                .with(MODEL, model)
                .write(out);
    }

    /**
     * Reads a file.
     *
     * @param file the file
     * @return the generator with what belongs to it
     * @throws InputException if it is damaged, no generator, or of another version or family than this program knows
     * @throws IOException if it cannot be read
     */
    public static GeneratorFile read(Path file) throws IOException {
        NumpyArchive archive = NumpyArchive.read(file);
        byte[] model = document(archive, MODEL, file);
        GeneratorRecord record = record(document(archive, RECORD, file), file);
        refuseNonFinite(archive.arrays(), file);
        try {
            Generator generator = GeneratorFamilies.generator(record.shape().family(), archive.arrays());
            if (fits(record, generator)) {
                return new GeneratorFile(record, generator, model);
            }
        } catch (IllegalArgumentException refused) {
            throw new InputException(file.toString(), String.valueOf(refused.getMessage()), OTHER_FILE);
        }
        throw new InputException(file + ", entry " + RECORD, "does not fit the arrays beside it", OTHER_FILE);
    }

    private static byte[] document(NumpyArchive archive, String name, Path file) {
        return archive.document(name)
                .orElseThrow(() -> new InputException(file + ", entry " + name, "is missing", OTHER_FILE));
    }

    private static GeneratorRecord record(byte[] bytes, Path file) {
        String element = file + ", entry " + RECORD;
        try {
            int version = JSON.readTree(bytes).path("formatVersion").asInt();
            if (version != GeneratorRecord.FORMAT_VERSION) {
                throw new InputException(
                        element,
                        "has version " + version + " of the format and not " + GeneratorRecord.FORMAT_VERSION,
                        "read it with the version of Kindling that wrote it");
            }
            return JSON.readValue(bytes, GeneratorRecord.class);
        } catch (JsonProcessingException invalid) {
            throw new InputException(
                    element,
                    "is not understood ("
                            + invalid.getOriginalMessage().lines().findFirst().orElse("") + ")",
                    OTHER_FILE);
        } catch (IOException impossible) {
            throw new IllegalStateException("The bytes are in memory.", impossible);
        }
    }

    private static void refuseNonFinite(NamedArrays arrays, Path file) {
        for (String name : arrays.names()) {
            for (double number : arrays.numbers(name)) {
                if (!Double.isFinite(number)) {
                    throw new InputException(file + ", entry " + name + ".npy", "has the number " + number, OTHER_FILE);
                }
            }
        }
    }
}
