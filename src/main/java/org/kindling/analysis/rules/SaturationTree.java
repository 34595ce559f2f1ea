package org.kindling.analysis.rules;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindling.parameters.Coordinate;
import org.kindling.sampling.Population;
import org.tribuo.ImmutableFeatureMap;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.common.tree.Node;
import org.tribuo.common.tree.SplitNode;
import org.tribuo.common.tree.TreeModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * A decision tree that tells sets with a property from others by their coordinates, grown by CART with Tribuo.
 *
 * <p>It splits the share \( s = 1 / (1 + e^u) \) of the prior that lies above a constant, which is uniform between 0 and 1 whatever
 * the prior, and is the saturation where that has no bounds.
 *
 * <p>Source: L. Breiman, J. H. Friedman, R. A. Olshen, C. J. Stone, Classification and Regression Trees (1984), ISBN
 * 0-412-04841-8.
 */
final class SaturationTree {

    /** Shares are told apart to half a hundredth; finer steps find no purer rules and take more time and memory. */
    private static final double STEPS = 200;

    private final List<Map<String, Side>> leaves = new ArrayList<>();

    private SaturationTree() {}

    /** The part of an axis on which a leaf lies: shares above one number, up to another. */
    record Side(double above, double upTo) {

        private static final Side ALL = new Side(0, 1);

        /**
         * The saturations of a constant on this side; empty if they cannot be told apart, since the constant is next to nothing
         * beside the concentration that it measures.
         */
        Optional<RuleRange> range(Coordinate coordinate) {
            double lowest = above == 0 ? 0 : saturation(coordinate, above);
            double highest = upTo == 1 ? 1 : saturation(coordinate, upTo);
            return lowest < highest
                    ? Optional.of(new RuleRange(coordinate.address(), lowest, highest))
                    : Optional.empty();
        }

        private static double saturation(Coordinate coordinate, double share) {
            double u = Math.log((1 - share) / share);
            return RuleRange.saturation(coordinate.prior().valueAt(u), coordinate.reference());
        }
    }

    /**
     * Grows a tree.
     *
     * @param sets the sets, some with the property and some without
     * @param depth how many splits there are at most between the root and a leaf
     * @param minSplit how many sets a node holds at least to be split
     */
    static SaturationTree grow(LabelledPart sets, int depth, int minSplit) {
        Population population = sets.population();
        LabelFactory factory = new LabelFactory();
        MutableDataset<Label> examples = new MutableDataset<>(
                new SimpleDataSourceProvenance("population", OffsetDateTime.MIN, factory), factory);
        Label yes = new Label("yes");
        Label no = new Label("no");
        String[] addresses = population.space().coordinates().stream()
                .map(Coordinate::address)
                .toArray(String[]::new);
        for (int set = 0; set < population.size(); set++) {
            examples.add(new ArrayExample<>(sets.wanted(set) ? yes : no, addresses, shares(population, set)));
        }
        // All features in each split, at the best place: nothing is left to the seed.
        CARTClassificationTrainer trainer =
                new CARTClassificationTrainer(depth, minSplit, 0, 1, false, new GiniIndex(), 1);
        TreeModel<Label> model = trainer.train(examples);
        SaturationTree tree = new SaturationTree();
        tree.collect(model.getRoot(), model.getFeatureIDMap(), Map.of());
        return tree;
    }

    private static double[] shares(Population population, int set) {
        double[] shares = new double[population.space().dimension()];
        for (int parameter = 0; parameter < shares.length; parameter++) {
            double share = 1 / (1 + Math.exp(population.coordinate(set, parameter)));
            shares[parameter] = Math.rint(share * STEPS) / STEPS;
        }
        return shares;
    }

    private void collect(Node<Label> node, ImmutableFeatureMap features, Map<String, Side> sides) {
        if (node instanceof SplitNode<Label> split) {
            String address = features.get(split.getFeatureID()).getName();
            Side side = sides.getOrDefault(address, Side.ALL);
            collect(
                    split.getLessThanOrEqual(),
                    features,
                    with(sides, address, new Side(side.above(), split.splitValue())));
            collect(split.getGreaterThan(), features, with(sides, address, new Side(split.splitValue(), side.upTo())));
        } else {
            leaves.add(sides);
        }
    }

    private static Map<String, Side> with(Map<String, Side> sides, String address, Side side) {
        Map<String, Side> more = new HashMap<>(sides);
        more.put(address, side);
        return Map.copyOf(more);
    }

    /** Where the leaves lie: for each the sides of the axes that it was split off on, by address. */
    List<Map<String, Side>> leaves() {
        return leaves;
    }
}
