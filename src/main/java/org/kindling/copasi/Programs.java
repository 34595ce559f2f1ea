package org.kindling.copasi;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs by name, as a shell finds them. */
final class Programs {

    private Programs() {}

    /** The program of a path, or of a plain name on the PATH. */
    static Optional<String> resolve(String name, Map<String, String> environment) {
        if (name.contains("/") || name.contains(File.separator)) {
            return executable(Path.of(name)).map(Path::toString);
        }
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> Stream.of(name, name + ".exe").map(file -> path(folder, file)))
                .flatMap(Optional::stream)
                .flatMap(path -> executable(path).stream())
                .findFirst()
                .map(Path::toString);
    }

    private static Optional<Path> path(String folder, String file) {
        try {
            return Optional.of(Path.of(folder, file));
        } catch (InvalidPathException notOne) {
            return Optional.empty();
        }
    }

    private static Optional<Path> executable(Path path) {
        return Files.isRegularFile(path) && Files.isExecutable(path) ? Optional.of(path) : Optional.empty();
    }
}
