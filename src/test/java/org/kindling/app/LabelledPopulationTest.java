package org.kindling.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindling.dynamics.Criterion;
import org.kindling.ensemble.Manifest;
import org.kindling.ensemble.MemberSelection;
import org.kindling.ensemble.SetsTable;
import org.kindling.generators.TrainingRun;
import org.kindling.network.InputException;
import org.kindling.parameters.Coordinate;
import org.kindling.parameters.KineticParameter;
import org.kindling.sampling.Population;
import org.kindling.sampling.Progress;

/** Populations from everything that Kindling writes: their sets and labels are those that were written. */
class LabelledPopulationTest {

    private static final ModelOptions MODEL = SampleJob.of("textbook_pathway").modelOptions();
    private static final CriterionOptions FAST = CriterionOptions.of(Criterion.abscissaBelow(-2));

    /** Values that have gone through coordinates, and spectra of them, agree to this with those written. */
    private static final double ROUNDING = 1e-9;

    @TempDir
    private Path folder;

    private static LabelledPopulation read(Path source, Optional<ModelOptions> model)
            throws IOException, InterruptedException {
        return LabelledPopulation.read(new PopulationOptions(source, model, Optional.empty()), 2, Progress.NONE);
    }

    private static List<double[]> rows(Path folder) throws IOException {
        List<double[]> rows = new ArrayList<>();
        SetsTable.ofSets(folder).read(rows::add);
        return rows;
    }

    private static List<String> addresses(Population population) {
        return population.space().coordinates().stream()
                .map(Coordinate::address)
                .toList();
    }

    /** The values of the parameters that vary, set by set. */
    private static double[] values(Population population) {
        double[] values = population.coordinates();
        population.space().values(values, values, population.size());
        return values;
    }

    private static double[] abscissae(Population population) {
        return IntStream.range(0, population.size())
                .mapToDouble(population::abscissa)
                .toArray();
    }

    /** The sets and labels of a run's table are those of the population. */
    private static void assertIsOf(Path run, Population population) throws IOException {
        List<double[]> rows = rows(run);
        int width = population.space().dimension();
        double[] values = values(population);
        assertThat(population.size()).isEqualTo(rows.size());
        for (int set = 0; set < rows.size(); set++) {
            double[] row = rows.get(set);
            assertThat(population.abscissa(set)).isCloseTo(row[1], within(Math.abs(row[1]) * ROUNDING));
            assertThat(population.smallestReal(set)).isCloseTo(row[2], within(Math.abs(row[2]) * ROUNDING));
            for (int k = 0; k < width; k++) {
                double value = row[row.length - width + k];
                assertThat(values[set * width + k]).isCloseTo(value, within(value * ROUNDING));
            }
        }
    }

    @Test
    void runBringsItsOwnModelLabelsAndCriterion() throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        SampleJob.of("textbook_pathway").criterion(FAST).into(run);

        LabelledPopulation read = read(run, Optional.empty());

        assertIsOf(run, read.population());
        assertThat(read.criterion()).contains(FAST);
        assertThat(read.setup().model().id()).isEqualTo("textbook_pathway");
        assertThat(read.inputs()).extracting(Manifest.FileEntry::path).containsExactly("base.xml", "sets.csv");
    }

    @Test
    void runIsLabelledAnewForAnotherState() throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        SampleJob.of("textbook_pathway").criterion(FAST).into(run);
        Path half = Files.writeString(folder.resolve("fluxes.csv"), "reaction,flux\nE1,1.5\nE2,1.5\nE3,1.5\n");
        ModelOptions slow = SampleJob.of("textbook_pathway").fluxes(half).modelOptions();

        LabelledPopulation same = read(run, Optional.of(MODEL));
        LabelledPopulation other = read(run, Optional.of(slow));

        assertIsOf(run, same.population());
        assertThat(same.criterion()).isEmpty();
        assertThat(values(other.population())).isEqualTo(values(same.population()));
        // Half of the fluxes at the same concentrations make everything half as fast.
        for (int set = 0; set < same.population().size(); set++) {
            assertThat(other.population().abscissa(set) / same.population().abscissa(set))
                    .isCloseTo(0.5, within(ROUNDING));
        }
    }

    @Test
    void generatedSetsAreLabelledByTheModel() throws IOException, InterruptedException {
        Path sets = folder.resolve("sets");
        Path generator = generator();
        Kindling.generate(hundred(generator, Optional.empty()), output("sets"), Progress.NONE);
        Kindling.generateScreened(
                hundred(
                        generator,
                        Optional.of(new GenerationOptions.Screening(Optional.empty(), MemberSelection.DEFAULT))),
                output("screened"),
                Progress.NONE);

        LabelledPopulation read = read(sets, Optional.of(MODEL));

        assertIsOf(folder.resolve("screened"), read.population());
        assertThat(read.criterion()).isEmpty();
        assertThatThrownBy(() -> read(sets, Optional.empty()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("does not say of which model its sets are");
    }

    private static GenerationOptions hundred(Path generator, Optional<GenerationOptions.Screening> screening) {
        return new GenerationOptions(generator, Optional.empty(), 100, 3, 2, screening, Optional.empty());
    }

    private Path generator() throws IOException, InterruptedException {
        return Kindling.train(
                        MODEL,
                        new TrainingOptions(
                                new TrainerChoice.Spectral(
                                        TrainerChoice.Mode.SHARP,
                                        TrainerChoice.Architecture.LOGISTIC,
                                        OptionalDouble.empty(),
                                        OptionalDouble.empty(),
                                        OptionalDouble.empty(),
                                        OptionalDouble.empty(),
                                        List.of(),
                                        OptionalInt.empty()),
                                60,
                                FAST,
                                20,
                                1,
                                2),
                        output("trained"),
                        Progress.NONE,
                        TrainingRun.Listener.NONE)
                .generator();
    }

    private OutputOptions output(String name) {
        return new OutputOptions(folder.resolve(name), false, false, Optional.empty(), List.of("test"));
    }

    @Test
    void setsOfSkimpyAreLabelledByTheModel() throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        Path file = folder.resolve("sets.h5");
        SampleJob.of("textbook_pathway").into(run);
        RunExporter.skimpy(run, MemberSelection.parse("all"), file, false);

        LabelledPopulation read = read(file, Optional.of(MODEL));

        // Members stand in the order of their rank, all of this run are valid.
        assertThat(abscissae(read.population()))
                .isSorted()
                .usingComparatorWithPrecision(ROUNDING)
                .containsExactly(
                        rows(run).stream().mapToDouble(row -> row[1]).sorted().toArray());
        assertThat(read.inputs())
                .extracting(Manifest.FileEntry::path)
                .containsExactly("textbook_pathway.xml", "sets.h5");
        assertThatThrownBy(() -> read(file, Optional.empty()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--model");
    }

    @Test
    void rolesAreThoseOfTheRunWhateverWouldBeInferred() throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        Path roles = Files.writeString(
                folder.resolve("roles.yaml"),
                "Km_E1_S: fixed\nKm_E2_A: free\nKm_E2_B: {role: saturation, species: A}\n");
        SampleJob.of("textbook_pathway")
                .roles(roles)
                .vary("Km_E1_A", "Km_E2_A", "Km_E2_B")
                .into(run);

        Population own = read(run, Optional.empty()).population();
        Population anew = read(run, Optional.of(MODEL)).population();

        assertIsOf(run, own);
        assertIsOf(run, anew);
        assertThat(addresses(own)).containsExactly("Km_E1_A", "Km_E2_A", "Km_E2_B");
        assertThat(own.space().coordinates())
                .extracting(Coordinate::parameter)
                .extracting(KineticParameter::species)
                .containsExactly(Optional.of("A"), Optional.empty(), Optional.of("A"));
        assertThat(anew.space().coordinates()).isEqualTo(own.space().coordinates());
    }

    @Test
    void onlyWhatVariedInTheRunIsACoordinate() throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        SampleJob.of("textbook_pathway").vary("Km_E1_S", "Km_E3_P").into(run);

        Population own = read(run, Optional.empty()).population();

        assertThat(addresses(own)).containsExactly("Km_E1_S", "Km_E3_P");
        assertIsOf(run, own);
        assertIsOf(run, read(run, Optional.of(MODEL)).population());
    }

    @Test
    void whatHoldsNoPopulationIsRefused() {
        assertThatThrownBy(() -> read(folder.resolve("none"), Optional.empty()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("none: does not exist");
        assertThatThrownBy(() -> read(folder, Optional.of(MODEL))).isInstanceOf(InputException.class);
    }
}
