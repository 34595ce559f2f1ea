package org.kindling.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.kindling.ensemble.SetsTable;
import org.kindling.parameters.Coordinate;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sampling.Population;
import org.kindling.sampling.ScreenedBatch;
import org.kindling.sampling.SetSource;

/** Parameter sets in memory, as they are read or labelled. */
final class HeldSets implements SetSource {

    private final int width;
    private final List<double[]> values = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();

    /** What is known of a set's spectrum. */
    private record Label(double abscissa, double smallestReal, double weight) {

        static final Label NONE = new Label(Double.NaN, Double.NaN, 0);
    }

    private HeldSets(int width) {
        this.width = width;
    }

    /** No sets yet, of so many parameters. */
    static HeldSets ofWidth(int width) {
        return new HeldSets(width);
    }

    /**
     * The sets of a table, with their labels if it has any.
     *
     * @param table has a column for each parameter of the space
     * @param space the parameters
     */
    static HeldSets of(SetsTable table, ParameterSpace space) throws IOException {
        int[] columns = space.coordinates().stream()
                .map(Coordinate::address)
                .mapToInt(address -> table.column(address).orElseThrow())
                .toArray();
        OptionalInt abscissa = table.column("lambda_max");
        OptionalInt smallest = table.column("lambda_min");
        OptionalInt weight = table.column("weight");
        boolean labelled = abscissa.isPresent() && smallest.isPresent() && weight.isPresent();
        HeldSets sets = new HeldSets(columns.length);
        table.read(row -> {
            sets.values.add(
                    Arrays.stream(columns).mapToDouble(column -> row[column]).toArray());
            sets.labels.add(
                    labelled
                            ? new Label(row[abscissa.getAsInt()], row[smallest.getAsInt()], row[weight.getAsInt()])
                            : Label.NONE);
            return true;
        });
        return sets;
    }

    /** Adds labelled sets, which all count alike. */
    void add(ScreenedBatch batch) {
        for (int set = 0; set < batch.sets(); set++) {
            values.add(Arrays.copyOfRange(batch.values(), set * width, (set + 1) * width));
            labels.add(new Label(batch.abscissa(set), batch.smallestReal(set), 1));
        }
    }

    int size() {
        return values.size();
    }

    @Override
    public void draw(long first, double[] into, int sets) {
        for (int set = 0; set < sets; set++) {
            System.arraycopy(values.get(Math.toIntExact(first + set)), 0, into, set * width, width);
        }
    }

    /** The sets whose spectrum is known; the index of each is its row among all of them. */
    Population population(ParameterSpace space) {
        double[] coordinates = new double[size() * width];
        draw(0, coordinates, size());
        space.coordinates(coordinates, coordinates, size());
        return Population.of(
                        space,
                        coordinates,
                        labels.stream().mapToDouble(Label::abscissa).toArray(),
                        labels.stream().mapToDouble(Label::smallestReal).toArray(),
                        labels.stream().mapToDouble(Label::weight).toArray())
                .where(set -> !Double.isNaN(labels.get(set).abscissa()));
    }
}
