package org.kindling.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindling.dynamics.SharedData.Row;
import org.kindling.network.RateProcess;
import org.kindling.parameters.Coordinate;

/**
 * Parameter sets of E. coli's central carbon metabolism that others published, or computed with SKiMpy 1.1: spectra in
 * double precision as published, and in 25 digits from an independent implementation (mpmath).
 */
class PublishedSetsReferenceTest {

    /** Per hour; the threshold of Choudhury et al. 2022, doi:10.1038/s42256-022-00519-y. */
    private static final Criterion FAST = Criterion.abscissaBelow(-9);

    @Test
    void thousandPublishedSetsKeepTheirLabels() throws IOException {
        Sets sets = publishedSets();
        List<Row> labels = SharedData.rows("rekindle_toy_labels.csv");
        double worst = 0;
        double worstScale = 0;
        int flipped = 0;
        for (int set = 0; set < sets.rows.size(); set++) {
            sets.solve(set);
            double published = labels.get(set).number("lambda_max_published");
            worst = Math.max(worst, Math.abs(sets.solver.abscissa() / published - 1));
            worstScale = Math.max(worstScale, sets.worstScale(set, "vmax_forward_"));
            boolean fast = labels.get(set).text("label_rekindle(-1 if <-9)").equals("-1");
            boolean stable = labels.get(set).text("stable(<=0)").equals("1");
            flipped += fast == FAST.accepts(sets.solver.abscissa(), sets.solver.smallestReal()) ? 0 : 1;
            flipped += stable == (sets.solver.spectrum().stability() == Stability.STABLE) ? 0 : 1;
        }
        System.out.println("1,000 published sets: worst relative difference of the abscissa " + worst
                + ", of a maximal velocity " + worstScale + "; labels that differ: " + flipped);

        assertThat(sets.rows).hasSize(1000);
        assertThat(flipped).isZero();
        // The published values are those of plain double precision, 9.5e-7 from 25 digits at worst.
        assertThat(worst).isLessThan(1e-6);
        assertThat(worstScale).isLessThan(2e-11);
    }

    @Test
    void fortyPublishedSetsHaveTheirEigenvaluesToNineDigits() throws IOException {
        checkDigits("40 sets of fdp1", publishedSets(), SharedData.rows("rekindle_toy_eigenvalues_hp.csv"), 40);
    }

    @Test
    void setsOfSkimpyHaveTheirEigenvaluesToNineDigits() throws IOException {
        Sets sets = skimpySets();
        checkDigits("61 sets of strain 1", sets, SharedData.rows("skimpy_strain1_eigenvalues_hp.csv"), 61);

        double worstScale = 0;
        for (int set = 0; set < sets.rows.size(); set++) {
            sets.solve(set);
            worstScale = Math.max(worstScale, sets.worstScale(set, "Vmax_"));
        }
        System.out.println("201 sets of strain 1: worst relative difference of a maximal velocity " + worstScale);
        assertThat(worstScale).isLessThan(2e-11);
    }

    private static void checkDigits(String name, Sets sets, List<Row> exact, int count) {
        double worst = 0;
        double worstOther = 0;
        for (Row row : exact) {
            sets.solve(sets.index(row.text("set")));
            Spectrum spectrum = sets.solver.spectrum();
            worst = Math.max(worst, Math.abs(spectrum.abscissa() / row.number("re0") - 1));
            for (int mode = 0; mode < spectrum.size(); mode++) {
                double real = row.number("re" + mode);
                double imaginary = row.number("im" + mode);
                double distance = Math.hypot(
                        spectrum.real(mode) - real, Math.abs(spectrum.imaginary(mode)) - Math.abs(imaginary));
                worstOther = Math.max(worstOther, distance / Math.hypot(real, imaginary));
            }
        }
        System.out.println(name + " in 25 digits: worst relative error of the abscissa " + worst
                + ", of any eigenvalue " + worstOther);

        assertThat(exact).hasSize(count);
        // Worst seen: 6.5e-12, refined, and 4.8e-9, the error of the QR iteration at a stiffness of 1e9.
        assertThat(worst).isLessThan(7e-11);
        assertThat(worstOther).isLessThan(5e-8);
    }

    private static Sets publishedSets() throws IOException {
        Map<String, String> columns = new HashMap<>();
        for (Row row : SharedData.rows("rekindle_parameter_names.csv")) {
            columns.put(row.text("sbml_id"), row.text("skimpy_name"));
        }
        JacobianFunction function = Jacobians.of(SharedData.model("ecoli_rekindle_fdp1.xml"));
        return new Sets(function, SharedData.rows("rekindle_toy_parameter_sets.csv.gz"), columns);
    }

    private static Sets skimpySets() throws IOException {
        JacobianFunction function = Jacobians.of(SharedData.model("ecoli_varma_strain_1.xml"));
        return new Sets(function, SharedData.rows("skimpy_strain1_parameter_sets.csv"), Map.of());
    }

    /** Parameter sets and the solution of one of them. */
    private static final class Sets {

        private final JacobianFunction function;
        private final JacobianFunction.Worker worker;
        private final SpectrumSolver solver;
        private final List<Row> rows;
        private final Map<String, String> columns;

        Sets(JacobianFunction function, List<Row> rows, Map<String, String> columns) {
            this.function = function;
            this.worker = function.worker(1);
            this.solver = SpectrumSolver.ofOrder(function.order());
            this.rows = rows;
            this.columns = columns;
        }

        int index(String set) {
            for (int index = 0; index < rows.size(); index++) {
                if (rows.get(index).text("set").equals(set)) {
                    return index;
                }
            }
            throw new IllegalArgumentException("No set " + set);
        }

        void solve(int set) {
            double[] values = function.space().coordinates().stream()
                    .map(Coordinate::address)
                    .mapToDouble(address -> rows.get(set).number(columns.getOrDefault(address, address)))
                    .toArray();
            worker.evaluate(values, 0, 1);
            double[] matrix = new double[function.order() * function.order()];
            assertThat(worker.jacobian(0, matrix)).isTrue();
            assertThat(solver.solve(matrix)).isTrue();
        }

        /** How far the scales that hold the fluxes are from the maximal velocities of the table. */
        double worstScale(int set, String prefix) {
            List<RateProcess> processes = function.state().equations().processes();
            double worst = 0;
            for (int process = 0; process < processes.size(); process++) {
                String id = processes.get(process).id();
                String address =
                        function.space().roles().scaleOf(id).orElseThrow().address();
                String column = columns.getOrDefault(address, prefix + id);
                double expected = rows.get(set).number(column);
                worst = Math.max(worst, Math.abs(worker.scale(0, process) / expected - 1));
            }
            return worst;
        }
    }
}
