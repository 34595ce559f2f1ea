package org.kindling.sbml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.sbml.jsbml.CVTerm;
import org.sbml.jsbml.Creator;
import org.sbml.jsbml.JSBML;
import org.sbml.jsbml.KineticLaw;
import org.sbml.jsbml.Model;
import org.sbml.jsbml.SBMLDocument;
import org.sbml.jsbml.SBMLReader;
import org.sbml.jsbml.SBMLWriter;
import org.sbml.jsbml.SBO;
import org.sbml.jsbml.text.parser.ParseException;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLogger;

/** JSBML works with the libraries the build leaves out, replaces or upgrades. */
class JsbmlDependenciesTest {
    private static final Date CREATED = Date.from(Instant.parse("2023-11-14T22:13:20Z"));

    @Test
    void documentSurvivesWritingAndReading() throws XMLStreamException, ParseException {
        String written = new SBMLWriter().writeSBMLToString(document());

        Model model = new SBMLReader().readSBMLFromString(written).getModel();

        KineticLaw law = model.getReaction("decay").getKineticLaw();
        assertThat(law.getMath().toFormula()).isEqualTo("k*S");
        assertThat(law.getLocalParameter("k").getValue()).isEqualTo(0.1);
        assertThat(model.getSpecies("S").getInitialConcentration()).isEqualTo(1.0 / 3);
        assertThat(model.getReaction("decay").getSBOTerm()).isEqualTo(179);
        assertThat(model.getHistory().getCreatedDate()).isEqualTo(CREATED);
        assertThat(model.getCVTerm(0).getResources()).containsExactly("https://identifiers.org/kegg.pathway:map00010");
    }

    @Test
    void missingAttributeIsFoundOffline() throws ParseException {
        SBMLDocument document = document();

        assertThat(document.checkConsistencyOffline()).isPositive();
        assertThat(document.getListOfErrors().getError(0).getMessage())
                .contains("A Compartment object must have the required attributes 'id' and 'constant'");
    }

    @Test
    void ontologyOfSboIsRead() {
        assertThat(SBO.getTerm("SBO:0000027").getName()).isEqualTo("Michaelis constant");
    }

    /** At level DEBUG JSBML derives units for its messages and fails. */
    @Test
    void loggersOfLibrariesAreSilent() {
        assertThat(LoggerFactory.getLogger(JSBML.class)).isInstanceOf(NOPLogger.class);
    }

    private static SBMLDocument document() throws ParseException {
        SBMLDocument document = new SBMLDocument(3, 1);
        Model model = document.createModel("m");
        model.setMetaId("meta_m");
        model.createCompartment("cell").setSize(1);
        model.createSpecies("S", model.getCompartment("cell")).setInitialConcentration(1.0 / 3);
        var decay = model.createReaction("decay");
        decay.setSBOTerm(179);
        decay.createReactant(model.getSpecies("S"));
        KineticLaw law = decay.createKineticLaw();
        law.createLocalParameter("k").setValue(0.1);
        law.setMath(JSBML.parseFormula("k * S"));
        model.getHistory().addCreator(new Creator("Kindling", "Test", "", ""));
        model.getHistory().setCreatedDate(CREATED);
        model.addCVTerm(new CVTerm(CVTerm.Qualifier.BQB_IS, "https://identifiers.org/kegg.pathway:map00010"));
        return document;
    }
}
