package org.kindling.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version of this program, as it stands in provenance and on the command line. */
public final class Version {
    private static final String RESOURCE = "version.properties";

    private Version() {}

    /**
     * The version the running program was built as.
     *
     * @return a version such as {@code 0.1.0}
     */
    public static String current() {
        try (InputStream in = Objects.requireNonNull(Version.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            Properties properties = new Properties();
            properties.load(in);
            return Objects.requireNonNull(properties.getProperty("version"), "version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
