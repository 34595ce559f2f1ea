package org.kindling.ensemble;

import io.jhdf.checksum.ChecksumUtils;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * An object header of an HDF5 file: the messages that say what an object is and where its data stands.
 *
 * <p>Names and numbers follow the HDF5 File Format Specification 3.0, sections II.A and III to IV
 * (<a href="https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html">hdfgroup.org</a>). Only what {@link
 * Hdf5Writer} needs is here: version 2 headers without times, addresses and lengths of eight bytes.
 */
final class Hdf5Header {

    /** The address that stands for "nowhere". */
    static final long UNDEFINED = -1;

    private static final int DATASPACE = 0x01;
    private static final int LINK_INFO = 0x02;
    private static final int DATATYPE = 0x03;
    private static final int FILL_VALUE = 0x05;
    private static final int LINK = 0x06;
    private static final int LAYOUT = 0x08;
    private static final int GROUP_INFO = 0x0A;
    private static final int ATTRIBUTE = 0x0C;

    /** The bytes of a text's place in a heap: its length, the address of the heap, its number there. */
    private static final int PLACE_BYTES = 16;

    /** As many texts as an attribute can have: a message has at most 65,535 bytes. */
    static final int MOST_TEXTS = 4_000;

    private final List<ByteBuffer> messages = new ArrayList<>();

    /** A group whose links all stand in this header. */
    Hdf5Header group() {
        message(LINK_INFO, 18).putShort((short) 0).putLong(UNDEFINED).putLong(UNDEFINED);
        message(GROUP_INFO, 2).putShort((short) 0);
        return this;
    }

    /** A hard link of a group to the header of one of its objects. */
    Hdf5Header link(String name, long address) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        boolean isAscii = bytes.length == name.length();
        ByteBuffer body = message(LINK, 3 + (isAscii ? 0 : 1) + bytes.length + 8);
        if (isAscii) {
            body.put((byte) 1).put((byte) 0);
        } else {
            body.put((byte) 1).put((byte) 0x10).put((byte) 1);
        }
        body.put((byte) bytes.length).put(bytes).putLong(address);
        return this;
    }

    /** An attribute that is one text. */
    Hdf5Header attribute(String name, String text, Hdf5Heap heap) {
        attribute(name, 1, 4).put(new byte[] {2, 0, 0, 0});
        return places(List.of(text), heap);
    }

    /** An attribute that is a list of texts. */
    Hdf5Header attribute(String name, List<String> texts, Hdf5Heap heap) {
        attribute(name, texts.size(), 12).put(new byte[] {2, 1, 0, 1}).putLong(texts.size());
        return places(texts, heap);
    }

    /** An attribute of texts of any length in UTF-8, up to its shape: to HDF5 a text is a sequence of bytes in a heap. */
    private ByteBuffer attribute(String name, int texts, int shape) {
        byte[] bytes = (name + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer body = message(ATTRIBUTE, 9 + bytes.length + 20 + shape + PLACE_BYTES * texts);
        body.put((byte) 3).put((byte) 0).putShort((short) bytes.length);
        body.putShort((short) 20).putShort((short) shape).put((byte) 0).put(bytes);
        body.put(new byte[] {0x19, 1, 1, 0}).putInt(PLACE_BYTES);
        return body.put(new byte[] {0x10, 0, 0, 0})
                .putInt(1)
                .putShort((short) 0)
                .putShort((short) 8);
    }

    private Hdf5Header places(List<String> texts, Hdf5Heap heap) {
        ByteBuffer body = messages.get(messages.size() - 1);
        for (String text : texts) {
            Hdf5Heap.Place place = heap.put(text);
            body.putInt(place.length()).putLong(place.heap()).putInt(place.number());
        }
        return this;
    }

    /** The shape of a dataset; no extents make a scalar. */
    Hdf5Header shape(long... extents) {
        ByteBuffer body = message(DATASPACE, 4 + 8 * extents.length);
        body.put((byte) 2).put((byte) extents.length).put((byte) 0).put((byte) (extents.length == 0 ? 0 : 1));
        for (long extent : extents) {
            body.putLong(extent);
        }
        return this;
    }

    /** IEEE doubles, little-endian: sign at bit 63, 11 bits of exponent from bit 52 with bias 1023, 52 of mantissa. */
    Hdf5Header doubles() {
        type(0x11, 0x20, 63, 12)
                .putInt(8)
                .putShort((short) 0)
                .putShort((short) 64)
                .put(new byte[] {52, 11, 0, 52})
                .putInt(1023);
        return this;
    }

    /** Signed integers of 64 bits, little-endian. */
    Hdf5Header integers() {
        type(0x10, 0x08, 0, 4).putInt(8).putShort((short) 0).putShort((short) 64);
        return this;
    }

    /** Texts in UTF-8, each padded with zeros to the same length in bytes. */
    Hdf5Header texts(int length) {
        type(0x13, 0x11, 0, 0).putInt(length);
        return this;
    }

    /** Data in one piece, which the format calls contiguous. */
    Hdf5Header inOnePiece(long address, long bytes) {
        message(FILL_VALUE, 2).put((byte) 3).put((byte) 0x0A);
        message(LAYOUT, 18)
                .put((byte) 3)
                .put((byte) 1)
                .putLong(bytes == 0 ? UNDEFINED : address)
                .putLong(bytes);
        return this;
    }

    /**
     * A matrix of doubles in chunks of whole rows that follow each other without a gap, which needs no index of chunks
     * (the format's implicit index; it asks for space that was allocated early).
     */
    Hdf5Header inChunks(long address, int rows, int columns) {
        message(FILL_VALUE, 2).put((byte) 3).put((byte) 0x09);
        message(LAYOUT, 5 + 3 * 4 + 1 + 8)
                .put(new byte[] {4, 2, 0, 3, 4})
                .putInt(rows)
                .putInt(columns)
                .putInt(Double.BYTES)
                .put((byte) 2)
                .putLong(address);
        return this;
    }

    /** The bytes of the header, checksum included. */
    ByteBuffer toBytes() {
        int size = messages.stream().mapToInt(ByteBuffer::capacity).sum();
        ByteBuffer bytes = buffer(14 + size);
        bytes.put("OHDR".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 2)
                .put((byte) 2)
                .putInt(size);
        messages.forEach(message -> bytes.put(message.rewind()));
        return sealed(bytes);
    }

    /** Puts the checksum of what stands before into the last four bytes, and makes the buffer ready to be written. */
    static ByteBuffer sealed(ByteBuffer bytes) {
        byte[] before = new byte[bytes.position()];
        bytes.rewind().get(before);
        return bytes.putInt(ChecksumUtils.checksum(before)).flip();
    }

    static ByteBuffer buffer(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private ByteBuffer type(int versionAndClass, int bits, int moreBits, int properties) {
        return message(DATATYPE, 8 + properties)
                .put((byte) versionAndClass)
                .put((byte) bits)
                .put((byte) moreBits)
                .put((byte) 0);
    }

    private ByteBuffer message(int type, int size) {
        ByteBuffer message = buffer(4 + size);
        messages.add(message);
        return message.put((byte) type).putShort((short) size).put((byte) 0);
    }
}
