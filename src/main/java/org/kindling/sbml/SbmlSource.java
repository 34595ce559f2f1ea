package org.kindling.sbml;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdom2.Document;
import org.jdom2.Element;

/**
 * An SBML file that has been read and found in order: the whole document, kept as it came.
 *
 * <p>Reading opens the given file and nothing else: no network, no entity, no second file. What SBML forbids, what this
 * program does not compute, and what is too large is refused with an {@link SbmlException}. Level 1 is raised to Level 2
 * Version 4 on the way in.
 *
 * @see SbmlPatch
 */
public final class SbmlSource {

    private final String file;
    private final Document document;
    private final SbmlRelease original;
    private final ModelIndex index;
    private final List<Notice> ignored;
    private final List<Notice> warnings;

    private SbmlSource(String file, Document document, SbmlRelease original, ModelIndex index, Inspection inspection) {
        this.file = file;
        this.document = document;
        this.original = original;
        this.index = index;
        this.ignored = inspection.ignored();
        this.warnings = inspection.warnings();
    }

    /**
     * Reads a file: SBML, SBML compressed with gzip, or the master model of a COMBINE archive.
     *
     * @throws SbmlException if the file cannot be read or its model is refused
     */
    public static SbmlSource read(Path path) {
        String file = path.getFileName() == null
                ? path.toString()
                : path.getFileName().toString();
        Inspection inspection = new Inspection(file);
        return of(file, SourceFile.bytes(path, inspection), inspection);
    }

    /**
     * Reads an SBML document that is in memory.
     *
     * @param file name by which messages call it
     * @param bytes the document
     * @throws SbmlException if the model is refused
     */
    public static SbmlSource of(String file, byte[] bytes) {
        return of(file, bytes, new Inspection(file));
    }

    private static SbmlSource of(String file, byte[] bytes, Inspection inspection) {
        Document document = XmlTree.parse(SourceText.decode(bytes, inspection), inspection);
        SbmlRelease original = EnvelopeCheck.of(document.getRootElement(), inspection);
        SbmlRelease release = original;
        if (original.level() == 1) {
            LevelOneUpgrade.apply(document.getRootElement(), inspection);
            release = LevelOneUpgrade.TARGET;
        }
        Element root = document.getRootElement();
        StructureCheck.of(root, release, inspection);
        ModelIndex index = new ModelIndex(root, release, inspection);
        ScopeCheck.of(index, inspection);
        ReferenceCheck.of(index, inspection);
        Usage usage = FormulaCheck.of(index, inspection);
        ValueCheck.of(index, usage, inspection);
        return new SbmlSource(file, document, original, index, inspection);
    }

    /** Returns the name of the file. */
    public String file() {
        return file;
    }

    /** Returns the id of the model, or empty text where it has none. */
    public String modelId() {
        return ModelIndex.id(index.model(), "id");
    }

    /** Returns the release that the file came in, such as {@code Level 3 Version 1}. */
    public String release() {
        return original.toString();
    }

    /** Returns the level in which the file is written back. */
    public int level() {
        return index.release().level();
    }

    /** Returns the version of the level in which the file is written back. */
    public int version() {
        return index.release().version();
    }

    /** Returns the latest date of the model's history, if the file gives one. */
    public Optional<Instant> date() {
        return new ModelAnnotation(document, index.model()).latestDate();
    }

    /** Returns what the file holds that plays no part in the computation, and why; it is written back all the same. */
    public List<Notice> ignored() {
        return ignored;
    }

    /** Returns what is questionable in the file and how it is understood. */
    public List<Notice> warnings() {
        return warnings;
    }

    /** Returns the document as text in UTF-8. */
    public String text() {
        return SbmlText.of(document);
    }

    /** Returns a copy of the document that a caller may change. */
    Document copy() {
        return document.clone();
    }

    /** Returns the elements of the model by id. */
    ModelIndex index() {
        return index;
    }

    /** Returns the mathematics of the document alone, as text that JSBML reads without stumbling. */
    String forJsbml() {
        return SbmlText.of(new Document(LeanCopy.of(document.getRootElement())));
    }
}
