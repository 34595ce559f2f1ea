package org.kindling.copasi;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.kindling.copasi.worker.BindingsWorker;

/** Finds COPASI's Java bindings: a jar and a native library that fit this machine. */
final class BindingsEngine {

    private static final String DOWNLOAD =
            "unpack COPASI-<version>-Java-Bindings for this system from copasi.org/Download and set "
                    + EngineOptions.BINDINGS_VARIABLE + " to its folder, or to copasi.jar" + File.pathSeparator
                    + "<native library>";

    private static final String AGAIN = "fetch the bindings again, for they are damaged: " + DOWNLOAD;

    private static final String JAR = "copasi.jar";

    /** The jar may lie a few folders below the one named, as in the archives of copasi.org. */
    private static final int DEPTH = 4;

    /** The worker itself needs little; what COPASI allocates is not on Java's heap. */
    private static final String HEAP = "-Xmx256m";

    private final EngineOptions options;
    private final WorkerLimits limits;

    BindingsEngine(EngineOptions options, WorkerLimits limits) {
        this.options = options;
        this.limits = limits;
    }

    Engine find() throws Unusable, InterruptedException {
        String given = options.chosen(options.bindings(), EngineOptions.BINDINGS_VARIABLE)
                .orElseThrow(() -> new Unusable(EngineOptions.BINDINGS_VARIABLE + " is not set", DOWNLOAD));
        Path jar;
        Path library;
        String[] pair = given.split(File.pathSeparator);
        if (pair.length == 2) {
            jar = existing(Path.of(pair[0]));
            library = existing(Path.of(pair[1]));
        } else {
            Path folder = existing(Path.of(given));
            jar = within(folder, JAR);
            library = within(folder, System.mapLibraryName("CopasiJava"), "libCopasiJava.jnilib");
        }
        checkJar(jar);
        checkLibrary(library);
        WorkerLaunch launch = new WorkerLaunch(command(jar, library), List.of());
        try {
            return Engine.of(EngineKind.BINDINGS, launch.version(limits), jar + ", " + library, launch::start);
        } catch (WorkerFailure failure) {
            throw new Unusable(library + ": " + failure.reason(), remedy(failure.reason()));
        }
    }

    private static Path existing(Path path) throws Unusable {
        if (!Files.exists(path)) {
            throw new Unusable("there is no " + path, DOWNLOAD);
        }
        return path;
    }

    private static Path within(Path folder, String... names) throws Unusable {
        List<String> wanted = List.of(names);
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.filter(file -> wanted.contains(String.valueOf(file.getFileName())))
                    .sorted()
                    .findFirst()
                    .orElseThrow(() -> new Unusable("there is no " + names[0] + " in " + folder, DOWNLOAD));
        } catch (IOException unreadable) {
            throw new Unusable(folder + " cannot be read: " + unreadable.getMessage(), DOWNLOAD);
        }
    }

    private static void checkJar(Path jar) throws Unusable {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            if (zip.getEntry("org/COPASI/COPASIJNI.class") == null) {
                throw new Unusable(jar + " does not hold COPASI's classes", DOWNLOAD);
            }
        } catch (ZipException damaged) {
            throw new Unusable(jar + " is damaged or incomplete: " + damaged.getMessage(), AGAIN);
        } catch (IOException unreadable) {
            throw new Unusable(jar + " cannot be read: " + unreadable.getMessage(), DOWNLOAD);
        }
    }

    private static void checkLibrary(Path library) throws Unusable {
        try {
            Optional<String> mismatch = NativeLibrary.of(library).mismatch(NativeLibrary.Target.ofThisMachine());
            if (mismatch.isPresent()) {
                throw new Unusable(library + " " + mismatch.get(), DOWNLOAD);
            }
        } catch (IOException unreadable) {
            throw new Unusable(library + " cannot be read: " + unreadable.getMessage(), DOWNLOAD);
        }
    }

    /** What to do about the words of the system's loader. */
    private static String remedy(String reason) {
        String words = reason.toLowerCase(Locale.ROOT);
        if (words.contains("system policy") || words.contains("code signature") || words.contains("quarantine")) {
            return "macOS holds downloaded libraries back; release this one with"
                    + " `xattr -d com.apple.quarantine` and its path";
        }
        if (words.contains("dependent libraries")) {
            return "install the Microsoft Visual C++ runtime (vc_redist) for this system";
        }
        if (words.contains("file too short") || words.contains("invalid elf") || words.contains("in a crash")) {
            return AGAIN;
        }
        if (words.contains("glibc")) {
            return "this system's C library is older than the one that the bindings were built for (glibc 2.28);"
                    + " use python-copasi, or a newer system";
        }
        return DOWNLOAD;
    }

    private static List<String> command(Path jar, Path library) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                // A crash of COPASI is told by the exit code; it leaves no file behind.
                "-XX:+SuppressFatalErrorMessage",
                "-cp",
                classPath(),
                BindingsWorker.class.getName(),
                jar.toAbsolutePath().toString(),
                library.toAbsolutePath().toString());
    }

    /** Where this program and its JSON library lie. */
    private static String classPath() {
        return Stream.of(
                        BindingsWorker.class,
                        com.fasterxml.jackson.databind.json.JsonMapper.class,
                        com.fasterxml.jackson.core.JsonFactory.class,
                        com.fasterxml.jackson.annotation.JsonInclude.class)
                .map(BindingsEngine::location)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String location(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException unwritable) {
            throw new IllegalStateException("The place of " + type + " is no path.", unwritable);
        }
    }
}
