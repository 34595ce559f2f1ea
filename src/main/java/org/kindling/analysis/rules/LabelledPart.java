package org.kindling.analysis.rules;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.kindling.parameters.Coordinate;
import org.kindling.sampling.Population;

/** Some sets of a population, and which of them have the property that rules are wanted for. */
final class LabelledPart {

    private final Population population;
    private final BitSet wanted;

    private LabelledPart(Population population, BitSet wanted) {
        this.population = population;
        this.wanted = wanted;
    }

    static LabelledPart of(Population population, IntPredicate wanted, IntPredicate kept) {
        int[] rows = IntStream.range(0, population.size()).filter(kept).toArray();
        BitSet labels = new BitSet(rows.length);
        for (int row = 0; row < rows.length; row++) {
            labels.set(row, wanted.test(rows[row]));
        }
        return new LabelledPart(population.rows(rows), labels);
    }

    Population population() {
        return population;
    }

    int size() {
        return population.size();
    }

    int wanted() {
        return wanted.cardinality();
    }

    boolean wanted(int set) {
        return wanted.get(set);
    }

    /** Counts how many of the sets, and how many of those with the property, lie within all of some ranges. */
    RuleFigures figures(List<RuleRange> ranges) {
        BitSet inside = new BitSet(size());
        inside.set(0, size());
        for (RuleRange range : ranges) {
            int axis = axis(range.address());
            Coordinate coordinate = population.space().coordinates().get(axis);
            for (int set = inside.nextSetBit(0); set >= 0; set = inside.nextSetBit(set + 1)) {
                double constant = coordinate.prior().valueAt(population.coordinate(set, axis));
                inside.set(set, range.contains(RuleRange.saturation(constant, coordinate.reference())));
            }
        }
        int all = inside.cardinality();
        inside.and(wanted);
        return new RuleFigures(size(), wanted(), all, inside.cardinality());
    }

    private int axis(String address) {
        List<Coordinate> coordinates = population.space().coordinates();
        return IntStream.range(0, coordinates.size())
                .filter(axis -> coordinates.get(axis).address().equals(address))
                .findFirst()
                .orElseThrow();
    }
}
