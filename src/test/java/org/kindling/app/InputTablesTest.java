package org.kindling.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindling.ensemble.SetsTable;
import org.kindling.network.InputException;

/** Tables beside the model: what they set, and how they are refused. */
class InputTablesTest {

    private static final Path ECOLI = Path.of("test-models/ecoli_central_carbon");

    @TempDir
    private Path folder;

    @Test
    void publishedTablesGiveTheSpectrumOfTheFile() {
        double ofFile = lambdaMax(SampleJob.of("ecoli_central_carbon"));

        double ofTables = lambdaMax(SampleJob.of("ecoli_central_carbon")
                .concentrations(ECOLI.resolve("concentrations.csv"))
                .fluxes(ECOLI.resolve("fluxes.csv")));

        assertThat(ofFile).isCloseTo(-27.84846266012928, within(1e-9));
        assertThat(ofTables).isCloseTo(ofFile, within(1e-9 * Math.abs(ofFile)));
    }

    @Test
    void doubledFluxesDoubleTheSpectrum() throws IOException {
        Path fluxes = table("reaction,flux", "E1,6", "E2,6", "E3,6");

        assertThat(lambdaMax(SampleJob.of("textbook_pathway").fluxes(fluxes)))
                .isCloseTo(2 * lambdaMax(SampleJob.of("textbook_pathway")), within(1e-12));
    }

    @Test
    void displacementsSetEquilibriumConstants() throws IOException {
        // Keq = (p/s) / Gamma: of E2, with A = 2, B = 1 and Gamma = 1/8, it is 4 and not the 2 of the file.
        Path fluxes = table("reaction,flux,lnGamma", "E1,3,", "E2,3," + Math.log(0.125), "E3,3,");

        ModelReport report = inspect(SampleJob.of("textbook_pathway").fluxes(fluxes));

        assertThat(value(report, "Keq_E2")).isCloseTo(4, within(1e-14));
        assertThat(value(report, "Keq_E1")).isOne();
    }

    @Test
    void concentrationsReplaceThoseOfTheFile() throws IOException {
        Path concentrations = table("species,concentration", "N,1", "A,1", "H,2");

        ModelReport report = inspect(SampleJob.of("unsteady").concentrations(concentrations));

        assertThat(report.referenceState().steady()).isTrue();
        assertThat(report.dynamics().lambdaMax().orElseThrow()).isCloseTo(-1, within(1e-12));
    }

    @Test
    void columnsOfOtherProgramsAndCompressedFilesAreUnderstood() throws IOException {
        Path file = folder.resolve("state.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(
                    "species_id,compartment,concentration_mM\nN,c,1\nA,c,1\nH,c,2\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(inspect(SampleJob.of("unsteady").concentrations(file))
                        .referenceState()
                        .steady())
                .isTrue();
    }

    @Test
    void numbersInOtherUnitsAreConverted() throws IOException {
        Path concentrations = table("species,concentration,unit", "A,1000,uM", "N,0.001,mol/L", "H,2,");
        assertThat(inspect(SampleJob.of("unsteady").concentrations(concentrations))
                        .referenceState()
                        .steady())
                .isTrue();
        Path all = table("reaction,flux_M_per_s", "E1,1e-4", "E2,1e-4", "E3,1e-4");
        // 1e-4 mol per second are 6 mmol per minute, twice the flux of the file.
        assertThat(lambdaMax(SampleJob.of("textbook_pathway").fluxes(all)))
                .isCloseTo(2 * lambdaMax(SampleJob.of("textbook_pathway")), within(1e-12));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "species,concentration_mean;A,1 | row 2 | unit 'mean'",
                "species,concentration,unit;A,1,;B,1,ppm | row 3 | unit 'ppm'"
            })
    void unitsThatCannotBeConvertedAreRefused(String lines, String place, String problem) throws IOException {
        Path concentrations = table(lines.split(";"));

        assertRefused(SampleJob.of("textbook_pathway").concentrations(concentrations), place, problem);
    }

    @Test
    void fluxesOfDryWeightAreRefused() throws IOException {
        Path fluxes = table("reaction,flux_mmol_per_gDW_h", "E1,3");

        assertRefused(SampleJob.of("textbook_pathway").fluxes(fluxes), "row 2", "mmol_per_gDW_h");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "species,concentration;A,1;nobody,2 | row 3 | no species nobody",
                "species,concentration;A,much | row 2 | 'much' is no number",
                "species,concentration;A,-1 | row 2 | negative",
                "species,concentration;A,NaN | row 2 | not finite",
                "name,concentration;A,1 | table.csv | no column species or species_id",
                "species,amount;A,1 | table.csv | no column concentration"
            })
    void wrongConcentrationsAreRefusedByRowAndName(String lines, String place, String problem) throws IOException {
        Path concentrations = table(lines.split(";"));

        assertRefused(SampleJob.of("textbook_pathway").concentrations(concentrations), place, problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reaction,flux;E1,3;E9,3 | row 3 | no reaction E9",
                "reaction,flux;E1, | row 2 | is no number",
                "reaction,flux,lnGamma;E1,3,x | row 2 | 'x' is no number",
                "reaction;E1 | table.csv | no column flux"
            })
    void wrongFluxesAreRefusedByRowAndName(String lines, String place, String problem) throws IOException {
        Path fluxes = table(lines.split(";"));

        assertRefused(SampleJob.of("textbook_pathway").fluxes(fluxes), place, problem);
    }

    @Test
    void fluxAgainstItsThermodynamicDirectionIsRefusedByReaction() throws IOException {
        Path fluxes = table("reaction,flux", "E1,-3", "E2,-3", "E3,-3");

        assertThatThrownBy(() -> SampleJob.of("textbook_pathway").fluxes(fluxes).into(folder.resolve("run")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("E1");
    }

    @Test
    void unsteadyFluxesAreRefusedByWorstSpecies() throws IOException {
        Path fluxes = table("reaction,flux", "E1,3", "E2,3", "E3,4");

        assertThatThrownBy(() -> SampleJob.of("textbook_pathway").fluxes(fluxes).into(folder.resolve("run")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("species B")
                .hasMessageContaining("not steady");
    }

    @Test
    void unsteadyModelIsRefusedByWorstSpeciesAndResidual() {
        assertThatThrownBy(() -> SampleJob.of("unsteady").into(folder.resolve("run")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("species A")
                .hasMessageContaining("0.72")
                .hasMessageContaining("--steady-state");
    }

    @Test
    void searchFindsTheSteadyState() throws IOException, InterruptedException {
        ModelReport report = inspect(SampleJob.of("unsteady").steadyState());

        assertThat(report.referenceState().steady()).isTrue();
        assertThat(report.dynamics().lambdaMax().orElseThrow()).isCloseTo(-1, within(1e-8));
        SampleJob.of("unsteady").steadyState().into(folder.resolve("run"));
        ModelReport base = inspect(SampleJob.of(folder.resolve("run/base.xml")));
        assertThat(base.referenceState().maxRelativeResidual()).isLessThan(1e-9);
        String text = Files.readString(folder.resolve("run/base.xml"));
        assertThat(concentration(text, "A")).isCloseTo(1, within(1e-8));
        assertThat(concentration(text, "N")).isCloseTo(1, within(1e-8));
        assertThat(concentration(text, "H")).isCloseTo(2, within(1e-8));
    }

    private static double concentration(String sbml, String species) {
        return Double.parseDouble(sbml.replaceFirst(
                "(?s).*<species id=\"" + species + "\"[^>]*initialConcentration=\"([^\"]*)\".*", "$1"));
    }

    @Test
    void measuredRangesHoldForEveryDrawnValue() throws IOException, InterruptedException {
        Path measured = table(
                "parameter,reaction,species,lower,upper,mean,sd_log10,unit",
                "Km_E1_S,,,3,5,,,",
                ",E2,A,100,200,,,uM",
                "Km_E3_B,,,,,0.5,0.1,mM");

        SampleJob.of("textbook_pathway").measured(measured).into(folder.resolve("run"));

        assertThat(drawn("Km_E1_S")).hasSize(300).allMatch(value -> value >= 3 && value <= 5);
        assertThat(drawn("Km_E2_A")).allMatch(value -> value >= 0.1 && value <= 0.2);
        List<Double> estimated = drawn("Km_E3_B");
        double mean = estimated.stream().mapToDouble(Math::log10).average().orElseThrow();
        double variance = estimated.stream()
                .mapToDouble(value -> Math.pow(Math.log10(value) - mean, 2))
                .average()
                .orElseThrow();
        // Four standard errors of 300 draws.
        assertThat(mean).isCloseTo(Math.log10(0.5), within(4 * 0.1 / Math.sqrt(300)));
        assertThat(Math.sqrt(variance)).isCloseTo(0.1, within(4 * 0.1 / Math.sqrt(600)));
        assertThat(drawn("Km_E1_A")).anyMatch(value -> value > 20).anyMatch(value -> value < 0.2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "parameter,lower,upper;Km_none,1,2 | row 2 | no parameter Km_none",
                "parameter,lower,upper;Km_E1_S,1,2;Km_E1_S,1,2 | row 3 | given twice",
                "parameter,lower,upper;Km_E1_S,2,1 | row 2 | ",
                "parameter,lower,upper;Km_E1_S,1, | row 2 | neither a range nor a mean",
                "parameter,mean,sd_log10;Km_E1_S,1,0 | row 2 | positive",
                "reaction,species,lower,upper;E1,B,1,2 | row 2 | no saturation constant of B"
            })
    void wrongMeasurementsAreRefusedByRowAndName(String lines, String place, String problem) throws IOException {
        Path measured = table(lines.split(";"));

        assertRefused(SampleJob.of("textbook_pathway").measured(measured), place, problem == null ? "" : problem);
    }

    @Test
    void onlyWhatMayVaryIsDrawn() throws IOException, InterruptedException {
        SampleJob.of("textbook_pathway").vary("Km_E1_S", "Km_E2_A").into(folder.resolve("vary"));
        SampleJob.of("textbook_pathway").fix("Km_E1_S").into(folder.resolve("fix"));

        assertThat(parameters("vary")).containsExactly("Km_E1_S", "Km_E2_A");
        assertThat(parameters("fix")).containsExactly("Km_E1_A", "Km_E2_A", "Km_E2_B", "Km_E3_B", "Km_E3_P");
    }

    @Test
    void localParametersAreAddressedByTheirReaction() throws IOException, InterruptedException {
        SampleJob.of("yeast_glycolysis").vary("PDC.Ki_PDC_PO4").into(folder.resolve("run"));

        assertThat(parameters("run")).containsExactly("PDC.Ki_PDC_PO4");
    }

    @Test
    void rolesAreTakenFromYaml() throws IOException {
        Path roles = Files.writeString(
                folder.resolve("roles.yaml"), "Km_E1_S: fixed\nKm_E1_A: {role: saturation, species: A}\n");

        ModelReport report = inspect(SampleJob.of("textbook_pathway").roles(roles));

        assertThat(report.parameters()).containsEntry("saturation", 5).containsEntry("fixed", 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Km_E1_S: wanted",
                "Km_none: fixed",
                "Km_E1_S: {role: saturation, species: nobody}",
                "- Km_E1_S",
                "Km_E1_S: [",
                ""
            })
    void wrongRolesAreRefused(String yaml) throws IOException {
        Path roles = Files.writeString(folder.resolve("roles.yaml"), yaml);

        assertThatThrownBy(() -> inspect(SampleJob.of("textbook_pathway").roles(roles)))
                .isInstanceOf(InputException.class)
                .extracting(Throwable::getMessage, InstanceOfAssertFactories.STRING)
                .hasLineCount(1);
    }

    private void assertRefused(SampleJob job, String place, String problem) {
        assertThatThrownBy(() -> inspect(job))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(place)
                .hasMessageContaining(problem)
                .extracting(Throwable::getMessage, InstanceOfAssertFactories.STRING)
                .hasLineCount(1);
    }

    private Path table(String... lines) throws IOException {
        return Files.write(folder.resolve("table.csv"), List.of(lines));
    }

    private List<String> parameters(String run) throws IOException {
        List<String> columns = SetsTable.ofSets(folder.resolve(run)).columns();
        return columns.subList(columns.indexOf("weight") + 1, columns.size());
    }

    private List<Double> drawn(String parameter) throws IOException {
        SetsTable table = SetsTable.ofSets(folder.resolve("run"));
        List<Double> values = new ArrayList<>();
        table.read(row -> values.add(row[table.column(parameter).orElseThrow()]));
        return values;
    }

    private static ModelReport inspect(SampleJob job) {
        return Kindling.inspect(job.modelOptions());
    }

    private static double lambdaMax(SampleJob job) {
        return inspect(job).dynamics().lambdaMax().orElseThrow();
    }

    private static double value(ModelReport report, String parameter) {
        return report.parameterTable().stream()
                .filter(entry -> entry.id().equals(parameter))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
