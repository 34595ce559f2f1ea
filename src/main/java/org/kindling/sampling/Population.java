package org.kindling.sampling;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.kindling.dynamics.Criterion;
import org.kindling.parameters.ParameterSpace;

/**
 * Parameter sets with what their spectra are: what generators learn from, and what populations are judged by. Sets without a
 * spectrum are none of a population. Immutable.
 */
public final class Population {

    private final ParameterSpace space;
    private final int size;
    private final double[] coordinates;
    private final double[] abscissae;
    private final double[] smallestReals;
    private final double[] weights;
    private final int[] indices;

    private Population(
            ParameterSpace space,
            double[] coordinates,
            double[] abscissae,
            double[] smallestReals,
            double[] weights,
            int[] indices) {
        this.space = space;
        this.size = abscissae.length;
        this.coordinates = coordinates;
        this.abscissae = abscissae;
        this.smallestReals = smallestReals;
        this.weights = weights;
        this.indices = indices;
    }

    /**
     * A population. The arrays become its own.
     *
     * @param space the axes
     * @param coordinates the coordinates u of {@link ParameterSpace#values} row by row, shape [sets, parameters]
     * @param abscissae the spectral abscissa of each set, unit 1 / time, shape [sets]
     * @param smallestReals the real part of each set's fastest mode, unit 1 / time, shape [sets]
     * @param weights what each set counts, shape [sets]; all equal where they count alike
     * @return the population
     * @throws IllegalArgumentException if the shapes do not fit each other
     */
    public static Population of(
            ParameterSpace space, double[] coordinates, double[] abscissae, double[] smallestReals, double[] weights) {
        int sets = abscissae.length;
        if (coordinates.length != sets * space.dimension() || smallestReals.length != sets || weights.length != sets) {
            throw new IllegalArgumentException(sets + " sets of " + space.dimension() + " parameters do not have "
                    + coordinates.length + " coordinates, " + smallestReals.length + " fastest modes and "
                    + weights.length + " weights.");
        }
        int[] indices = IntStream.range(0, sets).toArray();
        return new Population(space, coordinates, abscissae, smallestReals, weights, indices);
    }

    /**
     * The axes.
     *
     * @return the space whose points the sets are
     */
    public ParameterSpace space() {
        return space;
    }

    /**
     * The number of sets.
     *
     * @return how many rows there are
     */
    public int size() {
        return size;
    }

    /**
     * A coordinate of a set.
     *
     * @param set the row
     * @param parameter the column, an index of {@link ParameterSpace#coordinates}
     * @return the coordinate u, for a saturation constant without bounds \( \ln(K/x^*) \)
     */
    public double coordinate(int set, int parameter) {
        return coordinates[set * space.dimension() + parameter];
    }

    /**
     * All coordinates.
     *
     * @return a copy, row by row, shape [sets, parameters]
     */
    public double[] coordinates() {
        return coordinates.clone();
    }

    /**
     * The spectral abscissa of a set.
     *
     * @param set the row
     * @return \( \lambda_{max} \), unit 1 / time
     */
    public double abscissa(int set) {
        return abscissae[set];
    }

    /**
     * The real part of a set's fastest mode.
     *
     * @param set the row
     * @return \( \lambda_{min} \), unit 1 / time
     */
    public double smallestReal(int set) {
        return smallestReals[set];
    }

    /**
     * What a set counts.
     *
     * @param set the row
     * @return its weight
     */
    public double weight(int set) {
        return weights[set];
    }

    /**
     * Where a set comes from.
     *
     * @param set the row
     * @return the row, from 0, that it had in the population that was first made, whatever was taken out since
     */
    public int index(int set) {
        return indices[set];
    }

    /**
     * Whether a set is stable and meets a criterion.
     *
     * @param set the row
     * @param criterion the criterion
     * @return whether it is valid
     */
    public boolean valid(int set, Criterion criterion) {
        return abscissae[set] < 0 && criterion.accepts(abscissae[set], smallestReals[set]);
    }

    /**
     * The same sets without their weights.
     *
     * @return the population whose sets all count alike
     */
    public Population countingAlike() {
        double[] alike = new double[size];
        Arrays.fill(alike, 1);
        return new Population(space, coordinates, abscissae, smallestReals, alike, indices);
    }

    /**
     * Some of the sets.
     *
     * @param kept whether to keep a set, by its row
     * @return the population of those, in the same order
     */
    public Population where(IntPredicate kept) {
        return rows(IntStream.range(0, size).filter(kept).toArray());
    }

    /**
     * Chosen sets.
     *
     * @param rows which ones, in the order that is wanted
     * @return the population of those
     */
    public Population rows(int... rows) {
        int width = space.dimension();
        double[] chosen = new double[rows.length * width];
        for (int k = 0; k < rows.length; k++) {
            System.arraycopy(coordinates, rows[k] * width, chosen, k * width, width);
        }
        int[] origins = Arrays.stream(rows).map(row -> indices[row]).toArray();
        return new Population(space, chosen, of(abscissae, rows), of(smallestReals, rows), of(weights, rows), origins);
    }

    private static double[] of(double[] numbers, int... rows) {
        return Arrays.stream(rows).mapToDouble(row -> numbers[row]).toArray();
    }
}
