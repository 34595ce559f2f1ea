package org.kindling.ensemble;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Element;
import org.kindling.network.InputException;
import org.kindling.sbml.CombineArchive;
import org.kindling.sbml.SbmlModel;
import org.kindling.sbml.XmlTree;

/**
 * A SED-ML document, Level 1 Versions 1 to 4: the time courses that it asks for. Everything else in it is named in a remark.
 *
 * <p>Reading opens the document and, when they are asked for, the models beside it or in its archive: nothing is fetched.
 * Source: Smith et al. 2021, <a href="https://doi.org/10.1515/jib-2021-0021">10.1515/jib-2021-0021</a>.
 */
public final class SedMlDocument {

    private static final String FORMAT = "sed-ml";

    /** Larger than any that people write; the models stand elsewhere. */
    private static final int MOST_BYTES = 64 << 20;

    private final SedMlHome home;
    private final List<TimeCourseTask> tasks;
    private final List<String> remarks;

    private SedMlDocument(SedMlHome home, SedMlReader reader) {
        Set<String> undone = new LinkedHashSet<>();
        this.home = home;
        this.tasks = List.copyOf(reader.tasks(undone));
        this.remarks = List.copyOf(undone);
    }

    /**
     * Whether a file is a SED-ML document, or a COMBINE archive that holds one.
     *
     * @param file the file
     * @return whether {@link #read} would try to read it
     * @throws InputException if it cannot be read, or is neither XML nor an archive
     */
    public static boolean isIn(Path file) {
        if (isArchive(file)) {
            return CombineArchive.of(file).lists(FORMAT);
        }
        return XmlTree.parse(name(file), bytes(file)).getRootElement().getName().equals(SedMlReader.ROOT);
    }

    /**
     * Reads a document.
     *
     * @param file a SED-ML file, or a COMBINE archive with one, or with one marked as master
     * @return its time courses
     * @throws InputException if it cannot be read, or asks for nothing that can be run
     */
    public static SedMlDocument read(Path file) {
        if (isArchive(file)) {
            CombineArchive archive = CombineArchive.of(file);
            String location = archive.main(FORMAT);
            return of(location, archive.bytes(location), new SedMlHome(Optional.of(archive), Path.of(location)));
        }
        return of(name(file), bytes(file), new SedMlHome(Optional.empty(), file));
    }

    private static SedMlDocument of(String name, byte[] bytes, SedMlHome home) {
        Element root = XmlTree.parse(name, bytes).getRootElement();
        return new SedMlDocument(home, SedMlReader.of(name, root));
    }

    /**
     * The time courses.
     *
     * @return at least one task, in the order of the document
     */
    public List<TimeCourseTask> tasks() {
        return tasks;
    }

    /**
     * What the document asks for and is not done, and why.
     *
     * @return one line each
     */
    public List<String> remarks() {
        return remarks;
    }

    /**
     * Reads the model of a task, and makes sure that it has what the task names.
     *
     * @param task a task of this document
     * @return the model as it stands in its file, without the changes of the task
     * @throws InputException if it is not beside the document, is refused, or lacks a quantity
     */
    public SbmlModel model(TimeCourseTask task) {
        SbmlModel model = home.model(task.source());
        task.check(model.kinetics());
        return model;
    }

    private static boolean isArchive(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] mark = in.readNBytes(2);
            return mark.length == 2 && mark[0] == 'P' && mark[1] == 'K';
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new InputException(
                        name(file), "larger than " + (MOST_BYTES >> 20) + " MB", "give a SED-ML file without data");
            }
            return bytes;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static InputException unreadable(Path file, IOException failure) {
        return new InputException(
                name(file), "cannot be read (" + failure.getMessage() + ")", "check the path and its permissions");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
