package org.kindling.ensemble;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindling.dynamics.Criterion;
import org.kindling.network.InputException;

/**
 * What a run folder says of itself: {@code manifest.json}. Its components are the keys of the file.
 *
 * @param schemaVersion the version of this form
 * @param provenance what made the run, from what
 * @param files every other file of the folder with its hash
 * @param counts how many sets passed each filter
 * @param incidence the share of valid sets among those drawn
 * @param spectra how the spectra were found and checked
 * @param jacobians how many Jacobians the run took
 * @param seconds how long drawing took
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Manifest(
        int schemaVersion,
        Provenance provenance,
        List<FileEntry> files,
        Counts counts,
        Incidence incidence,
        Spectra spectra,
        long jacobians,
        double seconds) {

    /** The name of the file. */
    public static final String NAME = "manifest.json";

    /** The version of the form that this program writes. */
    public static final int SCHEMA_VERSION = 1;

    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(new Jdk8Module()).enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * What made a run.
     *
     * @param software the program and what it ran on
     * @param commandLine what the user typed
     * @param configuration every option with its value
     * @param seed the seed of all random numbers
     * @param randomAlgorithm what they were made with
     * @param date the date that the files carry
     * @param model the model
     * @param inputs the files that were read, the model first
     */
    public record Provenance(
            Software software,
            List<String> commandLine,
            Map<String, Object> configuration,
            long seed,
            String randomAlgorithm,
            String date,
            ModelEntry model,
            List<FileEntry> inputs) {}

    /**
     * The program and what it ran on.
     *
     * @param program the program and its version
     * @param platform the Java runtime and the operating system
     * @param libraries the versions of the libraries that numbers or files depend on
     */
    public record Software(String program, String platform, Map<String, String> libraries) {}

    /**
     * The model that a run is of.
     *
     * @param id its id
     * @param timeUnit its unit of time
     * @param remarks what of the file is ignored or questionable, and why
     */
    public record ModelEntry(String id, String timeUnit, List<String> remarks) {}

    /**
     * A file.
     *
     * @param path its path, in a run folder relative to it
     * @param sha256 the SHA-256 of its bytes, in hexadecimal
     * @param bytes its length
     */
    public record FileEntry(String path, String sha256, long bytes) {

        /**
         * The entry of a file.
         *
         * @param name what the entry calls it
         * @param file the file
         * @return the entry
         * @throws IOException if the file cannot be read
         */
        public static FileEntry of(String name, Path file) throws IOException {
            return new FileEntry(name, Sha256.of(file), Files.size(file));
        }
    }

    /**
     * How many sets passed each filter.
     *
     * @param drawn all that were drawn
     * @param steady those that can give the reference fluxes
     * @param stable those whose reference state is stable
     * @param valid those that meet the criterion as well
     * @param written those that were written as models
     */
    public record Counts(long drawn, long steady, long stable, long valid, long written) {}

    /**
     * A share with its interval.
     *
     * @param value the share of valid sets among those drawn
     * @param low the lower end of its 95 % interval
     * @param high the upper end of its 95 % interval
     * @param lift how many times that of a population it is, where sets were drawn within a rule
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Incidence(double value, double low, double high, Optional<Lift> lift) {

        /**
         * A share that is compared with none.
         *
         * @param value the share of valid sets among those drawn
         * @param low the lower end of its 95 % interval
         * @param high the upper end of its 95 % interval
         */
        public Incidence(double value, double low, double high) {
            this(value, low, high, Optional.empty());
        }
    }

    /**
     * By what a rule raises the incidence.
     *
     * @param value the share of valid sets within the rule over that in the population, both among sets with a spectrum
     * @param low the lower end of its 95 % interval
     * @param high the upper end of its 95 % interval
     * @param population the share in the population that the rule was learnt from
     */
    public record Lift(double value, double low, double high, double population) {}

    /**
     * How spectra were found and checked.
     *
     * @param criterion what a valid set must meet, in words
     * @param bounds the same in numbers
     * @param lambdaMax the spectral abscissa of the model as read, unit 1 / time
     * @param selfCheckedSets how many sets had their eigenpair checked in extended precision
     * @param selfCheckLargestError the largest relative error of a spectral abscissa that this found
     */
    public record Spectra(
            String criterion, Bounds bounds, double lambdaMax, long selfCheckedSets, double selfCheckLargestError) {}

    /**
     * A criterion in numbers, unit 1 / time of the model.
     *
     * @param highestLambdaMax the spectral abscissa must not exceed this
     * @param lowestLambdaMax the spectral abscissa must not be below this; absent if there is no such bound
     * @param lowestLambdaMin no real part may be below this; absent if there is no such bound
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Bounds(double highestLambdaMax, Optional<Double> lowestLambdaMax, Optional<Double> lowestLambdaMin) {

        /**
         * The bounds of a criterion.
         *
         * @param criterion the criterion
         * @return its numbers
         */
        public static Bounds of(Criterion criterion) {
            return new Bounds(
                    criterion.highestAbscissa(), finite(criterion.lowestAbscissa()), finite(criterion.lowestReal()));
        }

        private static Optional<Double> finite(double bound) {
            return Double.isFinite(bound) ? Optional.of(bound) : Optional.empty();
        }

        /**
         * The criterion.
         *
         * @return what a valid set must meet
         */
        public Criterion criterion() {
            return new Criterion(
                    lowestLambdaMax.orElse(Double.NEGATIVE_INFINITY),
                    highestLambdaMax,
                    lowestLambdaMin.orElse(Double.NEGATIVE_INFINITY));
        }
    }

    /**
     * Writes the manifest of a folder.
     *
     * @param folder the run folder
     * @throws IOException if it cannot be written
     */
    public void write(Path folder) throws IOException {
        AtomicFile.write(folder.resolve(NAME), out -> out.write(JSON.writeValueAsBytes(this)));
    }

    /**
     * Reads the manifest of a folder.
     *
     * @param folder the run folder
     * @return the manifest
     * @throws InputException if the folder has none that can be read
     */
    public static Manifest read(Path folder) {
        Path file = folder.resolve(NAME);
        try {
            Manifest manifest = JSON.readValue(file.toFile(), Manifest.class);
            if (manifest.schemaVersion() != SCHEMA_VERSION) {
                throw new InputException(
                        file.toString(),
                        "has schema version " + manifest.schemaVersion() + " and not " + SCHEMA_VERSION,
                        "read it with the version of Kindling that wrote it");
            }
            return manifest;
        } catch (IOException failure) {
            String reason =
                    String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
            throw new InputException(
                    folder.toString(), "is no run folder: " + reason, "give a folder that Kindling wrote");
        }
    }
}
