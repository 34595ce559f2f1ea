package org.kindling.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kindling.ensemble.Manifest;
import org.kindling.ensemble.Sha256;

/** What is in a folder, to compare two of them. */
public final class FolderContent {

    private FolderContent() {}

    /** The hash of every file but the manifest, which holds run times, by its path in the folder. */
    public static Map<String, String> hashed(Path folder) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(folder.relativize(file).toString(), Sha256.of(file));
            }
        }
        hashes.remove(Manifest.NAME);
        return hashes;
    }

    /** The names in a folder. */
    public static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
