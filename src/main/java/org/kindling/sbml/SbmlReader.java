package org.kindling.sbml;

import java.nio.file.Path;
import javax.xml.stream.XMLStreamException;
import org.sbml.jsbml.Model;
import org.sbml.jsbml.SBMLReader;
import org.sbml.jsbml.xml.parsers.ParserManager;

/**
 * Reads kinetic models from SBML, Levels 1 to 3: compartments, species, parameters, function definitions, initial
 * assignments, assignment and rate rules, reactions with stoichiometries of any kind.
 */
public final class SbmlReader {

    static {
        // JSBML looks its parsers up on first use, which is not safe when two threads read at once.
        ParserManager.getManager();
    }

    private SbmlReader() {}

    /**
     * Reads the model of a file: SBML, SBML compressed with gzip, or the master model of a COMBINE archive.
     *
     * @throws SbmlException if the file cannot be read or its model is refused
     */
    public static SbmlModel read(Path path) {
        return read(SbmlSource.read(path));
    }

    /**
     * Reads the model of a document that has been found in order.
     *
     * @throws SbmlException if its mathematics cannot be read
     */
    public static SbmlModel read(SbmlSource source) {
        return new SbmlModel(new ModelBuilder(source.index(), formulas(source)).build(), source);
    }

    private static Model formulas(SbmlSource source) {
        try {
            return new SBMLReader().readSBMLFromString(source.forJsbml()).getModel();
        } catch (XMLStreamException e) {
            throw SbmlException.of(
                    source.file(),
                    "the mathematics cannot be read (" + e.getMessage() + ")",
                    "check the file with an SBML validator");
        }
    }
}
