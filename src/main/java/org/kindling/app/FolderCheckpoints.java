package org.kindling.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.kindling.ensemble.AtomicFile;
import org.kindling.generators.NamedArrays;
import org.kindling.generators.NumpyArchive;
import org.kindling.generators.TrainingRun;
import org.kindling.network.InputException;

/** The last state of a training, in the folder that it fills; with the time that it has taken. */
final class FolderCheckpoints implements TrainingRun.Checkpoints {

    private static final String FOLDER = "checkpoint";
    private static final String STATE = "training.npz";
    private static final String KEY = "key.txt";
    private static final String SECONDS = "seconds";

    private final Path folder;
    private final String key;
    private final long start = System.nanoTime();
    private double before;

    private FolderCheckpoints(Path folder, String key) {
        this.folder = folder;
        this.key = key;
    }

    /**
     * The checkpoints of a run.
     *
     * @param run the partial folder
     * @param key the hash of everything that the outcome depends on
     */
    static FolderCheckpoints of(Path run, String key) throws IOException {
        return new FolderCheckpoints(Files.createDirectories(run.resolve(FOLDER)), key);
    }

    @Override
    public Optional<NamedArrays> load() throws IOException {
        Path file = folder.resolve(STATE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        NumpyArchive archive = NumpyArchive.read(file);
        String kept = archive.document(KEY)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        if (!kept.equals(key)) {
            throw new InputException(
                    folder.toString(),
                    "the interrupted training had another model or other options",
                    "resume it with the same ones, or start afresh with --force");
        }
        before = archive.arrays().number(SECONDS);
        return Optional.of(archive.arrays());
    }

    @Override
    public void save(NamedArrays state) throws IOException {
        NumpyArchive archive = NumpyArchive.of(state.with(SECONDS, new double[] {seconds()}))
                .with(KEY, key.getBytes(StandardCharsets.UTF_8));
        AtomicFile.write(folder.resolve(STATE), archive::write);
    }

    /** How long the training has taken, over all processes. */
    double seconds() {
        return before + (System.nanoTime() - start) / 1e9;
    }

    /** Removes everything, also what a killed process has left half written. */
    void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
