package org.kindling.sbml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterModelTest {

    private static final String MANIFEST = """
            <omexManifest xmlns="http://identifiers.org/combine.specifications/omex-manifest">
              <content location="." format="http://identifiers.org/combine.specifications/omex"/>
              <content location="./model.xml" format="http://identifiers.org/combine.specifications/sbml" master="true"/>
              <content location="./other.xml" format="http://identifiers.org/combine.specifications/sbml"/>
            </omexManifest>
            """;

    @TempDir
    private Path folder;

    @Test
    void masterOfAnArchiveIsRead() throws IOException {
        Path archive = archive("manifest.xml", MANIFEST, "model.xml", ExampleModels.PATHWAY, "other.xml", "<sbml/>");

        assertThat(SbmlSource.read(archive).modelId()).isEqualTo("pathway");
    }

    @Test
    void onlyModelOfAnArchiveIsReadWithoutAMaster() throws IOException {
        String manifest = MANIFEST.replace(" master=\"true\"", "");
        Path archive = archive("manifest.xml", manifest, "model.xml", ExampleModels.PATHWAY);

        assertThat(SbmlSource.read(archive).modelId()).isEqualTo("pathway");
    }

    @Test
    void twoCandidatesAreRefused() throws IOException {
        String manifest = MANIFEST.replace(" master=\"true\"", "");

        assertRefused(
                archive("manifest.xml", manifest, "model.xml", "<sbml/>", "other.xml", "<sbml/>"), "2 SBML files");
    }

    @Test
    void entriesOutsideTheArchiveAreRefused() throws IOException {
        for (String name : new String[] {"../model.xml", "/model.xml", "a/../../model.xml", "C:\\model.xml"}) {
            assertRefused(archive("manifest.xml", MANIFEST, name, "<sbml/>"), "points outside the archive");
        }
    }

    @Test
    void bombIsRefusedUnopened() throws IOException {
        String zeros = " ".repeat(20_000_000);

        assertRefused(archive("manifest.xml", MANIFEST, "model.xml", zeros), "times its size");
    }

    @Test
    void archiveWithoutManifestIsRefused() throws IOException {
        assertRefused(archive("model.xml", ExampleModels.PATHWAY), "no entry 'manifest.xml'");
    }

    @Test
    void damagedArchiveIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(archive("manifest.xml", MANIFEST, "model.xml", ExampleModels.PATHWAY));
        Path cut = folder.resolve("cut.omex");
        Files.write(cut, Arrays.copyOf(whole, whole.length - 30));

        assertRefused(cut, "damaged archive");
    }

    @Test
    void gzipIsKnownByItsFirstBytes() throws IOException {
        Path file = folder.resolve("model.xml");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream stream = new GZIPOutputStream(bytes)) {
            stream.write(ExampleModels.PATHWAY.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(file, bytes.toByteArray());

        assertThat(SbmlSource.read(file).modelId()).isEqualTo("pathway");
    }

    @Test
    void missingFileIsRefused() {
        assertRefused(folder.resolve("nothing.xml"), "no such file");
        assertRefused(folder, "not a file");
    }

    private static void assertRefused(Path archive, String reason) {
        assertThatExceptionOfType(SbmlException.class)
                .isThrownBy(() -> SbmlSource.read(archive))
                .withMessageContaining(reason);
    }

    private Path archive(String... namesAndTexts) throws IOException {
        Path archive = folder.resolve("archive.omex");
        try (ZipOutputStream stream = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                stream.putNextEntry(new ZipEntry(namesAndTexts[i]));
                stream.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                stream.closeEntry();
            }
        }
        return archive;
    }
}
