package org.kindling.analysis.rules;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sampling.Population;
import org.kindling.sampling.RandomStreams;

/**
 * Finds rules for a property of parameter sets: a decision tree is grown on some sets of a population, and each of its leaves
 * with more than the usual share of wanted sets is a rule. Rules are chosen by the sets that they were grown on, so that the
 * figures of the others are those of sets that had no say.
 *
 * <p>Source: S. Andreozzi, L. Miskovic, V. Hatzimanikatis, iSCHRUNK: in silico approach to characterization and reduction of
 * uncertainty in the kinetic models of genome-scale metabolic networks, Metab. Eng. 33, 158 (2016),
 * doi:10.1016/j.ymben.2015.10.002. There a rule is judged by new models that are drawn within it; that is what
 * {@link ParameterSpace#within} is for.
 */
public final class RuleSearch {

    private static final long PURPOSE = 0x52554C4553L; // "RULES" in ASCII

    private final Options options;

    private RuleSearch(Options options) {
        this.options = options;
    }

    /**
     * How rules are searched.
     *
     * @param depth how many splits there are at most from the root of the tree to a leaf, and so how many conditions in a rule
     * @param minSplit how many sets a node holds at least to be split
     * @param heldOut the share of sets that the tree is not grown on
     * @param minCoverage the share of the wanted sets that a rule covers at least
     * @param maxRules how many rules are kept
     * @param seed decides which sets are held out
     */
    public record Options(int depth, int minSplit, double heldOut, double minCoverage, int maxRules, long seed) {

        /** Rules of up to six conditions, three tenths of the sets held out. */
        public static final Options DEFAULT = new Options(6, 50, 0.3, 0.05, 5, 1);

        /**
         * Creates options.
         *
         * @throws IllegalArgumentException if a number is not positive, or a share not below 1
         */
        public Options {
            if (depth < 1 || minSplit < 1 || maxRules < 1) {
                throw new IllegalArgumentException("Depth, sets to split and number of rules must be at least 1, not "
                        + depth + ", " + minSplit + " and " + maxRules + ".");
            }
            if (!(heldOut > 0 && heldOut < 1 && minCoverage >= 0 && minCoverage < 1)) {
                throw new IllegalArgumentException(
                        "The share of sets held out must lie between 0 and 1, and the coverage "
                                + "from 0 to below 1, not " + heldOut + " and " + minCoverage + ".");
            }
        }
    }

    /**
     * A search.
     *
     * @param options how to search
     * @return the search
     */
    public static RuleSearch of(Options options) {
        return new RuleSearch(options);
    }

    /**
     * Searches rules. Each set counts alike, whatever its weight. Memory grows with sets times parameters.
     *
     * @param population the sets
     * @param wanted whether a set, by its row, has the property
     * @return the rules; none if no leaf of the tree is better than all sets together
     */
    public RuleSet search(Population population, IntPredicate wanted) {
        BitSet heldOut = heldOut(population);
        LabelledPart grown = LabelledPart.of(population, wanted, set -> !heldOut.get(set));
        LabelledPart judging = LabelledPart.of(population, wanted, heldOut::get);
        List<Rule> rules = leaves(grown)
                .map(leaf -> ranges(population.space(), leaf))
                .map(ranges -> new Rule(ranges, grown.figures(ranges), judging.figures(ranges)))
                .filter(this::useful)
                .sorted(Comparator.comparingDouble(
                                (Rule rule) -> rule.grown().purity().low())
                        .reversed())
                .limit(options.maxRules())
                .toList();
        return new RuleSet(
                grown.size(), judging.size(), Share.of(grown.wanted() + judging.wanted(), population.size()), rules);
    }

    /** Whether a set is held out depends on its index alone, not on what else there is. */
    private BitSet heldOut(Population population) {
        RandomStreams streams = RandomStreams.of(options.seed(), PURPOSE);
        BitSet heldOut = new BitSet(population.size());
        for (int set = 0; set < population.size(); set++) {
            heldOut.set(set, streams.stream(population.index(set)).nextDouble() < options.heldOut());
        }
        return heldOut;
    }

    private Stream<Map<String, SaturationTree.Side>> leaves(LabelledPart grown) {
        return grown.wanted() == 0 || grown.wanted() == grown.size()
                ? Stream.of()
                : SaturationTree.grow(grown, options.depth(), options.minSplit()).leaves().stream();
    }

    private static List<RuleRange> ranges(ParameterSpace space, Map<String, SaturationTree.Side> leaf) {
        return space.coordinates().stream()
                .flatMap(coordinate ->
                        Optional.ofNullable(leaf.get(coordinate.address()))
                                .flatMap(side -> side.range(coordinate))
                                .stream())
                .toList();
    }

    private boolean useful(Rule rule) {
        RuleFigures grown = rule.grown();
        RuleFigures judging = rule.heldOut();
        return judging.inside() > 0
                && judging.wanted() > 0
                && grown.lift() > 1
                && grown.coverage().value() >= options.minCoverage();
    }
}
