package org.kindling.copasi;

import java.util.Arrays;
import java.util.List;
import org.kindling.simulation.TimeGrid;

/** The times of a grid as COPASI takes them: rising, without the start, whose row it always adds. */
final class RecordedTimes {

    private final double[] afterStart;
    private final int[] rowOf;

    private RecordedTimes(double[] afterStart, int[] rowOf) {
        this.afterStart = afterStart;
        this.rowOf = rowOf;
    }

    static RecordedTimes of(TimeGrid grid) {
        double[] times = grid.toArray();
        double[] rising =
                Arrays.stream(times).filter(time -> time > 0).distinct().toArray();
        // A course that ends where it starts is no course for COPASI; its row of the start is all that is used.
        double[] afterStart = rising.length == 0 ? new double[] {1} : rising;
        int[] rowOf = Arrays.stream(times)
                .mapToInt(time -> time == 0 ? 0 : 1 + Arrays.binarySearch(afterStart, time))
                .toArray();
        return new RecordedTimes(afterStart, rowOf);
    }

    double[] afterStart() {
        return afterStart;
    }

    /** The rows of the grid from those that COPASI recorded, as far as it came. */
    double[][] onGrid(List<double[]> recorded) {
        return Arrays.stream(rowOf)
                .takeWhile(row -> row < recorded.size())
                .mapToObj(recorded::get)
                .toArray(double[][]::new);
    }
}
