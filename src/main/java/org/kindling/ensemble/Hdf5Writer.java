package org.kindling.ensemble;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes an HDF5 file front to back, so that memory does not grow with its data.
 *
 * <p>jHDF, which reads our files, writes only what it holds in memory as a whole, and less than 2 GiB. Here the data
 * comes first, as it arrives; headers, links and the superblock follow on closing, until when the file is not valid.
 * The bytes depend on the data alone. HDF5 1.10 or newer reads the chunked matrix, 1.8 everything else.
 */
final class Hdf5Writer implements Closeable {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1A, '\n'};

    private static final int SUPERBLOCK_BYTES = 48;

    /** The default size of HDF5's cache of chunks: a larger chunk would be read again for every row asked for. */
    private static final int CHUNK_BYTES = 1 << 20;

    private final FileChannel channel;
    private final Map<String, Hdf5Header> headers = new LinkedHashMap<>();
    private final Map<String, Map<String, Attribute>> attributes = new LinkedHashMap<>();

    private Hdf5Writer(FileChannel channel) throws IOException {
        this.channel = channel;
        channel.position(SUPERBLOCK_BYTES);
    }

    static Hdf5Writer of(Path file) throws IOException {
        return new Hdf5Writer(FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE));
    }

    /** Writes a list of texts. */
    void texts(String name, List<String> texts) throws IOException {
        List<byte[]> encoded = texts.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
        int length = Math.max(
                1, encoded.stream().mapToInt(bytes -> bytes.length).max().orElse(0));
        ByteBuffer data = Hdf5Header.buffer(Math.multiplyExact(length, texts.size()));
        for (int i = 0; i < texts.size(); i++) {
            data.position(i * length).put(encoded.get(i));
        }
        put(name, new Hdf5Header().shape(texts.size()).texts(length), data.clear());
    }

    /** Writes one integer. */
    void integer(String name, long value) throws IOException {
        put(
                name,
                new Hdf5Header().shape().integers(),
                Hdf5Header.buffer(Long.BYTES).putLong(value).flip());
    }

    /** Writes a vector. */
    void vector(String name, double[] values) throws IOException {
        ByteBuffer data = Hdf5Header.buffer(Double.BYTES * values.length);
        data.asDoubleBuffer().put(values);
        put(name, new Hdf5Header().shape(values.length).doubles(), data);
    }

    /** Begins a matrix; until it is closed nothing else may be written. */
    Matrix matrix(String name, int columns) throws IOException {
        return new Matrix(name, columns);
    }

    private void put(String name, Hdf5Header header, ByteBuffer data) throws IOException {
        headers.put(name, header.inOnePiece(channel.position(), data.remaining()));
        write(data);
    }

    private void write(ByteBuffer data) throws IOException {
        while (data.hasRemaining()) {
            channel.write(data);
        }
    }

    /** Writes a table, shape [rows, columns], at a path such as {@code group/name}. */
    void table(String path, List<double[]> rows, int columns) throws IOException {
        long start = channel.position();
        for (double[] row : rows) {
            ByteBuffer data = Hdf5Header.buffer(Double.BYTES * columns);
            data.asDoubleBuffer().put(row);
            write(data);
        }
        Hdf5Header header = new Hdf5Header().shape(rows.size(), columns).doubles();
        headers.put(path, header.inOnePiece(start, (long) rows.size() * columns * Double.BYTES));
    }

    /** Gives the dataset or group at a path an attribute that is one text. */
    void attribute(String path, String name, String text) {
        attributes(path).put(name, (header, heap) -> header.attribute(name, text, heap));
    }

    /** Gives the dataset or group at a path an attribute of at most {@link Hdf5Header#MOST_TEXTS} texts. */
    void attribute(String path, String name, List<String> texts) {
        attributes(path).put(name, (header, heap) -> header.attribute(name, texts, heap));
    }

    private Map<String, Attribute> attributes(String path) {
        return attributes.computeIfAbsent(path, any -> new LinkedHashMap<>());
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            long rootAddress = writeGroup("");
            long end = channel.position();
            channel.position(0);
            write(superblock(rootAddress, end));
        }
    }

    /** Writes what is in a group, whose path ends with a slash unless it is the root, and then the group. */
    private long writeGroup(String group) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        for (String path : headers.keySet()) {
            if (path.startsWith(group)) {
                names.add(path.substring(group.length()).split("/", 2)[0]);
            }
        }
        Hdf5Header header = new Hdf5Header().group();
        for (String name : names) {
            Hdf5Header dataset = headers.get(group + name);
            long address = dataset == null ? writeGroup(group + name + "/") : write(group + name, dataset);
            header.link(name, address);
        }
        return write(group.isEmpty() ? "" : group.substring(0, group.length() - 1), header);
    }

    /** Writes a header, behind the texts of its attributes; returns where it stands. */
    private long write(String path, Hdf5Header header) throws IOException {
        Map<String, Attribute> itsAttributes = attributes.getOrDefault(path, Map.of());
        if (!itsAttributes.isEmpty()) {
            Hdf5Heap heap = new Hdf5Heap(channel.position());
            itsAttributes.values().forEach(attribute -> attribute.addTo(header, heap));
            write(heap.toBytes());
        }
        long address = channel.position();
        write(header.toBytes());
        return address;
    }

    /** An attribute to be added to a header. */
    @FunctionalInterface
    private interface Attribute {
        void addTo(Hdf5Header header, Hdf5Heap heap);
    }

    private static ByteBuffer superblock(long root, long end) {
        ByteBuffer bytes = Hdf5Header.buffer(SUPERBLOCK_BYTES);
        bytes.put(SIGNATURE).put(new byte[] {2, 8, 8, 0});
        bytes.putLong(0).putLong(Hdf5Header.UNDEFINED).putLong(end).putLong(root);
        return Hdf5Header.sealed(bytes);
    }

    /** A matrix of doubles, written row by row. */
    final class Matrix implements Closeable {

        private final String name;
        private final int columns;
        private final int chunkRows;
        private final ByteBuffer chunk;
        private final long start;
        private long rows;

        private Matrix(String name, int columns) throws IOException {
            this.name = name;
            this.columns = columns;
            this.chunkRows = Math.max(1, CHUNK_BYTES / (Double.BYTES * columns));
            // Outside of the heap, for the channel would copy it there.
            this.chunk = ByteBuffer.allocateDirect(Math.multiplyExact(chunkRows * Double.BYTES, columns))
                    .order(ByteOrder.LITTLE_ENDIAN);
            this.start = channel.position();
        }

        /** Writes the next row, shape [columns]. */
        void write(double... row) throws IOException {
            if (row.length != columns) {
                throw new IllegalArgumentException("row of " + row.length + " numbers: expected " + columns);
            }
            for (double value : row) {
                chunk.putDouble(value);
            }
            rows++;
            if (!chunk.hasRemaining()) {
                flush();
            }
        }

        /** Writes the next rows, shape [count, columns]; what the array holds beyond them is passed over. */
        void write(double[] numbers, int count) throws IOException {
            int place = 0;
            for (int left = count; left > 0; ) {
                int fitting = Math.min(left, (chunk.capacity() - chunk.position()) / (Double.BYTES * columns));
                int length = fitting * columns;
                chunk.asDoubleBuffer().put(numbers, place, length);
                chunk.position(chunk.position() + Double.BYTES * length);
                place += length;
                left -= fitting;
                rows += fitting;
                if (!chunk.hasRemaining()) {
                    flush();
                }
            }
        }

        /** Writes the chunk begun, a last one filled up with zeros: all chunks have one size. */
        @Override
        public void close() throws IOException {
            Hdf5Header header = new Hdf5Header().shape(rows, columns).doubles();
            if (rows <= chunkRows) {
                headers.put(name, header.inOnePiece(start, rows * columns * Double.BYTES));
            } else {
                headers.put(name, header.inChunks(start, chunkRows, columns));
            }
            if (rows % chunkRows != 0) {
                while (chunk.hasRemaining()) {
                    chunk.put((byte) 0);
                }
                flush();
            }
        }

        private void flush() throws IOException {
            Hdf5Writer.this.write(chunk.flip());
            chunk.clear();
        }
    }
}
