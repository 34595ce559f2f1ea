package org.kindling.ensemble;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A global heap of an HDF5 file: texts of any length, which attributes point at.
 *
 * <p>Numbers follow the HDF5 File Format Specification 3.0, section III.E. Not thread-safe.
 */
final class Hdf5Heap {

    /** The library reads this many bytes at once, so a heap has no fewer. */
    private static final int LEAST_BYTES = 4096;

    private static final int HEADER_BYTES = 16;

    private final long address;
    private final List<byte[]> texts = new ArrayList<>();

    /** An empty heap that will stand at an address. */
    Hdf5Heap(long address) {
        this.address = address;
    }

    /**
     * Where a text stands.
     *
     * @param length its length, bytes
     * @param heap the address of its heap
     * @param number its number there
     */
    record Place(int length, long heap, int number) {}

    /** Adds a text; an empty one stands nowhere. */
    Place put(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) {
            return new Place(0, 0, 0);
        }
        texts.add(bytes);
        return new Place(bytes.length, address, texts.size());
    }

    /** The bytes of the heap. */
    ByteBuffer toBytes() {
        int used = HEADER_BYTES;
        for (byte[] text : texts) {
            used += HEADER_BYTES + padded(text.length);
        }
        // What is left is an object of number 0, or less than its header.
        ByteBuffer bytes = Hdf5Header.buffer(Math.max(LEAST_BYTES, used));
        bytes.put("GCOL".getBytes(StandardCharsets.US_ASCII)).putInt(1).putLong(bytes.capacity());
        for (int k = 0; k < texts.size(); k++) {
            byte[] text = texts.get(k);
            int end = bytes.position() + HEADER_BYTES + padded(text.length);
            bytes.putShort((short) (k + 1)).putShort((short) 1).putInt(0).putLong(text.length);
            bytes.put(text).position(end);
        }
        if (bytes.remaining() >= HEADER_BYTES) {
            int left = bytes.remaining();
            bytes.putLong(0).putLong(left);
        }
        return bytes.clear();
    }

    private static int padded(int length) {
        return (length + 7) / 8 * 8;
    }
}
