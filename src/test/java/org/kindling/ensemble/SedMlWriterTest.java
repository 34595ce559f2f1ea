package org.kindling.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindling.ensemble.SedMlExperiment.Algorithm;
import org.kindling.ensemble.SedMlExperiment.Kind;
import org.kindling.ensemble.SedMlExperiment.Model;
import org.kindling.ensemble.SedMlExperiment.Quantity;
import org.kindling.ensemble.SedMlExperiment.Solver;
import org.kindling.ensemble.SedMlExperiment.TimeCourse;

class SedMlWriterTest {

    private static final SbmlLevel L3V1 = new SbmlLevel(3, 1);

    private static final SedMlExperiment EXPERIMENT = new SedMlExperiment(
            L3V1,
            List.of(new Model("base", "base.xml"), new Model("m0001", "members/toy.m0001.xml")),
            List.of(
                    new Quantity("A", Kind.SPECIES, Optional.empty()),
                    new Quantity("B", Kind.SPECIES, Optional.of("cell"))),
            Set.of("A"),
            new TimeCourse(0, 10, 100, new Solver(Algorithm.LSODA, 1e-9, 1e-12)));

    @Test
    void theListsStandInTheOrderOfLevel1Version3() throws IOException {
        XmlQuery xml = written(EXPERIMENT);

        assertThat(xml.rootAttribute("xmlns")).isEqualTo("http://sed-ml.org/sed-ml/level1/version3");
        assertThat(xml.names("/sedML/*"))
                .containsExactly(
                        "listOfSimulations", "listOfModels", "listOfTasks", "listOfDataGenerators", "listOfOutputs");
    }

    @Test
    void theTimeCourseIsByLsodaWithItsTolerances() throws IOException {
        XmlQuery xml = written(EXPERIMENT);

        assertThat(xml.texts("//uniformTimeCourse/@outputEndTime")).containsExactly("10.0");
        assertThat(xml.texts("//uniformTimeCourse/@numberOfPoints")).containsExactly("100");
        assertThat(xml.texts("//algorithm/@kisaoID")).containsExactly("KISAO:0000560");
        assertThat(xml.texts("//algorithmParameter/@kisaoID")).containsExactly("KISAO:0000209", "KISAO:0000211");
        assertThat(xml.texts("//algorithmParameter/@value")).containsExactly("1.0E-9", "1.0E-12");
    }

    @Test
    void modelsAreNamedByRelativeSource() throws IOException {
        assertThat(written(EXPERIMENT).texts("//model/@source")).containsExactly("base.xml", "members/toy.m0001.xml");
    }

    @Test
    void everyReferenceHasItsTarget() throws IOException {
        XmlQuery xml = written(EXPERIMENT);
        List<String> ids = xml.texts("//@id");

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(xml.texts("//@modelReference | //@simulationReference | //@taskReference | //@dataReference"
                        + " | //@xDataReference | //@yDataReference"))
                .isNotEmpty()
                .allMatch(ids::contains);
    }

    @Test
    void aSpeciesCountedInAmountsIsDividedByItsCompartment() throws IOException {
        XmlQuery xml = written(EXPERIMENT);

        assertThat(xml.texts("//dataGenerator[@id='data_m0001_A']//divide")).isEmpty();
        assertThat(xml.texts("//dataGenerator[@id='data_m0001_B']//apply/ci"))
                .containsExactly("x_m0001_B", "volume_m0001_B");
        assertThat(xml.texts("//variable[@id='volume_m0001_B']/@target"))
                .containsExactly("/sbml:sbml/sbml:model/sbml:listOfCompartments/sbml:compartment[@id='cell']");
    }

    @Test
    void allSpeciesAreReportedAndSomePlotted() throws IOException {
        XmlQuery xml = written(EXPERIMENT);

        assertThat(xml.texts("//dataSet/@label")).containsExactly("time", "base.A", "base.B", "m0001.A", "m0001.B");
        assertThat(xml.texts("//curve/@yDataReference")).containsExactly("data_base_A", "data_m0001_A");
    }

    @ParameterizedTest
    @CsvSource({
        "3,2,http://www.sbml.org/sbml/level3/version2/core,species[@id='A']",
        "2,4,http://www.sbml.org/sbml/level2/version4,species[@id='A']",
        "2,1,http://www.sbml.org/sbml/level2,species[@id='A']",
        "1,2,http://www.sbml.org/sbml/level1,species[@name='A']",
        "1,1,http://www.sbml.org/sbml/level1,specie[@name='A']"
    })
    void targetsFollowTheLevelOfTheModels(int level, int version, String namespace, String element) throws IOException {
        SedMlExperiment experiment = new SedMlExperiment(
                new SbmlLevel(level, version),
                EXPERIMENT.models(),
                EXPERIMENT.quantities(),
                EXPERIMENT.plotted(),
                EXPERIMENT.timeCourse());

        XmlQuery xml = written(experiment);

        assertThat(xml.rootAttribute("xmlns:sbml")).isEqualTo(namespace);
        assertThat(xml.texts("//variable[@id='x_base_A']/@target"))
                .containsExactly("/sbml:sbml/sbml:model/sbml:listOfSpecies/sbml:" + element);
        assertThat(xml.texts("//model/@language"))
                .containsOnly("urn:sedml:language:sbml.level-" + level + ".version-" + version);
    }

    @Test
    void aModelNamedWithAnUnderscoreIsRefused() {
        assertThatThrownBy(() -> new Model("m_1", "m.xml")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void onlyReportedSpeciesArePlotted() {
        assertThatThrownBy(() -> new SedMlExperiment(
                        L3V1, EXPERIMENT.models(), EXPERIMENT.quantities(), Set.of("C"), EXPERIMENT.timeCourse()))
                .hasMessageContaining("plotted quantity C");
    }

    private static XmlQuery written(SedMlExperiment experiment) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SedMlWriter.write(experiment, out);
        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("</sedML>\n");
        return XmlQuery.of(out.toByteArray());
    }
}
