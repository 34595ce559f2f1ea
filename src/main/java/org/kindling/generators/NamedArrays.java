package org.kindling.generators;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Arrays of numbers by name, each with its shape: what a generator consists of, and what a training that is interrupted goes
 * on from. Immutable.
 */
public final class NamedArrays {

    /** No arrays. */
    public static final NamedArrays EMPTY = new NamedArrays(Map.of());

    private final Map<String, Array> arrays;

    /** One array; single precision where its numbers come from single precision. */
    private static final class Array {

        private final List<Integer> shape;
        private final boolean single;
        private final double[] numbers;

        Array(List<Integer> shape, boolean single, double[] numbers) {
            this.shape = shape;
            this.single = single;
            this.numbers = numbers;
        }
    }

    private NamedArrays(Map<String, Array> arrays) {
        this.arrays = arrays;
    }

    /**
     * These arrays and another one.
     *
     * @param name its name
     * @param numbers its numbers row by row; copied
     * @param shape its shape; left out for a plain list of numbers
     * @return the new arrays
     * @throws IllegalArgumentException if the shape does not fit the numbers
     */
    public NamedArrays with(String name, double[] numbers, int... shape) {
        return with(name, numbers.clone(), false, shape);
    }

    /**
     * These arrays and another one of single precision.
     *
     * @param name its name
     * @param numbers its numbers row by row; copied
     * @param shape its shape; left out for a plain list of numbers
     * @return the new arrays
     * @throws IllegalArgumentException if the shape does not fit the numbers
     */
    public NamedArrays with(String name, float[] numbers, int... shape) {
        double[] wide = new double[numbers.length];
        for (int k = 0; k < wide.length; k++) {
            wide[k] = numbers[k];
        }
        return with(name, wide, true, shape);
    }

    private NamedArrays with(String name, double[] numbers, boolean single, int... shape) {
        List<Integer> axes = shape.length == 0
                ? List.of(numbers.length)
                : Arrays.stream(shape).boxed().toList();
        if (axes.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b) != numbers.length) {
            throw new IllegalArgumentException(name + " has " + numbers.length + " numbers, not the shape " + axes);
        }
        Map<String, Array> more = new LinkedHashMap<>(arrays);
        more.put(name, new Array(axes, single, numbers));
        return new NamedArrays(more);
    }

    /**
     * The names.
     *
     * @return the names in the order in which the arrays were added
     */
    public Set<String> names() {
        return Collections.unmodifiableSet(arrays.keySet());
    }

    /**
     * An array.
     *
     * @param name its name
     * @return a copy of its numbers row by row
     * @throws IllegalArgumentException if there is no such array
     */
    public double[] numbers(String name) {
        return array(name).numbers.clone();
    }

    /**
     * An array in single precision.
     *
     * @param name its name
     * @return a copy of its numbers row by row
     * @throws IllegalArgumentException if there is no such array
     */
    public float[] singles(String name) {
        double[] numbers = array(name).numbers;
        float[] singles = new float[numbers.length];
        for (int k = 0; k < singles.length; k++) {
            singles[k] = (float) numbers[k];
        }
        return singles;
    }

    /**
     * A number.
     *
     * @param name the name of an array with one number
     * @return the number
     * @throws IllegalArgumentException if there is no such array, or it is empty
     */
    public double number(String name) {
        double[] numbers = array(name).numbers;
        if (numbers.length == 0) {
            throw new IllegalArgumentException(name + " has no number.");
        }
        return numbers[0];
    }

    /**
     * The shape of an array.
     *
     * @param name its name
     * @return its length along each axis
     * @throws IllegalArgumentException if there is no such array
     */
    public List<Integer> shape(String name) {
        return array(name).shape;
    }

    /**
     * Whether an array is of single precision.
     *
     * @param name its name
     * @return whether its numbers are
     * @throws IllegalArgumentException if there is no such array
     */
    public boolean single(String name) {
        return array(name).single;
    }

    private Array array(String name) {
        Array array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("There is no array " + name + " among " + arrays.keySet() + ".");
        }
        return array;
    }
}
