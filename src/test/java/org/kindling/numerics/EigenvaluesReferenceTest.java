package org.kindling.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EigenvaluesReferenceTest {
    private static final Path DATA = Path.of("../shared/data");

    /** Jacobians of the strain 1 model by SKiMpy, in doubles, and their eigenvalues to 25 digits before rounding. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "2", "published"})
    void strainOneJacobiansHaveTheirPublishedSpectrum(String set) throws IOException {
        Path file = DATA.resolve("skimpy_strain1_jacobian_" + set + ".csv");
        Path expectedFile = DATA.resolve("skimpy_strain1_eigenvalues_hp.csv");
        boolean present = Files.exists(file) && Files.exists(expectedFile);
        if (!present) {
            System.out.println("Skipped: no shared data at " + file);
        }
        assumeTrue(present);
        double[] matrix = matrix(file);
        int order = (int) Math.round(Math.sqrt(matrix.length));
        String[] expected = Files.readAllLines(expectedFile).stream()
                .map(line -> line.split(","))
                .filter(fields -> fields[0].equals(set))
                .findFirst()
                .orElseThrow();
        Eigenvalues eigenvalues = Eigenvalues.ofOrder(order);
        EigenvalueRefinement refinement = EigenvalueRefinement.ofOrder(order);

        eigenvalues.compute(matrix);

        for (int k = 0; k < order; k++) {
            double real = Double.parseDouble(expected[1 + k]);
            RefinedEigenvalue refined = refinement.refine(matrix, eigenvalues.real(k), eigenvalues.imaginary(k));
            assertThat(refined.converged()).isTrue();
            assertThat(eigenvalues.real(k)).isCloseTo(real, within(1e-8 * Math.abs(real))); // observed 2e-9
            assertThat(refined.real()).isCloseTo(real, within(2e-11 * Math.abs(real))); // rounding of the file: 2e-12
        }
    }

    /** The worst error of the abscissa over ten networks, against the refined eigenvalue. */
    @ParameterizedTest
    @CsvSource({"20, 6, 1e-11", "44, 10, 1e-8", "85, 10, 1e-8"})
    void abscissaOfStiffNetworksIsAccurateWithoutRefinement(int order, double decades, double tolerance) {
        Eigenvalues eigenvalues = Eigenvalues.ofOrder(order);
        EigenvalueRefinement refinement = EigenvalueRefinement.ofOrder(order);
        for (int seed = 0; seed < 10; seed++) {
            double[] matrix = KineticJacobian.random(order, decades, seed);

            eigenvalues.compute(matrix);

            RefinedEigenvalue refined = refinement.refine(matrix, eigenvalues.real(0), eigenvalues.imaginary(0));
            assertThat(eigenvalues.converged()).isTrue();
            assertThat(refined.converged()).isTrue();
            assertThat(eigenvalues.abscissa()).isCloseTo(refined.real(), within(tolerance * Math.abs(refined.real())));
        }
    }

    private static double[] matrix(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.stream()
                .skip(1)
                .map(line -> line.substring(line.indexOf(',') + 1))
                .flatMap(line -> List.of(line.split(",")).stream())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
