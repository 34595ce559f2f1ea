package org.kindling.app.cytoscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules that Cytoscape's App Manager and App Store have for bundles. */
class BundleIT {

    private static final long MOST_BYTES = 25_000_000;

    private static final Pattern IMPORT = Pattern.compile("(org\\.cytoscape[a-z.]*)(;version=\"([^\"]*)\")?");

    @Test
    void theManifestSaysWhatHostsAskFor() throws IOException {
        Attributes manifest = manifest();

        assertThat(manifest.getValue("Bundle-ManifestVersion")).isEqualTo("2");
        assertThat(manifest.getValue("Bundle-SymbolicName")).isEqualTo("org.kindling.cytoscape");
        assertThat(manifest.getValue("Bundle-Name")).isEqualTo("Kindling");
        assertThat(manifest.getValue("Bundle-Version")).matches("[0-9]+\\.[0-9]+\\.[0-9]+(\\.[A-Za-z0-9_-]+)?");
        assertThat(manifest.getValue("Bundle-Activator")).isEqualTo(KindlingApp.class.getName());
    }

    @Test
    void everyPackageOfCytoscapeHasARangeThatHoldsThisVersion() throws IOException {
        Matcher imports = IMPORT.matcher(manifest().getValue("Import-Package"));

        int found = 0;
        while (imports.find()) {
            assertThat(imports.group(3)).as(imports.group(1)).isEqualTo("[3.10,4)");
            found++;
        }
        assertThat(found).isPositive();
    }

    @Test
    void nothingIsExportedOrAskedOfAnExtender() throws IOException {
        assertThat(manifest().keySet().stream().map(Object::toString))
                .doesNotContain("Export-Package", "Require-Capability", "Require-Bundle", "DynamicImport-Package");
    }

    @Test
    void itIsSmallAndHoldsNeitherDoublesNorTrainingLibrariesNorClassesOfSingleVersionsOfJava() throws IOException {
        assertThat(Files.size(CytoscapeAppIT.BUNDLE)).isLessThan(MOST_BYTES);
        assertThat(entries())
                .contains("org/kindling/app/cytoscape/KindlingApp.class")
                .noneMatch(name -> name.startsWith("org/cytoscape/")
                        || name.startsWith("org/nd4j/")
                        || name.startsWith("org/deeplearning4j/")
                        || name.startsWith("org/bytedeco/")
                        || name.startsWith("META-INF/versions/")
                        || name.endsWith("module-info.class"));
    }

    @Test
    void itNamesEveryLibraryInItAndHoldsLicences() throws IOException {
        Matcher bundled =
                Pattern.compile("<cytoscape.libraries>([^<]*)<").matcher(Files.readString(Path.of("pom.xml")));
        assertThat(bundled.find()).isTrue();
        List<String> libraries = Pattern.compile("[\\s,]+")
                .splitAsStream(bundled.group(1).strip())
                .toList();

        assertThat(libraries).contains("jsbml-core");
        assertThat(text("META-INF/licences/THIRD-PARTY.txt").lines().filter(line -> line.contains(" - http")))
                .hasSameSizeAs(libraries)
                .allMatch(line -> libraries.stream().anyMatch(library -> line.contains(":" + library + ":")));
        assertThat(text("META-INF/licences/LGPL-2.1.txt")).contains("GNU LESSER GENERAL PUBLIC LICENSE");
        assertThat(entries())
                .anyMatch(name -> name.matches("META-INF/licences/hipparchus-ode-[0-9.]+/META-INF/NOTICE.txt"));
    }

    private static String text(String entry) throws IOException {
        try (JarFile bundle = new JarFile(CytoscapeAppIT.BUNDLE.toFile());
                InputStream in = bundle.getInputStream(bundle.getJarEntry(entry))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Attributes manifest() throws IOException {
        try (JarFile bundle = new JarFile(CytoscapeAppIT.BUNDLE.toFile())) {
            return bundle.getManifest().getMainAttributes();
        }
    }

    private static List<String> entries() throws IOException {
        try (JarFile bundle = new JarFile(CytoscapeAppIT.BUNDLE.toFile())) {
            return bundle.stream().map(Object::toString).toList();
        }
    }
}
