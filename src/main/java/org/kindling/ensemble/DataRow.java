package org.kindling.ensemble;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/** The values of one data set of a report or plot: a vector, one number, or nothing where they could not be computed. Immutable. */
public final class DataRow {

    private final SedMlOutput.DataSet dataSet;
    private final Shape shape;
    private final double[] values;

    /** What a data set is. */
    public enum Shape {
        /** A value for each time. */
        VECTOR,
        /** One value. */
        NUMBER,
        /** Nothing: it could not be computed. */
        MISSING
    }

    private DataRow(SedMlOutput.DataSet dataSet, Shape shape, double... values) {
        this.dataSet = dataSet;
        this.shape = shape;
        this.values = values;
    }

    /**
     * A value for each time.
     *
     * @param dataSet whose
     * @param values the values, shape [times]; copied
     * @return the row
     */
    public static DataRow vector(SedMlOutput.DataSet dataSet, double... values) {
        return new DataRow(dataSet, Shape.VECTOR, values.clone());
    }

    /**
     * One value.
     *
     * @param dataSet whose
     * @param value the value
     * @return the row
     */
    public static DataRow number(SedMlOutput.DataSet dataSet, double value) {
        return new DataRow(dataSet, Shape.NUMBER, value);
    }

    /**
     * Nothing.
     *
     * @param dataSet what could not be computed
     * @return the row
     */
    public static DataRow missing(SedMlOutput.DataSet dataSet) {
        return new DataRow(dataSet, Shape.MISSING);
    }

    /**
     * Whose values they are.
     *
     * @return the data set
     */
    public SedMlOutput.DataSet dataSet() {
        return dataSet;
    }

    /**
     * What the data set is.
     *
     * @return its shape
     */
    public Shape shape() {
        return shape;
    }

    /**
     * How many values there are.
     *
     * @return their number, 0 where it is missing
     */
    public int size() {
        return values.length;
    }

    /**
     * The values.
     *
     * @return a new array, shape [times]; one value of a number, none of what is missing
     */
    public double[] values() {
        return values.clone();
    }

    /** The values in a row of given length, empty where there is none. */
    List<OptionalDouble> cells(int length) {
        DoubleStream padding = DoubleStream.generate(() -> Double.NaN);
        return DoubleStream.concat(DoubleStream.of(values), padding)
                .limit(length)
                .mapToObj(value -> Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value))
                .toList();
    }
}
