package org.kindling.ensemble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a run folder is as it was written.
 *
 * @param manifest what the folder says of itself
 * @param faults files that are missing or changed, in words; none if the folder is whole
 */
public record RunCheck(Manifest manifest, List<String> faults) {

    /**
     * Creates the outcome of a check.
     *
     * <p>The list is copied.
     */
    public RunCheck {
        faults = List.copyOf(faults);
    }

    /**
     * Checks a run folder against the hashes of its manifest.
     *
     * @param folder the run folder
     * @return the outcome
     * @throws IOException if a file cannot be read
     */
    public static RunCheck of(Path folder) throws IOException {
        Manifest manifest = Manifest.read(folder);
        List<String> faults = new ArrayList<>();
        for (Manifest.FileEntry entry : manifest.files()) {
            Path file = folder.resolve(entry.path()).normalize();
            if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
                faults.add(entry.path() + " is missing");
            } else if (!Sha256.of(file).equals(entry.sha256())) {
                faults.add(entry.path() + " has changed");
            }
        }
        return new RunCheck(manifest, faults);
    }

    /**
     * Whether every file is as it was written.
     *
     * @return whether there are no faults
     */
    public boolean whole() {
        return faults.isEmpty();
    }
}
