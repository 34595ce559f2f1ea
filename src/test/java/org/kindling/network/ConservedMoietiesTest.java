package org.kindling.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;

/** Moieties of networks whose conservation relations are known. */
class ConservedMoietiesTest {

    @Test
    void adenylatesAreConserved() {
        Moieties found = moieties("""
                compartment cell = 1
                species ATP in cell = 3
                species ADP in cell = 1
                species AMP in cell = 0.1
                species X in cell = 1
                reaction use: X + ATP -> ADP; X
                reaction make: ADP -> ATP; ADP
                reaction kinase: ATP + AMP -> 2 ADP; AMP
                reaction supply: -> X; 1
                """);

        assertThat(found.moieties().count()).isEqualTo(1);
        assertThat(found.moieties().composition(0))
                .containsOnlyKeys("ATP", "ADP", "AMP")
                .allSatisfy((id, coefficient) -> assertThat(coefficient).isCloseTo(1, within(1e-12)));
    }

    @Test
    void moietyAcrossCompartmentsIsConservedInAmounts() {
        Moieties found = moieties("""
                compartment outside = 0.9
                compartment inside = 0.1
                species Xout in outside = 2
                species Xin in inside = 9
                species Yin in inside = 4.5
                reaction import: Xout -> Xin; Xout
                reaction change: Xin -> Yin; Xin
                reaction export: Yin -> Xout; Yin
                """);

        assertThat(found.moieties().count()).isEqualTo(1);
        assertThat(found.moieties().composition(0))
                .containsOnlyKeys("Xout", "Xin", "Yin")
                .allSatisfy((id, coefficient) -> assertThat(coefficient).isCloseTo(1, within(1e-12)));
    }

    @Test
    void coefficientsOfAMoietyMayDiffer() {
        Moieties found = moieties("""
                compartment cell = 1
                species M in cell = 1
                species D in cell = 1
                species T in cell = 1
                reaction dimerise: 2 M -> D; M
                reaction extend: M + D -> T; M
                """);

        assertThat(found.moieties().count()).isEqualTo(1);
        Map<String, Double> composition = found.moieties().composition(0);
        double unit = composition.getOrDefault("M", 0.0);
        assertThat(composition.getOrDefault("D", 0.0) / unit).isCloseTo(2, within(1e-12));
        assertThat(composition.getOrDefault("T", 0.0) / unit).isCloseTo(3, within(1e-12));
    }

    @Test
    void decimalCoefficientsOfGrowthDoNotHideMoieties() {
        Moieties found = moieties("""
                compartment cell = 1
                species ATP in cell = 3
                species ADP in cell = 1
                species P in cell = 2
                species NAD in cell = 2
                species NADH in cell = 0.2
                species AA in cell = 0.1
                species C in cell = 0.1
                boundary biomass in cell = 1
                reaction growth: 4.88139e7 AA + 82306.1234567 ATP + 1.7867e-3 NADH + 0.123456789 C -> biomass + 82306.1234567 ADP + 82306.1234567 P + 1.7867e-3 NAD; AA
                reaction make: ADP + P + NADH -> ATP + NAD; ADP
                reaction reduce: NAD + C -> NADH + 0.3333333 AA; NAD
                reaction leak: ATP -> ADP + P; ATP
                reaction supply: -> C; 1
                """);

        assertThat(found.moieties().count()).isEqualTo(3);
        assertThat(found.residual()).isLessThan(1e-12);
    }

    @Test
    void rateRulesAreNotConserved() {
        Moieties found = moieties("""
                compartment cell = 1
                species A in cell = 1
                species B in cell = 1
                parameter y = 1
                rate y = A - y
                reaction R: A -> B; A
                """);

        assertThat(found.moieties().count()).isEqualTo(1);
        assertThat(found.moieties().composition(0)).containsOnlyKeys("A", "B");
    }

    @Test
    void catalystIsAMoietyOfItsOwn() {
        Moieties found = moieties("""
                compartment cell = 1
                species A in cell = 1
                species E in cell = 1
                reaction R: A + E -> E; A*E
                """);

        assertThat(found.moieties().count()).isEqualTo(1);
        assertThat(found.moieties().composition(0)).containsExactly(Map.entry("E", 1.0));
    }

    @Test
    void preferredSpeciesAreIndependent() {
        RateEquations equations = RateEquations.of(ModelSketch.model("""
                        compartment cell = 1
                        species A in cell = 1
                        species B in cell = 1
                        reaction R: A -> B; A
                        reaction Q: B -> A; B
                        """));

        assertThat(ConservedMoieties.of(equations, new int[] {0, 1}).independent())
                .containsExactly(0);
        assertThat(ConservedMoieties.of(equations, new int[] {1, 0}).independent())
                .containsExactly(1);
    }

    @Test
    void modelWithoutReactionsConservesNothing() {
        Moieties found = moieties("compartment cell = 1\nspecies A in cell = 1");

        assertThat(found.moieties().count()).isZero();
        assertThat(found.moieties().independent()).isEmpty();
    }

    @Test
    void randomNetworksHaveAsManyMoietiesAsRowsBeyondTheRank() {
        double worst = 0;
        int moieties = 0;
        for (int seed = 0; seed < 100; seed++) {
            Moieties found = moieties(RateEquations.of(RandomNetworks.model(seed)));
            double[][] dense = found.equations().stoichiometry().toDense();
            int rank = dense.length == 0 ? 0 : rank(dense);

            assertThat(found.moieties().count()).as("seed %s", seed).isEqualTo(dense.length - rank);
            assertThat(found.moieties().independent()).as("seed %s", seed).hasSize(rank);
            worst = Math.max(worst, found.residual());
            moieties += found.moieties().count();
        }
        System.out.println("link matrices of 100 random networks: " + moieties + " moieties, worst residual " + worst);

        assertThat(worst).isLessThan(1e-14);
        assertThat(moieties).isGreaterThan(50);
    }

    private static int rank(double[][] matrix) {
        RealMatrix scaled = MatrixUtils.createRealMatrix(matrix);
        return new SingularValueDecomposition(scaled).getRank();
    }

    private static Moieties moieties(String text) {
        return moieties(RateEquations.of(ModelSketch.model(text)));
    }

    private static Moieties moieties(RateEquations equations) {
        int[] order = IntStream.range(0, equations.states().size()).toArray();
        return new Moieties(equations, ConservedMoieties.of(equations, order));
    }

    private record Moieties(RateEquations equations, ConservedMoieties moieties) {

        /** The largest entry of the difference of both sides of the link equation, beside the largest of its row. */
        double residual() {
            double[][] dense = equations.stoichiometry().toDense();
            int[] independent = moieties.independent();
            List<Integer> dependent = IntStream.of(moieties.dependent()).boxed().toList();
            double worst = 0;
            for (int row = 0; row < dependent.size(); row++) {
                for (int process = 0; process < dense[0].length; process++) {
                    double linked = 0;
                    double size = Math.abs(dense[dependent.get(row)][process]);
                    for (int column = 0; column < independent.length; column++) {
                        double term = moieties.link(row, column) * dense[independent[column]][process];
                        linked += term;
                        size = Math.max(size, Math.abs(term));
                    }
                    double difference = Math.abs(linked - dense[dependent.get(row)][process]);
                    worst = Math.max(worst, size == 0 ? 0 : difference / size);
                }
            }
            return worst;
        }
    }
}
