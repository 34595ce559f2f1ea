package org.kindling.parameters;

import java.util.Arrays;

/**
 * Parameter sets: points of a parameter space, one set a row, shape [sets, parameters], as values of the constants in the
 * model's units. Immutable.
 */
public final class ParameterSets {

    private final ParameterSpace space;
    private final int size;
    private final double[] values;

    private ParameterSets(ParameterSpace space, int size, double[] values) {
        this.space = space;
        this.size = size;
        this.values = values;
    }

    /**
     * Sets from their values.
     *
     * @param space the axes
     * @param size the number of sets
     * @param values the values row by row, shape [sets, parameters]; copied
     * @return the sets
     * @throws IllegalArgumentException if the number of values is not that of sets times axes, or one is not positive and
     *     finite
     */
    public static ParameterSets of(ParameterSpace space, int size, double[] values) {
        if (values.length != size * space.dimension()) {
            throw new IllegalArgumentException("Expected " + size + " sets of " + space.dimension() + " values, got "
                    + values.length + " values.");
        }
        for (double value : values) {
            if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("A constant must be positive and finite, not " + value + ".");
            }
        }
        return new ParameterSets(space, size, values.clone());
    }

    /**
     * The axes.
     *
     * @return the space whose points these are
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
     * The value of a constant in a set.
     *
     * @param set the row
     * @param parameter the column, an index of {@link ParameterSpace#coordinates}
     * @return the value in the model's units
     */
    public double value(int set, int parameter) {
        return values[set * space.dimension() + parameter];
    }

    /**
     * One set.
     *
     * @param set the row
     * @return a new array of its values, shape [parameters]
     */
    public double[] row(int set) {
        return Arrays.copyOfRange(values, set * space.dimension(), (set + 1) * space.dimension());
    }
}
