package org.kindling.sbml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SbmlPatchTest {

    private static final Instant DATE = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void unchangedDocumentIsWrittenAsItCame() {
        String text = SbmlPatch.of(ExampleModels.pathway()).text();

        assertThat(text.replace(" />", "/>")).isEqualTo(ExampleModels.PATHWAY);
        assertThat(SbmlPatch.of(ExampleModels.source(text)).text()).isEqualTo(text);
    }

    @Test
    void parametersAreSetWhereTheyAre() {
        String text = SbmlPatch.of(ExampleModels.pathway())
                .value("k", 0.1)
                .value("R1.k", 1e-30)
                .text();

        assertThat(text).contains("<parameter id=\"k\" value=\"0.1\"");
        assertThat(text).contains("<localParameter id=\"k\" value=\"1.0E-30\"");
    }

    @Test
    void settingAnInitiallyAssignedParameterRemovesTheAssignment() {
        String text = SbmlPatch.of(ExampleModels.pathway()).value("p", 4).text();

        assertThat(text).contains("<parameter id=\"p\" constant=\"true\" value=\"4.0\" />");
        assertThat(text).doesNotContain("initialAssignment").doesNotContain("listOfInitialAssignments");
    }

    @Test
    void concentrationOfSpeciesIsWrittenInTheFormOfTheFile() {
        String text = SbmlPatch.of(ExampleModels.pathway())
                .value("A", 1.25)
                .value("B", 1.25)
                .text();

        assertThat(text).contains("initialConcentration=\"1.25\"").contains("initialAmount=\"2.5\"");
    }

    @Test
    void valueOfSomethingUnknownIsRefused() {
        SbmlPatch patch = SbmlPatch.of(ExampleModels.pathway());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> patch.value("R2.k", 1))
                .withMessageContaining("'R2.k'");
        assertThatIllegalArgumentException().isThrownBy(() -> patch.value("R1", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> patch.value("k", Double.NaN));
    }

    @Test
    void termsAreAddedOnlyWhereAbsent() {
        String text = SbmlPatch.of(ExampleModels.pathway())
                .sboTerm("k", "SBO:0000035")
                .sboTerm("k", "SBO:0000001")
                .text();

        assertThat(text).contains("SBO:0000035").doesNotContain("SBO:0000001");
    }

    @Test
    void historyAndOriginStandInTheAnnotationOfTheModel() {
        String text = SbmlPatch.of(ExampleModels.pathway())
                .derivedFrom("urn:hash:1")
                .modified(DATE, "Kindling 0.1")
                .member(Map.of("id", "m0001"))
                .text();

        assertThat(text).contains("<kindling:member xmlns:kindling=\"urn:kindling:member:1\" id=\"m0001\" />");
        assertThat(text).containsSubsequence("</notes>", "rdf:about=\"#metaid_model\"", "created", "modified", "isDer");
        assertThat(ExampleModels.source(text).modelId()).isEqualTo("pathway");
    }

    @Test
    void creationDateIsKeptAndModificationsAreAppended() {
        String first = SbmlPatch.of(ExampleModels.pathway())
                .modified(DATE, "Kindling 0.1")
                .text();

        String second = SbmlPatch.of(ExampleModels.source(first))
                .modified(DATE.plusSeconds(60), "Kindling 0.1")
                .text();

        assertThat(second.split("<dcterms:created ", -1)).hasSize(2);
        assertThat(second.split("<dcterms:modified ", -1)).hasSize(3);
        assertThat(second).contains("2026-01-02T03:05:05Z");
        assertThat(second.split("Kindling 0.1 \\(software\\)", -1)).hasSize(2);
    }

    @Test
    void descriptionsOfTheModelAreFoundInEveryForm() {
        for (String about : new String[] {"", "rdf:about=''", "rdf:about='#orphan'"}) {
            String annotated = ExampleModels.PATHWAY.replace(
                    "</notes>",
                    "</notes><annotation><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                            + "<rdf:Description " + about + "/></rdf:RDF></annotation>");

            String text = SbmlPatch.of(ExampleModels.source(annotated))
                    .modified(DATE, "Kindling 0.1")
                    .text();

            assertThat(text.split("<rdf:Description", -1)).as(about).hasSize(2);
            assertThat(text).contains("metaid=\"" + (about.contains("orphan") ? "orphan" : "metaid_model"));
        }
    }
}
