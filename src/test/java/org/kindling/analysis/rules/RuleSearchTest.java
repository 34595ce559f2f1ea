package org.kindling.analysis.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindling.network.KineticModel;
import org.kindling.network.ModelSketch;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.Bounds;
import org.kindling.parameters.MeasuredConstant;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sampling.Population;

/** Rules that were planted into populations are found, and chance is not taken for one. */
class RuleSearchTest {

    private static final KineticModel MODEL = ModelSketch.model("""
            compartment cell = 1
            species A in cell = 2
            species B in cell = 3
            species C in cell = 4
            parameter V = 5
            parameter ka = 4
            parameter kb = 6
            parameter kc = 7
            parameter E = 1
            parameter W = 5
            reaction R: A -> B; V*E*A/ka/(1 + A/ka + B/kb)
            reaction S: B -> C; W*B/kc/(1 + B/kc)
            """);
    private static final ParameterSpace SPACE = space(ParameterSpace.Options.DEFAULT);
    private static final int SETS = 4_000;

    @Test
    void plantedRuleIsFound() {
        Population population = population(SPACE, SETS);
        IntPredicate planted = set -> sigma(population, set, 0) > 0.7 && sigma(population, set, 2) < 0.4;

        RuleSet found = RuleSearch.of(RuleSearch.Options.DEFAULT).search(population, planted);

        assertThat(found.rules()).hasSize(1);
        Rule rule = found.rules().get(0);
        assertThat(rule.ranges()).extracting(RuleRange::address).containsExactly("ka", "kc");
        assertThat(rule.ranges().get(0).lowest()).isCloseTo(0.7, within(0.01));
        assertThat(rule.ranges().get(0).highest()).isOne();
        assertThat(rule.ranges().get(1).lowest()).isZero();
        assertThat(rule.ranges().get(1).highest()).isCloseTo(0.4, within(0.01));
        assertThat(rule.heldOut().purity().value()).isGreaterThan(0.98);
        assertThat(rule.heldOut().coverage().value()).isGreaterThan(0.98);
        assertThat(rule.heldOut().lift()).isCloseTo(1 / 0.12, within(1.2));
        assertThat(found.wanted().value()).isCloseTo(0.12, within(0.02));
        assertThat(found.grown() + found.heldOut()).isEqualTo(SETS);
        assertThat(found.heldOut()).isBetween(1_100, 1_300);
    }

    @Test
    void figuresOfHeldOutSetsAreCountedAmongThemAlone() {
        Population population = population(SPACE, SETS);
        IntPredicate planted = set -> sigma(population, set, 1) > 0.5;

        Rule rule = RuleSearch.of(RuleSearch.Options.DEFAULT)
                .search(population, planted)
                .rules()
                .get(0);

        RuleFigures grown = rule.grown();
        RuleFigures heldOut = rule.heldOut();
        assertThat(grown.sets() + heldOut.sets()).isEqualTo(SETS);
        double boundary = rule.ranges().get(0).lowest();
        long inside = IntStream.range(0, SETS)
                .filter(set -> sigma(population, set, 1) >= boundary)
                .count();
        assertThat(grown.inside() + heldOut.inside()).isEqualTo(inside);
    }

    @Test
    void chanceLooksPureOnlyAmongTheSetsItWasGrownOn() {
        Population population = population(SPACE, SETS);
        boolean[] coins = new boolean[SETS];
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(3L);
        for (int set = 0; set < SETS; set++) {
            coins[set] = random.nextBoolean();
        }

        RuleSet found =
                RuleSearch.of(new RuleSearch.Options(8, 10, 0.3, 0.002, 20, 1)).search(population, set -> coins[set]);

        long inside = found.rules().stream()
                .mapToLong(rule -> rule.heldOut().inside())
                .sum();
        long wanted = found.rules().stream()
                .mapToLong(rule -> rule.heldOut().wantedInside())
                .sum();
        assertThat(inside).isGreaterThan(100);
        // Four standard deviations of a fair coin.
        assertThat((double) wanted / inside).isCloseTo(0.5, within(2 / Math.sqrt((double) inside)));
        assertThat(found.rules().get(0).grown().purity().value()).isGreaterThan(0.9);
    }

    @Test
    void sameSeedFindsTheSameAndAnotherHoldsOutOthers() {
        Population population = population(SPACE, SETS);
        IntPredicate planted = set -> sigma(population, set, 0) > 0.3 + 0.2 * sigma(population, set, 1);

        RuleSet one = RuleSearch.of(RuleSearch.Options.DEFAULT).search(population, planted);
        RuleSet other =
                RuleSearch.of(new RuleSearch.Options(4, 50, 0.3, 0.05, 5, 2)).search(population, planted);

        assertThat(RuleSearch.of(RuleSearch.Options.DEFAULT).search(population, planted))
                .isEqualTo(one);
        assertThat(other).isNotEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void rulesHaveNoMoreConditionsThanTheTreeIsDeep(int depth) {
        Population population = population(SPACE, SETS);
        IntPredicate planted =
                set -> sigma(population, set, 0) + sigma(population, set, 1) + sigma(population, set, 2) > 2;

        RuleSet found = RuleSearch.of(new RuleSearch.Options(depth, 50, 0.3, 0.01, 5, 1))
                .search(population, planted);

        assertThat(found.rules()).isNotEmpty();
        assertThat(found.rules().stream().mapToInt(rule -> rule.ranges().size()).max())
                .hasValue(depth);
    }

    @Test
    void purestRuleComesFirstAndSmallOnesAreLeftOut() {
        Population population = population(SPACE, SETS);
        IntPredicate planted =
                set -> sigma(population, set, 0) > 0.97 || (sigma(population, set, 1) > 0.5 && set % 5 > 0);

        RuleSet all = RuleSearch.of(new RuleSearch.Options(2, 20, 0.3, 0, 9, 1)).search(population, planted);
        RuleSet covering =
                RuleSearch.of(new RuleSearch.Options(2, 20, 0.3, 0.3, 9, 1)).search(population, planted);

        assertThat(all.rules().size()).isGreaterThan(covering.rules().size());
        assertThat(all.rules().get(0).grown().purity().value())
                .isGreaterThan(covering.rules().get(0).grown().purity().value());
        assertThat(covering.rules())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.grown().coverage().value()).isGreaterThan(0.3));
    }

    @Test
    void rangesOfMeasuredAndFreeParametersAreThoseOfTheirConstants() {
        ParameterSpace space = space(new ParameterSpace.Options(
                Map.of("ka", new MeasuredConstant.Estimate(10, 0.5)), Set.of("ka", "E"), Set.of()));
        Population population = population(space, SETS);
        IntPredicate planted = set -> value(population, set, 0) < 12 && value(population, set, 1) > 2;

        Rule rule = RuleSearch.of(RuleSearch.Options.DEFAULT)
                .search(population, planted)
                .rules()
                .get(0);

        assertThat(rule.ranges()).extracting(RuleRange::address).containsExactly("ka", "E");
        // The reference of ka is the concentration of A, that of E its value in the file.
        Bounds ka = rule.ranges().get(0).constants(2);
        Bounds free = rule.ranges().get(1).constants(1);
        assertThat(ka.lower()).isZero();
        assertThat(ka.upper()).isCloseTo(12, within(0.2));
        assertThat(free.lower()).isCloseTo(2, within(0.05));
        assertThat(free.upper()).isInfinite();
        assertThat(rule.heldOut().purity().value()).isGreaterThan(0.98);
    }

    @Test
    void withoutBothKindsOfSetsThereIsNoRule() {
        Population population = population(SPACE, 200);

        assertThat(RuleSearch.of(RuleSearch.Options.DEFAULT)
                        .search(population, set -> true)
                        .rules())
                .isEmpty();
        assertThat(RuleSearch.of(RuleSearch.Options.DEFAULT)
                        .search(population, set -> false)
                        .rules())
                .isEmpty();
    }

    @Test
    void impossibleOptionsAndRangesAreRefused() {
        assertThatThrownBy(() -> new RuleSearch.Options(0, 50, 0.3, 0.05, 5, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RuleSearch.Options(4, 50, 1, 0.05, 5, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RuleSearch.Options(4, 50, 0.3, Double.NaN, 5, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RuleRange("k", 0.5, 0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RuleRange("k", 0.5, 1.1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ParameterSpace space(ParameterSpace.Options options) {
        return ParameterSpace.of(ParameterRoles.of(MODEL), ReferenceState.of(MODEL), options);
    }

    /** Sets of the prior. */
    private static Population population(ParameterSpace space, int sets) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(7L);
        double[] coordinates = new double[sets * space.dimension()];
        for (int place = 0; place < coordinates.length; place++) {
            double share = random.nextDouble();
            coordinates[place] = Math.log(share / (1 - share));
        }
        double[] spectra = new double[sets];
        Arrays.fill(spectra, -1);
        return Population.of(space, coordinates, spectra, spectra.clone(), spectra.clone());
    }

    private static double sigma(Population population, int set, int parameter) {
        return 1 / (1 + Math.exp(population.coordinate(set, parameter)));
    }

    private static double value(Population population, int set, int parameter) {
        return population.space().coordinates().get(parameter).prior().valueAt(population.coordinate(set, parameter));
    }
}
