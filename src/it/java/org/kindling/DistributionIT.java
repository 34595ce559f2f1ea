package org.kindling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindling.app.Version;

/** What is handed out works where there is nothing else of Kindling. */
class DistributionIT {

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path JAR = TARGET.resolve("kindling-standalone.jar");
    private static final String NAME = "kindling-" + Version.current();
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final String MODEL =
            Path.of("test-models/ecoli_central_carbon.xml").toAbsolutePath().toString();

    /** In the list of libraries: group, artifact, version and address. */
    private static final Pattern LIBRARY = Pattern.compile("\\([\\w.-]+:([\\w.-]+):([\\w.-]+) - http[^ )]+\\)");

    @TempDir
    private Path elsewhere;

    @Test
    void theRunnableJarSamplesAndTrains() throws IOException, InterruptedException {
        assertThat(run(JAVA, "-jar", JAR.toString(), "--version")).isEqualTo("Kindling " + Version.current() + "\n");
        assertThat(run(JAVA, "-jar", JAR.toString(), "sample", MODEL, "-n", "200", "-o", "run", "--json"))
                .contains("\"drawn\" : 200");
        // Its layers use the native library for linear algebra.
        assertThat(run(JAVA, "-jar", JAR.toString(), "train", "rekindle", "run", "--epochs", "1", "-o", "generator"))
                .contains("trained");
    }

    @Test
    void theZipHoldsLaunchersAndWhatTheyStart() throws IOException, InterruptedException {
        List<String> files = unpack();

        assertThat(files)
                .contains(
                        NAME + "/kindling",
                        NAME + "/kindling.bat",
                        NAME + "/kindling.jar",
                        NAME + "/kindling-cytoscape.jar",
                        NAME + "/LICENSE",
                        NAME + "/docs/plugins.md");
        assertThat(run("sh", NAME + "/kindling", "--version")).isEqualTo("Kindling " + Version.current() + "\n");
        assertThat(run("sh", NAME + "/kindling", "info", NAME + "/test-models/textbook_pathway.xml", "--json"))
                .contains("\"stable\" : true");
    }

    @Test
    void theLibraryRunsTheExampleOfTheDocumentation() throws IOException, InterruptedException {
        String example = Path.of("docs/examples/Ensemble.java").toAbsolutePath().toString();

        String output = run(JAVA, "-cp", TARGET.resolve("kindling.jar").toString(), example, MODEL, "run");

        assertThat(output.lines()).hasSize(5);
        assertThat(output).contains("stable").containsPattern("valid [0-9]+ of 2000");
    }

    @Test
    void theZipNamesEveryLibraryAndHoldsLicences() throws IOException {
        List<String> files = unpack();

        String list = Files.readString(elsewhere.resolve(NAME + "/licences/THIRD-PARTY.txt"));
        List<String> named = LIBRARY.matcher(list)
                .results()
                .map(library -> library.group(1) + "-" + library.group(2))
                .toList();
        List<String> libraries = files.stream()
                .filter(file -> file.startsWith(NAME + "/lib/"))
                .map(file -> file.substring((NAME + "/lib/").length()))
                .toList();
        assertThat(libraries)
                .isNotEmpty()
                .allSatisfy(jar -> assertThat(named)
                        .anyMatch(library -> jar.equals(library + ".jar") || jar.startsWith(library + "-")));
        assertThat(elsewhere.resolve(NAME + "/licences/LGPL-2.1.txt"))
                .content()
                .contains("GNU LESSER GENERAL PUBLIC LICENSE");
        assertThat(files)
                .anyMatch(file -> file.matches(NAME + "/licences/woodstox-core-[0-9.]+/META-INF/LICENSE"))
                .anyMatch(file -> file.matches(NAME + "/licences/staxmate-[0-9.]+/META-INF/LICENSE"));
    }

    @Test
    void theRunnableJarHoldsTheLicencesOfTheZip() throws IOException {
        List<String> files = unpack();

        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(jar.stream().map(JarEntry::getName))
                    .contains("META-INF/LICENSE")
                    .containsAll(files.stream()
                            .filter(file -> file.startsWith(NAME + "/licences/"))
                            .map(file -> "META-INF" + file.substring(NAME.length()))
                            .toList());
        }
    }

    private List<String> unpack() throws IOException {
        List<String> files = new ArrayList<>();
        try (InputStream in = Files.newInputStream(TARGET.resolve(NAME + ".zip"));
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = elsewhere.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip, file);
                    files.add(entry.getName());
                }
            }
        }
        return files;
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(elsewhere.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
        return output;
    }
}
