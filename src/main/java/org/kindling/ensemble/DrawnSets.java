package org.kindling.ensemble;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kindling.network.InputException;
import org.kindling.sampling.ScreenedBatch;
import org.kindling.sampling.Verdict;

/**
 * The sets drawn so far, on disk: what a run that is interrupted resumes from, and what the tables are written from. A set
 * counts once {@link #commit} has noted it; whatever an interruption left behind that is cut off.
 */
public final class DrawnSets implements Closeable {

    private static final String DATA = "sets.bin";
    private static final String NOTE = "progress.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Label columns before the parameter values: abscissa, smallest real part, verdict. */
    private static final int LABELS = 3;

    /**
     * What has been noted.
     *
     * @param configuration the hash of everything that the sets depend on
     * @param sets how many sets are complete
     * @param stable how many of them are stable
     * @param valid how many of them are valid
     * @param infeasible how many had no spectrum
     * @param selfCheck the largest relative error of an abscissa that the self-check found
     * @param seconds how long drawing took
     */
    public record Tally(
            String configuration,
            long sets,
            long stable,
            long valid,
            long infeasible,
            double selfCheck,
            double seconds) {

        /**
         * The tally with a batch added.
         *
         * @param batch the batch
         * @return the new tally
         */
        Tally with(ScreenedBatch batch) {
            long newStable = stable;
            long newValid = valid;
            long newInfeasible = infeasible;
            for (int set = 0; set < batch.sets(); set++) {
                Verdict verdict = batch.verdict(set);
                newStable += verdict.stable() ? 1 : 0;
                newValid += verdict == Verdict.VALID ? 1 : 0;
                newInfeasible += Double.isNaN(batch.abscissa(set)) ? 1 : 0;
            }
            double check = Math.max(selfCheck, batch.largestSelfCheck());
            return new Tally(configuration, sets + batch.sets(), newStable, newValid, newInfeasible, check, seconds);
        }

        Tally after(double moreSeconds) {
            return new Tally(configuration, sets, stable, valid, infeasible, selfCheck, seconds + moreSeconds);
        }
    }

    private final Path folder;
    private final int dimension;

    /** Not a channel: an interrupted thread could not write the last sets to one, for it would close. */
    private final RandomAccessFile file;

    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private Tally tally;

    private DrawnSets(Path folder, int dimension, RandomAccessFile file, Tally tally) {
        this.folder = folder;
        this.dimension = dimension;
        this.file = file;
        this.tally = tally;
    }

    /**
     * Opens the sets of a checkpoint folder, or starts with none.
     *
     * @param folder the folder; made if it is missing
     * @param dimension the number of parameters of a set
     * @param configuration the hash of everything that the sets depend on
     * @return the sets
     * @throws IOException if the folder cannot be read or written
     * @throws InputException if the folder was made with another configuration
     */
    public static DrawnSets open(Path folder, int dimension, String configuration) throws IOException {
        Files.createDirectories(folder);
        Path note = folder.resolve(NOTE);
        Tally tally = Files.exists(note)
                ? JSON.readValue(note.toFile(), Tally.class)
                : new Tally(configuration, 0, 0, 0, 0, 0, 0);
        if (!tally.configuration().equals(configuration)) {
            throw new InputException(
                    folder.toString(),
                    "the interrupted run had another model or other options",
                    "resume it with the same ones, or start afresh with --force");
        }
        RandomAccessFile file = new RandomAccessFile(folder.resolve(DATA).toFile(), "rw");
        DrawnSets sets = new DrawnSets(folder, dimension, file, tally);
        file.setLength(tally.sets() * sets.rowBytes());
        return sets;
    }

    private long rowBytes() {
        return (long) (LABELS + dimension) * Double.BYTES;
    }

    /**
     * What is there.
     *
     * @return the counts so far
     */
    public Tally tally() {
        return tally;
    }

    /**
     * Appends a batch.
     *
     * @param batch the sets that follow the last one
     * @throws IOException if they cannot be written
     */
    public void append(ScreenedBatch batch) throws IOException {
        DoubleBuffer row = reserve(batch.sets());
        double[] values = batch.values();
        for (int set = 0; set < batch.sets(); set++) {
            row.put(batch.abscissa(set)).put(batch.smallestReal(set));
            row.put(batch.verdict(set).code()).put(values, set * dimension, dimension);
        }
        file.seek(tally.sets() * rowBytes());
        file.write(buffer.array(), 0, buffer.limit());
        tally = tally.with(batch);
    }

    private DoubleBuffer reserve(int rows) {
        int bytes = Math.toIntExact(rows * rowBytes());
        if (buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocate(bytes);
        }
        buffer.clear().limit(bytes);
        return buffer.asDoubleBuffer();
    }

    /**
     * Notes that everything appended so far counts.
     *
     * @param moreSeconds the time spent since the last note
     * @throws IOException if the note cannot be written
     */
    public void commit(double moreSeconds) throws IOException {
        file.getFD().sync();
        tally = tally.after(moreSeconds);
        AtomicFile.write(folder.resolve(NOTE), out -> out.write(JSON.writeValueAsBytes(tally)));
    }

    /**
     * One drawn set.
     *
     * @param index its index
     * @param abscissa its spectral abscissa
     * @param smallestReal the real part of its fastest mode
     * @param verdict the verdict on it
     * @param values reads its parameter values
     */
    public record Row(long index, double abscissa, double smallestReal, Verdict verdict, DoubleBuffer values) {

        /**
         * The parameter values.
         *
         * @return a new array, shape [parameters]
         */
        public double[] toArray() {
            double[] array = new double[values.remaining()];
            values.duplicate().get(array);
            return array;
        }
    }

    /**
     * Reads a set.
     *
     * @param index its index
     * @return the set; valid until the next one is read
     * @throws IOException if it cannot be read
     */
    public Row read(long index) throws IOException {
        DoubleBuffer row = reserve(1);
        file.seek(index * rowBytes());
        try {
            file.readFully(buffer.array(), 0, buffer.limit());
        } catch (EOFException missing) {
            throw new IOException("Set " + index + " is missing in " + folder + ".", missing);
        }
        Verdict verdict = Verdict.of((int) row.get(2));
        return new Row(
                index, row.get(0), row.get(1), verdict, row.position(LABELS).slice());
    }

    /**
     * Removes the sets and their folder from the disk, once everything is made of them. The tally stays.
     *
     * @throws IOException if something cannot be removed
     */
    public void delete() throws IOException {
        close();
        Files.deleteIfExists(folder.resolve(DATA));
        Files.deleteIfExists(folder.resolve(NOTE));
        Files.delete(folder);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
