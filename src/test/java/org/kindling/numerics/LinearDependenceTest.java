package org.kindling.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearDependenceTest {
    @Test
    void oneMoietyGivesItsSignedSum() {
        double[] cycle = {-1, 1, 0, 1, -1, 0, 0, 0, 1};

        LinearDependence dependence = LinearDependence.of(cycle, 3, new int[] {0, 1, 2});

        assertThat(dependence.independentRows()).containsExactly(0, 2);
        assertThat(dependence.dependentRows()).containsExactly(1);
        assertThat(dependence.coefficient(0, 0)).isEqualTo(-1);
        assertThat(dependence.coefficient(0, 1)).isZero();
    }

    @Test
    void preferenceDecidesWhichRowIsIndependent() {
        double[] cycle = {-1, 1, 1, -1};

        assertThat(LinearDependence.of(cycle, 2, new int[] {1, 0}).independentRows())
                .containsExactly(1);
    }

    @Test
    void zeroRowsAndEmptyMatricesAreDependent() {
        assertThat(LinearDependence.of(new double[6], 2, new int[] {0, 1, 2}).rank())
                .isZero();
        assertThat(LinearDependence.of(new double[0], 0, new int[0]).rank()).isZero();
        assertThat(LinearDependence.of(new double[0], 0, new int[] {0}).dependentRows())
                .containsExactly(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void moietiesSurviveABiomassColumnOfLargeDecimals(int seed) {
        Network network = Network.random(60, 110, 5, seed);

        LinearDependence dependence = LinearDependence.of(network.matrix, network.columns, network.preference);

        int[] independent = dependence.independentRows();
        int[] dependent = dependence.dependentRows();
        assertThat(dependence.rank()).isEqualTo(network.rows - 5);
        for (int d = 0; d < dependent.length; d++) {
            for (int j = 0; j < network.columns; j++) {
                double sum = 0;
                double size = Math.abs(network.matrix[dependent[d] * network.columns + j]);
                for (int k = 0; k < independent.length; k++) {
                    double term = dependence.coefficient(d, k) * network.matrix[independent[k] * network.columns + j];
                    sum += term;
                    size += Math.abs(term);
                }
                assertThat(sum).isCloseTo(network.matrix[dependent[d] * network.columns + j], within(1e-13 * size));
            }
            for (int k = 0; k < independent.length; k++) {
                double sixfold = 6 * dependence.coefficient(d, k);
                assertThat(sixfold).isCloseTo(Math.rint(sixfold), within(1e-12));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {11, 12, 13})
    void basisIsTheFirstInTheOrderOfPreference(int seed) {
        Network network = Network.random(30, 50, 3, seed);
        int[] reversed = IntStream.range(0, network.rows)
                .map(i -> network.preference[network.rows - 1 - i])
                .toArray();

        int[] last =
                LinearDependence.of(network.matrix, network.columns, reversed).dependentRows();
        int[] first = LinearDependence.of(network.matrix, network.columns, network.preference)
                .dependentRows();

        assertThat(last).hasSameSizeAs(first).doesNotContain(reversed[0]);
        assertThat(first).doesNotContain(network.preference[0]);
    }

    @Test
    void preferenceThatIsNoPermutationIsRefused() {
        assertThatThrownBy(() -> LinearDependence.of(new double[4], 2, new int[] {0, 0}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("each row once");
        assertThatThrownBy(() -> LinearDependence.of(new double[3], 2, new int[] {0, 1}))
                .hasMessageContaining("3 entries");
        assertThatThrownBy(() -> LinearDependence.of(new double[] {Double.NaN}, 1, new int[] {0}))
                .hasMessageContaining("NaN");
    }

    /**
     * A network whose first species carry one moiety each, in a carrier of one, two or three units, and share no
     * other; the last column makes biomass from all species with decimal coefficients up to 5e7.
     */
    private static final class Network {
        private final int rows;
        private final int columns;
        private final double[] matrix;
        private final int[] preference;

        private Network(int rows, int columns) {
            this.rows = rows;
            this.columns = columns;
            matrix = new double[rows * columns];
            preference = new int[rows];
        }

        private static Network random(int rows, int columns, int moieties, int seed) {
            SplittableRandom random = new SplittableRandom(seed);
            Network network = new Network(rows, columns);
            int members = 4;
            for (int j = 0; j < columns; j++) {
                boolean biomass = j == columns - 1;
                for (int moiety = 0; moiety < moieties; moiety++) {
                    network.convert(moiety * members, members, j, biomass, random);
                }
                for (int i = moieties * members; i < rows; i++) {
                    if (biomass) {
                        network.matrix[i * columns + j] = -Math.rint(random.nextDouble() * 5e11) / 1e4;
                    } else if (random.nextDouble() < 0.1) {
                        network.matrix[i * columns + j] = random.nextInt(5) - 2;
                    }
                }
            }
            network.shuffle(random);
            return network;
        }

        /** Moves units between two members of a moiety; member m carries 1, 1, 2 or 3 units. */
        private void convert(int first, int members, int j, boolean biomass, SplittableRandom random) {
            int[] units = {1, 1, 2, 3};
            int from = random.nextInt(members);
            int to = (from + 1 + random.nextInt(members - 1)) % members;
            double amount = biomass ? Math.rint(random.nextDouble() * 5e9) / 64 : 6;
            if (biomass || random.nextDouble() < 0.4) {
                matrix[(first + from) * columns + j] = -amount * 6 / units[from];
                matrix[(first + to) * columns + j] = amount * 6 / units[to];
            }
        }

        private void shuffle(SplittableRandom random) {
            for (int i = 0; i < rows; i++) {
                int k = random.nextInt(i + 1);
                preference[i] = preference[k];
                preference[k] = i;
            }
        }
    }
}
