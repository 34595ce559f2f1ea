package org.kindling.app.cytoscape;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindling.app.Version;
import org.kindling.network.InputException;
import org.kindling.sampling.Progress;

/**
 * The distribution of Kindling beside the app: it holds the libraries that training needs, which are too large for a bundle and do not
 * work inside of one.
 *
 * @param jar what Java starts
 */
record Distribution(Path jar) {

    /** The setting in Cytoscape's properties, also a system property. */
    static final String SETTING = "kindling.home";

    /** The environment variable, which counts where there is no setting. */
    static final String VARIABLE = "KINDLING_HOME";

    /** Long enough for a training to store what it has; it is discarded then, but not under its hands. */
    private static final long PATIENCE_SECONDS = 20;

    private static final Pattern PROGRESS = Pattern.compile("([0-9,]+) of ([0-9,]+) .*");

    /** Where the jar is in an unpacked distribution, and in a checkout that was built. */
    private static final List<String> PLACES = List.of("kindling.jar", "target/kindling.jar");

    /**
     * Finds the distribution.
     *
     * @param given the folder that a command was given, else blank
     * @param setting what Cytoscape's properties say
     * @throws InputException if nothing says where it is, or it is not there, or is of another version
     */
    static Distribution of(String given, Optional<String> setting) throws IOException {
        String home = Optional.of(given)
                .filter(text -> !text.isBlank())
                .or(() -> setting.filter(text -> !text.isBlank()))
                .or(() -> Optional.ofNullable(System.getProperty(SETTING)))
                .or(() -> Optional.ofNullable(System.getenv(VARIABLE)))
                .orElseThrow(() -> new InputException(
                        SETTING,
                        "is not set, and training needs the distribution of Kindling beside the app",
                        "unpack kindling-" + Version.current() + ".zip somewhere, and name its folder by the property "
                                + SETTING
                                + " (Edit, Preferences, Properties, cytoscape3), the variable " + VARIABLE
                                + ", or the argument home"));
        Path jar = PLACES.stream()
                .map(place -> Path.of(home.strip()).resolve(place))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new InputException(
                        SETTING,
                        home + " holds no distribution of Kindling",
                        "name the folder that holds " + PLACES.get(0)));
        String version = version(jar);
        if (!version.equals(Version.current())) {
            throw new InputException(
                    SETTING,
                    home + " holds version " + version + ", but the app is version " + Version.current(),
                    "install the same version of both");
        }
        return new Distribution(jar);
    }

    private static String version(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            return manifest == null
                    ? "none"
                    : String.valueOf(manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION));
        }
    }

    /**
     * Runs a command of the command line with the Java that runs Cytoscape, and waits for its end; whoever interrupts this ends it.
     *
     * @throws CommandFailure if it is refused; with the line that it said
     */
    void run(List<String> arguments, Progress progress) throws CommandFailure, IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.add("-jar");
        command.add(jar.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        // As the launchers do: native linear algebra takes one thread.
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("OPENBLAS_NUM_THREADS", "1");
        Process process = builder.start();
        Messages messages = new Messages(process.errorReader(StandardCharsets.UTF_8), progress);
        messages.start();
        try {
            int code = process.waitFor();
            messages.join();
            if (code != 0) {
                throw new CommandFailure(messages.last.isEmpty() ? "training ended with code " + code : messages.last);
            }
        } finally {
            end(process);
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException again) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Reads what the process says: how far it is, and why it fails. */
    private static final class Messages extends Thread {

        private final BufferedReader reader;
        private final Progress progress;
        private String last = "";

        private Messages(BufferedReader reader, Progress progress) {
            super("kindling-training");
            this.reader = reader;
            this.progress = progress;
        }

        @Override
        public void run() {
            try (reader) {
                reader.lines().forEach(this::take);
            } catch (IOException | UncheckedIOException ended) {
                // The process was ended while it spoke; nobody waits for its words any more.
            }
        }

        private void take(String line) {
            Matcher matcher = PROGRESS.matcher(line);
            if (matcher.matches()) {
                progress.at(number(matcher.group(1)), number(matcher.group(2)));
            } else {
                last = line.replaceFirst("^kindling: ", "");
            }
        }

        private static long number(String text) {
            return Long.parseLong(text.replace(",", ""));
        }
    }
}
