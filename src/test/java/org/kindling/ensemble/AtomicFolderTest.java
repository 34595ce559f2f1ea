package org.kindling.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindling.ensemble.AtomicFolder.Existing;

class AtomicFolderTest {

    private static final String MARKER = "manifest.json";

    private final Path parent;

    private final Path target;
    private final AtomicFolder folder;

    AtomicFolderTest(@TempDir Path parent) {
        this.parent = parent;
        target = parent.resolve("run");
        folder = AtomicFolder.of(target, MARKER);
    }

    @Test
    void theFolderAppearsWhenItIsComplete() throws IOException {
        Path partial = folder.begin(Existing.REFUSE);
        write(partial, "new");
        assertThat(target).doesNotExist();

        folder.complete(Existing.REFUSE);

        assertThat(target.resolve(MARKER)).hasContent("new");
        assertThat(partial).doesNotExist();
    }

    @Test
    void missingParentsAreMade() throws IOException {
        Path partial = AtomicFolder.of(parent.resolve("a/b/run"), MARKER).begin(Existing.REFUSE);

        assertThat(partial).isEmptyDirectory().hasFileName("run.partial");
    }

    @Test
    void anExistingFolderIsRefused() throws IOException {
        write(Files.createDirectory(target), "old");

        assertThatThrownBy(() -> folder.begin(Existing.REFUSE))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("choose another folder");
    }

    @Test
    void anUnfinishedRunIsRefused() throws IOException {
        folder.begin(Existing.REFUSE);

        assertThatThrownBy(() -> folder.begin(Existing.REFUSE)).hasMessageContaining("unfinished run");
    }

    @Test
    void theOldFolderStaysUntilTheNewOneIsComplete() throws IOException {
        write(Files.createDirectory(target), "old");
        Files.writeString(Files.createDirectory(target.resolve("members")).resolve("m0001.xml"), "old");

        Path partial = folder.begin(Existing.REPLACE);
        write(partial, "new");
        assertThat(target.resolve(MARKER)).hasContent("old");
        folder.complete(Existing.REPLACE);

        assertThat(target.resolve(MARKER)).hasContent("new");
        assertThat(target.resolve("members")).doesNotExist();
        assertThat(parent).isDirectoryNotContaining(path -> !path.equals(target));
    }

    @Test
    void aFolderOfAnotherKindIsNeverReplaced() throws IOException {
        Path precious = Files.writeString(Files.createDirectory(target).resolve("thesis.tex"), "precious");

        assertThatThrownBy(() -> folder.begin(Existing.REPLACE)).hasMessageContaining("holds no manifest.json");

        assertThat(precious).hasContent("precious");
    }

    @Test
    void removingTheOldFolderDoesNotFollowLinks() throws IOException {
        Path precious =
                Files.writeString(Files.createDirectory(parent.resolve("data")).resolve("kept"), "precious");
        write(Files.createDirectory(target), "old");
        Files.createSymbolicLink(target.resolve("link"), precious.getParent());

        write(folder.begin(Existing.REPLACE), "new");
        folder.complete(Existing.REPLACE);

        assertThat(precious).hasContent("precious");
    }

    @Test
    void anUnfinishedRunCanBeResumed() throws IOException {
        Files.writeString(folder.begin(Existing.REFUSE).resolve("checkpoint"), "half");

        Path partial = AtomicFolder.of(target, MARKER).resume();

        assertThat(partial.resolve("checkpoint")).hasContent("half");
    }

    @Test
    void withoutAnUnfinishedRunThereIsNothingToResume() {
        assertThatThrownBy(() -> folder.resume()).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void anIncompleteFolderIsNotPublished() throws IOException {
        folder.begin(Existing.REFUSE);

        assertThatThrownBy(() -> folder.complete(Existing.REFUSE)).hasMessageContaining("manifest.json is missing");
        assertThat(target).doesNotExist();
    }

    @Test
    void anOldFolderThatWasSteppingAsideComesBack() throws IOException {
        write(Files.createDirectory(parent.resolve("run.replaced")), "old");

        assertThatThrownBy(() -> folder.begin(Existing.REFUSE)).isInstanceOf(FileAlreadyExistsException.class);

        assertThat(target.resolve(MARKER)).hasContent("old");
    }

    @Test
    void theRootIsRefused() {
        assertThatThrownBy(() -> AtomicFolder.of(Path.of("/"), MARKER)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void write(Path folder, String text) throws IOException {
        Files.writeString(folder.resolve(MARKER), text);
    }
}
