package org.kindling.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindling.dynamics.Spectrum;
import org.kindling.expression.Symbol;
import org.kindling.network.Parameter;
import org.kindling.network.Reaction;
import org.kindling.network.ReferenceState;
import org.kindling.sampling.ScreenedBatch;
import org.kindling.sbml.SbmlModel;
import org.kindling.sbml.SbmlPatch;
import org.kindling.sbml.SbmlSource;

/** A member is the model that was read, with a set's values: as a document, and as a model read back from it. */
class MemberWriterTest {

    private static final int MEMBERS = 20;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "textbook_pathway",
                "yeast_glycolysis",
                "ecoli_central_carbon",
                "two_compartment_moiety",
                "zero_flux",
                "futile_cycle_stiff",
                "shared_constant",
                "level1"
            })
    void memberReadBackHasTheReferenceFluxesAndTheRecordedSpectrum(String name) throws IOException {
        SampledModel model = SampledModel.of(name);
        ScreenedBatch batch = model.screened(MEMBERS, 1);
        double[] reference = model.jacobian().state().rates();

        List<byte[]> members = members(model, batch);

        double worstBalance = 0;
        double worstAbscissa = 0;
        for (int set = 0; set < MEMBERS; set++) {
            SampledModel member = SampledModel.of(members.get(set));
            ReferenceState state = member.jacobian().state();
            double[] net = state.equations().stoichiometry().netRates(state.rates());
            assertThat(state.rates()).containsExactly(reference, within(1e-12 * largest(reference)));
            assertThat(largest(net)).isLessThan(1e-9 * largest(reference));
            Spectrum spectrum = member.spectrum();
            assertThat(spectrum.abscissa()).isCloseTo(batch.abscissa(set), relative(batch.abscissa(set)));
            assertThat(spectrum.smallestReal()).isCloseTo(batch.smallestReal(set), relative(batch.smallestReal(set)));
            worstBalance = Math.max(worstBalance, largest(net) / largest(reference));
            worstAbscissa = Math.max(worstAbscissa, Math.abs(spectrum.abscissa() / batch.abscissa(set) - 1));
        }
        System.out.println("members of " + name + ": worst |S v| / max |v| " + worstBalance
                + ", worst relative difference of the recomputed abscissa " + worstAbscissa);
    }

    private static double largest(double[] numbers) {
        return Arrays.stream(numbers).map(Math::abs).max().orElseThrow();
    }

    private static Offset<Double> relative(double value) {
        return within(1e-8 * Math.abs(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"textbook_pathway", "yeast_glycolysis", "ecoli_central_carbon", "level1"})
    void memberIsByteIdenticalToWritingTheDocumentWhole(String name) throws IOException {
        SampledModel model = SampledModel.of(name);
        ScreenedBatch batch = model.screened(MEMBERS, 2);
        RunTables tables = RunTables.of(model.jacobian());
        List<byte[]> members = members(model, batch);
        SbmlSource first = SbmlSource.of("first.xml", members.get(0));

        for (int set = 0; set < MEMBERS; set++) {
            double[] values = tables.memberValues(model.jacobian().worker(1), drawn(model, batch, set));
            SbmlPatch whole = SbmlPatch.of(first).member(entries("m" + set));
            for (int k = 0; k < values.length; k++) {
                whole.value(tables.memberAddresses().get(k), values[k]);
            }

            assertThat(members.get(set)).isEqualTo(whole.bytes());
        }
    }

    private static Map<String, String> entries(String member) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("program", "Kindling 1.2");
        entries.put("generator", "ORACLE");
        entries.put("seed", "7");
        entries.put("source-sha256", "c0ffee");
        entries.put("member", member);
        return entries;
    }

    @Test
    void onlyDrawnAndScaleParametersDifferFromTheModel() throws IOException {
        SampledModel model = SampledModel.of("yeast_glycolysis");
        SbmlModel member = SampledModel.of(anyMember(model)).sbml();
        List<String> differing = RunTables.of(model.jacobian()).memberAddresses();

        assertThat(member.kinetics().species())
                .isEqualTo(model.sbml().kinetics().species());
        assertThat(member.kinetics().reactions().stream().map(Reaction::id))
                .containsExactlyElementsOf(model.sbml().kinetics().reactions().stream()
                        .map(Reaction::id)
                        .toList());
        assertThat(addresses(member)).isEqualTo(addresses(model.sbml()));
        Map<Symbol, Double> before = model.sbml().kinetics().initialValues();
        Map<Symbol, Double> after = member.kinetics().initialValues();
        List<String> changed = addresses(member).stream()
                .filter(address -> !Objects.equals(after.get(new Symbol(address)), before.get(new Symbol(address))))
                .toList();
        assertThat(changed).isNotEmpty().isSubsetOf(differing);
    }

    private static List<String> addresses(SbmlModel model) {
        return model.kinetics().parameters().stream().map(Parameter::address).toList();
    }

    @Test
    void localParametersStayLocal() throws IOException {
        XmlQuery before = XmlQuery.of(Files.readAllBytes(Path.of("test-models/yeast_glycolysis.xml")));
        XmlQuery after = XmlQuery.of(anyMember(SampledModel.of("yeast_glycolysis")));

        assertThat(after.texts("//kineticLaw//parameter/@id"))
                .isNotEmpty()
                .isEqualTo(before.texts("//kineticLaw//parameter/@id"));
        assertThat(after.texts("/sbml/model/listOfParameters/parameter/@id"))
                .isEqualTo(before.texts("/sbml/model/listOfParameters/parameter/@id"));
        assertThat(after.texts("//kineticLaw//parameter/@value"))
                .isNotEqualTo(before.texts("//kineticLaw//parameter/@value"));
    }

    @Test
    void notesAnnotationsAndNamesAreKept() throws IOException {
        XmlQuery before = XmlQuery.of(Files.readAllBytes(Path.of("test-models/ecoli_central_carbon.xml")));
        XmlQuery after = XmlQuery.of(anyMember(SampledModel.of("ecoli_central_carbon")));

        for (String path : List.of("//@id", "//@name", "//@metaid", "//notes", "//math", "//@units")) {
            assertThat(after.texts(path)).as(path).isNotEmpty().containsAll(before.texts(path));
        }
        assertThat(after.texts("//species/annotation//@*[name()='rdf:resource']"))
                .isNotEmpty()
                .isEqualTo(before.texts("//species/annotation//@*[name()='rdf:resource']"));
    }

    @Test
    void ontologyTermsAreAddedOnlyWhereThereAreNone() throws IOException {
        String text = Files.readString(Path.of("test-models/textbook_pathway.xml"))
                .replaceAll("(id=\"Km_E1_S\".*)sboTerm=\"[^\"]*\"", "$1sboTerm=\"SBO:0000322\"")
                .replaceAll("(id=\"(?:Km_E1_A|Vmax_E1|Keq_E1)\".*) sboTerm=\"[^\"]*\"", "$1");
        SampledModel model = SampledModel.of(text.getBytes(StandardCharsets.UTF_8));

        XmlQuery member = XmlQuery.of(anyMember(model));

        assertThat(member.texts("//parameter[@id='Km_E1_S']/@sboTerm")).containsExactly("SBO:0000322");
        assertThat(member.texts("//parameter[@id='Km_E1_A']/@sboTerm")).containsExactly("SBO:0000027");
        assertThat(member.texts("//parameter[@id='Vmax_E1']/@sboTerm")).containsExactly("SBO:0000186");
        assertThat(member.texts("//parameter[@id='Keq_E1']/@sboTerm")).containsExactly("SBO:0000281");
    }

    @Test
    void memberSaysWhereItComesFrom() throws IOException {
        XmlQuery member = XmlQuery.of(anyMember(SampledModel.of("textbook_pathway")));

        String own = "/sbml/model/annotation/*[name()='kindling:member']/";
        assertThat(member.texts(own + "@member")).containsExactly("m0");
        assertThat(member.texts(own + "@seed")).containsExactly("7");
        assertThat(member.texts(own + "@generator")).containsExactly("ORACLE");
        assertThat(member.texts(own + "@program")).containsExactly("Kindling 1.2");
        assertThat(member.texts(own + "@source-sha256")).containsExactly("c0ffee");
        assertThat(member.texts("//*[name()='bqmodel:isDerivedFrom']//@*[name()='rdf:resource']"))
                .containsExactly("urn:sha256:c0ffee");
    }

    @Test
    void historyKeepsWhoCreatedTheModelAndNotesTheChange() throws IOException {
        SampledModel model = SampledModel.of("ecoli_central_carbon");
        XmlQuery before = XmlQuery.of(Files.readAllBytes(Path.of("test-models/ecoli_central_carbon.xml")));
        Instant date = Instant.parse("2026-11-21T00:00:00Z");

        byte[] base = MemberWriter.of(
                        model.sbml(),
                        model.jacobian(),
                        new MemberWriter.Origin("Kindling 1.2", "c0ffee", 7, "ORACLE", Optional.of(date)))
                .base();

        XmlQuery after = XmlQuery.of(base);
        assertThat(after.texts("//*[name()='dc:creator']"))
                .isNotEmpty()
                .isEqualTo(before.texts("//*[name()='dc:creator']"));
        assertThat(after.texts("//*[name()='dcterms:created']"))
                .isNotEmpty()
                .isEqualTo(before.texts("//*[name()='dcterms:created']"));
        List<String> modified = after.texts("//*[name()='dcterms:modified']");
        assertThat(modified.get(modified.size() - 1).strip()).isEqualTo(date.toString());
    }

    @Test
    void levelOneIsWrittenAsLevelTwoVersionFour() throws IOException {
        XmlQuery member = XmlQuery.of(anyMember(SampledModel.of("level1")));

        assertThat(member.rootAttribute("level")).isEqualTo("2");
        assertThat(member.rootAttribute("version")).isEqualTo("4");
        assertThat(member.rootAttribute("xmlns")).isEqualTo("http://www.sbml.org/sbml/level2/version4");
        assertThat(member.texts("//kineticLaw/math")).hasSize(3);
    }

    @Test
    void baseModelNamesTheRolesOfAllParameters() throws IOException {
        XmlQuery base = XmlQuery.of(SampledModel.of("shared_constant").writer().base());

        String own = "/sbml/model/annotation/*[name()='kindling:member']/";
        assertThat(base.texts(own + "@role-saturation").get(0).split(" ")).contains("Km=A");
        assertThat(base.texts(own + "@role-scale").get(0).split(" ")).contains("supply.k", "k");
        assertThat(base.texts(own + "@member")).isEmpty();
    }

    @Test
    void fileNamesAreMadeOfTheModelAndTheMember() throws IOException {
        assertThat(SampledModel.of("textbook_pathway").writer().fileName("m0001"))
                .isEqualTo("textbook_pathway.m0001.xml");
    }

    private static byte[] anyMember(SampledModel model) throws IOException {
        return members(model, model.screened(1, 1)).get(0);
    }

    private static List<byte[]> members(SampledModel model, ScreenedBatch batch) throws IOException {
        MemberWriter writer = model.writer();
        List<byte[]> members = new ArrayList<>();
        for (int set = 0; set < batch.sets(); set++) {
            members.add(writer.member(
                    "m" + set, drawn(model, batch, set), model.jacobian().worker(1)));
        }
        return members;
    }

    private static double[] drawn(SampledModel model, ScreenedBatch batch, int set) {
        int dimension = model.jacobian().space().dimension();
        return Arrays.copyOfRange(batch.values(), set * dimension, (set + 1) * dimension);
    }
}
