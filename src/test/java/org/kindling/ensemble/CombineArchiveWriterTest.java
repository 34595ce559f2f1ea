package org.kindling.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.unirostock.sems.cbarchive.CombineArchive;
import de.unirostock.sems.cbarchive.CombineArchiveException;
import de.unirostock.sems.cbarchive.meta.OmexMetaDataObject;
import de.unirostock.sems.cbarchive.meta.omex.OmexDescription;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jdom2.JDOMException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindling.ensemble.ArchiveEntry.Role;

class CombineArchiveWriterTest {

    private static final Instant CREATED = Instant.parse("2026-01-31T10:00:00Z");
    private static final Instant MODIFIED = Instant.parse("2026-02-28T23:59:58Z");

    private static final ArchiveDescription DESCRIPTION = new ArchiveDescription(
            "Toy ensemble",
            "Two members of <toy> & co.",
            List.of(
                    new Creator("Ada", "Lovelace", Optional.of("ada@example.org"), Optional.of("Analytical Society")),
                    new Creator("René", "Thom", Optional.empty(), Optional.empty())),
            CREATED,
            MODIFIED);

    private final Path folder;

    private final List<ArchiveEntry> entries;

    CombineArchiveWriterTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.entries = List.of(
                entry("experiment.sedml", ArchiveEntry.SED_ML, Role.MASTER),
                entry("base.xml", new SbmlLevel(3, 1).archiveFormat(), Role.PART),
                entry("members/toy.m0001.xml", new SbmlLevel(3, 1).archiveFormat(), Role.PART),
                entry("sets.csv", ArchiveEntry.CSV, Role.PART));
    }

    @Test
    void theManifestListsEveryFileWithItsFormat() throws IOException {
        XmlQuery manifest = XmlQuery.of(unzipped().getOrDefault("manifest.xml", new byte[0]));

        assertThat(manifest.texts("//content/@location"))
                .containsExactly(
                        ".",
                        "./metadata.rdf",
                        "./experiment.sedml",
                        "./base.xml",
                        "./members/toy.m0001.xml",
                        "./sets.csv");
        assertThat(manifest.texts("//content[@master='true']/@location")).containsExactly("./experiment.sedml");
        assertThat(manifest.texts("//content[@location='./base.xml']/@format"))
                .containsExactly("http://identifiers.org/combine.specifications/sbml.level-3.version-1");
    }

    @Test
    void theFilesAreTheirBytes() throws IOException {
        assertThat(unzipped())
                .containsOnlyKeys(
                        "manifest.xml",
                        "metadata.rdf",
                        "experiment.sedml",
                        "base.xml",
                        "members/toy.m0001.xml",
                        "sets.csv")
                .containsEntry("sets.csv", "sets.csv".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theLibraryOfTheFormatReadsFilesAndMetadata()
            throws IOException, JDOMException, ParseException, CombineArchiveException {
        Path file = Files.write(folder.resolve("ensemble.omex"), written(DESCRIPTION));

        try (CombineArchive archive = new CombineArchive(file.toFile())) {
            assertThat(archive.getErrors()).isEmpty();
            assertThat(archive.getMainEntries()).extracting("filePath").containsExactly("/experiment.sedml");
            assertThat(archive.getEntryByLocation("members/toy.m0001.xml").getFormat())
                    .hasToString("http://identifiers.org/combine.specifications/sbml.level-3.version-1");
            OmexDescription omex =
                    ((OmexMetaDataObject) archive.getDescriptions().get(0)).getOmexDescription();
            assertThat(omex.getDescription()).isEqualTo(DESCRIPTION.description());
            assertThat(omex.getCreated()).isEqualTo(Date.from(CREATED));
            assertThat(omex.getModified()).containsExactly(Date.from(MODIFIED));
            assertThat(omex.getCreators()).extracting("familyName").containsExactly("Lovelace", "Thom");
        }
    }

    @Test
    void theBytesDependNeitherOnTheClockNorOnTheTimeZone() throws IOException {
        TimeZone zone = TimeZone.getDefault();
        byte[] first = written(DESCRIPTION);
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            for (ArchiveEntry entry : entries) {
                Files.setLastModifiedTime(entry.file(), FileTime.from(Instant.EPOCH));
            }

            assertThat(written(DESCRIPTION)).isEqualTo(first);
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void aDateBeforeTheFirstOfZipFilesIsTaken() throws IOException {
        ArchiveDescription old = new ArchiveDescription("t", "d", List.of(), Instant.EPOCH, Instant.EPOCH);

        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(written(old)))) {
            ZipEntry entry = zip.getNextEntry();
            assertThat(entry).isNotNull();
            assertThat(entry.getTimeLocal()).isEqualTo("1980-01-01T00:00:00");
        }
    }

    @Test
    void twoEntriesInOnePlaceAreRefused() {
        List<ArchiveEntry> twice = List.of(entries.get(0), entries.get(0));

        assertThatThrownBy(() -> CombineArchiveWriter.write(twice, DESCRIPTION, new ByteArrayOutputStream()))
                .hasMessageContaining("experiment.sedml: two entries share it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "../x", "a/../../x", "a//b", "./a", "C:\\x", "a\\b", "manifest.xml"})
    void aLocationOutsideTheArchiveIsRefused(String location) {
        assertThatThrownBy(() -> new ArchiveEntry(location, folder, ArchiveEntry.CSV, Role.PART))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private ArchiveEntry entry(String location, String format, Role role) throws IOException {
        Path file = Files.writeString(folder.resolve(location.replace('/', '_')), location);
        return new ArchiveEntry(location, file, format, role);
    }

    private byte[] written(ArchiveDescription description) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CombineArchiveWriter.write(entries, description, out);
        return out.toByteArray();
    }

    private Map<String, byte[]> unzipped() throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(written(DESCRIPTION)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
