package org.kindling.ensemble;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jdom2.Element;
import org.kindling.network.InputException;
import org.kindling.sbml.CombineArchive;
import org.kindling.sbml.SbmlModel;
import org.kindling.sbml.XmlTree;

/**
 * What a SED-ML document of a COMBINE archive asks for, part by part: a part that cannot be done is refused when it is asked for,
 * and leaves the others as they are. {@link SedMlDocument} reads the same documents as a whole.
 */
public final class SedMlRequest {

    private final SedMlHome home;
    private final SedMlReader reader;

    private SedMlRequest(SedMlHome home, SedMlReader reader) {
        this.home = home;
        this.reader = reader;
    }

    /**
     * Reads a document.
     *
     * @param archive the archive
     * @param location its location there
     * @return what it asks for
     * @throws InputException if it is not there, or is no SED-ML
     */
    public static SedMlRequest of(CombineArchive archive, String location) {
        Element root = XmlTree.parse(location, archive.bytes(location)).getRootElement();
        SedMlHome home = new SedMlHome(Optional.of(archive), Path.of(location));
        return new SedMlRequest(home, SedMlReader.of(location, root));
    }

    /**
     * The tasks.
     *
     * @return their ids, in the order of the document
     */
    public List<String> taskIds() {
        return reader.taskIds();
    }

    /**
     * A task.
     *
     * @param id its id
     * @return the time course that it asks for, without columns: see the outputs
     * @throws InputException if there is none of that id, or it is no time course that can be run
     */
    public TimeCourseTask task(String id) {
        return reader.task(id);
    }

    /**
     * The model of a task.
     *
     * @param task a task of this document
     * @return the model as it stands in its file, without the changes of the task
     * @throws InputException if it is not in the archive, or is refused
     */
    public SbmlModel model(TimeCourseTask task) {
        return home.model(task.source());
    }

    /**
     * The outputs.
     *
     * @return reports and plots, in the order of the document
     */
    public List<SedMlOutput> outputs() {
        return reader.outputs();
    }

    /**
     * A data generator.
     *
     * @param id its id
     * @return what it computes
     * @throws InputException if there is none of that id, or its formula is refused
     */
    public DataGenerator generator(String id) {
        return reader.generator(id);
    }
}
