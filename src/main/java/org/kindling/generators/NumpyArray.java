package org.kindling.generators;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The form of one array of an archive: NumPy's .npy, version 1.0, little-endian, row by row.
 *
 * <p>Source: <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>.
 */
final class NumpyArray {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};

    /** Magic word, two bytes of version and two of the header's length. */
    private static final int PREFIX = MAGIC.length + 4;

    /** The numbers begin at a multiple of this, as the format asks. */
    private static final int ALIGNMENT = 64;

    private static final String DOUBLES = "<f8";
    private static final String SINGLES = "<f4";

    private static final Pattern HEADER =
            Pattern.compile("\\{'descr': '([^']*)', 'fortran_order': (True|False), 'shape': \\(([0-9, ]*)\\), \\}\\s*");

    private NumpyArray() {}

    /** The array as bytes. */
    static byte[] bytes(NamedArrays arrays, String name) {
        boolean single = arrays.single(name);
        double[] numbers = arrays.numbers(name);
        byte[] header = header(single, arrays.shape(name));
        int width = single ? Float.BYTES : Double.BYTES;
        ByteBuffer buffer = ByteBuffer.allocate(Math.addExact(header.length, Math.multiplyExact(width, numbers.length)))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(header);
        for (double number : numbers) {
            if (single) {
                buffer.putFloat((float) number);
            } else {
                buffer.putDouble(number);
            }
        }
        return buffer.array();
    }

    private static byte[] header(boolean single, List<Integer> shape) {
        String axes = shape.stream().map(axis -> axis + ",").collect(Collectors.joining(" "));
        // A comma after the only axis, and none after the last of several: that is how Python writes tuples.
        String tuple = shape.size() > 1 ? axes.substring(0, axes.length() - 1) : axes;
        String text =
                "{'descr': '" + (single ? SINGLES : DOUBLES) + "', 'fortran_order': False, 'shape': (" + tuple + "), }";
        int length = (PREFIX + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        header.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) (length - PREFIX));
        header.put(text.getBytes(StandardCharsets.US_ASCII));
        Arrays.fill(header.array(), header.position(), length - 1, (byte) ' ');
        header.array()[length - 1] = '\n';
        return header.array();
    }

    /**
     * Adds an array from its bytes to others.
     *
     * @throws IllegalArgumentException if the bytes are no array of numbers in this form; the message says why
     */
    static NamedArrays read(NamedArrays others, String name, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.length < PREFIX || !Arrays.equals(Arrays.copyOf(bytes, MAGIC.length), MAGIC) || bytes[6] != 1) {
            throw new IllegalArgumentException("is no array of NumPy's format 1.0");
        }
        int length = Short.toUnsignedInt(buffer.getShort(PREFIX - 2));
        if (PREFIX + length > bytes.length) {
            throw new IllegalArgumentException("ends within its header");
        }
        Matcher header = HEADER.matcher(new String(bytes, PREFIX, length, StandardCharsets.US_ASCII));
        if (!header.matches()) {
            throw new IllegalArgumentException("has a header that is not understood");
        }
        String kind = header.group(1);
        if (!(kind.equals(DOUBLES) || kind.equals(SINGLES)) || header.group(2).equals("True")) {
            throw new IllegalArgumentException(
                    "has numbers of the kind '" + kind + "', not '" + DOUBLES + "' or '" + SINGLES + "' in C order");
        }
        int[] shape = shape(header.group(3));
        buffer.position(PREFIX + length);
        return kind.equals(SINGLES)
                ? others.with(name, singles(buffer, count(shape)), shape)
                : others.with(name, doubles(buffer, count(shape)), shape);
    }

    private static int[] shape(String tuple) {
        try {
            int[] shape = Arrays.stream(tuple.split(","))
                    .map(String::strip)
                    .filter(axis -> !axis.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
            if (shape.length > 0) {
                return shape;
            }
        } catch (NumberFormatException tooLarge) {
            // The message below covers it.
        }
        throw new IllegalArgumentException("has the shape (" + tuple + "), which no array of a generator has");
    }

    private static long count(int... shape) {
        try {
            return Arrays.stream(shape).mapToLong(axis -> axis).reduce(1, Math::multiplyExact);
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException(
                    "has the shape " + Arrays.toString(shape) + ", which is too large", overflow);
        }
    }

    private static void requireBytes(ByteBuffer buffer, long count, int width) {
        if (buffer.remaining() / width != count || buffer.remaining() % width != 0) {
            throw new IllegalArgumentException(
                    "has " + buffer.remaining() + " bytes of numbers where its shape needs " + count + " numbers");
        }
    }

    private static double[] doubles(ByteBuffer buffer, long count) {
        requireBytes(buffer, count, Double.BYTES);
        double[] numbers = new double[(int) count];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = buffer.getDouble();
        }
        return numbers;
    }

    private static float[] singles(ByteBuffer buffer, long count) {
        requireBytes(buffer, count, Float.BYTES);
        float[] numbers = new float[(int) count];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = buffer.getFloat();
        }
        return numbers;
    }
}
