package org.kindling.dynamics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.kindling.network.ReferenceState;
import org.kindling.network.StateVariable;

/** How much there is of each species at a reference state, by which Jacobians are scaled and ordered. */
final class PoolSizes {

    /** Species that have decayed to less than this are as good as absent: to scale by them would overflow. */
    private static final double NONE = 1e-100;

    private PoolSizes() {}

    static boolean isPresent(double value) {
        return value > NONE;
    }

    /** What each state variable is scaled by: its value, or 1 where there is none, shape [states]. */
    static double[] scales(ReferenceState state) {
        return state.equations().states().stream()
                .mapToDouble(variable -> state.value(variable.symbol()))
                .map(value -> isPresent(value) ? value : 1)
                .toArray();
    }

    /** Small pools first: as independent species they keep the entries of T small, and with them rounding errors. */
    static int[] smallestFirst(List<StateVariable> states, double[] scale) {
        return IntStream.range(0, scale.length)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        index -> scale[index] * states.get(index).volume()))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
