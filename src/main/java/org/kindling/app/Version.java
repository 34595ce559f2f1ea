package org.kindling.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/** The version of this program and of the libraries that its numbers and files depend on, as they stand in provenance. */
public final class Version {

    private static final String RESOURCE = "version.properties";
    private static final String LIBRARY = "library.";

    private Version() {}

    /**
     * The version the running program was built as.
     *
     * @return a version such as {@code 0.1.0}
     */
    public static String current() {
        return Objects.requireNonNull(properties().getProperty("version"), "version");
    }

    /**
     * The versions of the libraries that numbers or files depend on.
     *
     * @return the version by the name of the library, in the order of the names
     */
    static Map<String, String> libraries() {
        Map<String, String> libraries = new TreeMap<>();
        Properties properties = properties();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(LIBRARY)) {
                libraries.put(name.substring(LIBRARY.length()), properties.getProperty(name, ""));
            }
        }
        return libraries;
    }

    private static Properties properties() {
        try (InputStream in = Objects.requireNonNull(Version.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            Properties properties = new Properties();
            properties.load(in);
            return properties;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
