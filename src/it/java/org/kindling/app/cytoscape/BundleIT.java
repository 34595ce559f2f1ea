package org.kindling.app.cytoscape;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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
