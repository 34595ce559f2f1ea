package org.kindling.ensemble;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.kindling.parameters.Coordinate;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sampling.Progress;
import org.kindling.sampling.SetSource;
import org.kindling.sampling.WorkerThreads;

/**
 * Writes parameter sets as they are drawn, without looking at their spectra: several threads draw, one writes, and memory does not
 * grow with the number of sets. The file does not depend on the number of threads.
 */
public final class GeneratedSets {

    /** Sets in a batch: some milliseconds of work, some megabytes of memory. */
    private static final int BATCH = 1_024;

    /** Batches under way for each thread, so that none waits while the oldest is written. */
    private static final int AHEAD = 3;

    private final ParameterSpace space;
    private final SetSource source;
    private final int threads;

    private GeneratedSets(ParameterSpace space, SetSource source, int threads) {
        this.space = space;
        this.source = source;
        this.threads = threads;
    }

    /**
     * The sets of a source.
     *
     * @param space the parameters of a set
     * @param source what draws
     * @param threads how many threads draw
     * @return the sets
     */
    public static GeneratedSets of(ParameterSpace space, SetSource source, int threads) {
        return new GeneratedSets(space, source, threads);
    }

    /** The form of the table. */
    public enum Form {
        /** {@code sets.csv}, text. */
        CSV,
        /** {@code sets.h5}, one matrix. */
        HDF5
    }

    /**
     * Writes the first sets, with one column a parameter.
     *
     * @param folder where to
     * @param sets how many
     * @param form the form of the table; where empty, HDF5 from {@link RunTables#HDF5_FROM} sets on
     * @param progress told how many are written
     * @throws IOException if writing fails
     * @throws InterruptedException if the calling thread is interrupted
     */
    public void write(Path folder, long sets, Optional<Form> form, Progress progress)
            throws IOException, InterruptedException {
        List<String> columns =
                space.coordinates().stream().map(Coordinate::address).toList();
        if (form.orElse(sets < RunTables.HDF5_FROM ? Form.CSV : Form.HDF5) == Form.CSV) {
            try (NumberTableWriter table = NumberTableWriter.of(
                    new BufferedOutputStream(Files.newOutputStream(folder.resolve("sets.csv"))), List.of(), columns)) {
                draw(sets, progress, (numbers, count) -> rows(table, numbers, count));
            }
            return;
        }
        List<String> units = space.coordinates().stream()
                .map(coordinate -> coordinate.parameter().parameter().unit().orElse(""))
                .toList();
        try (SetsHdf5Writer matrix = SetsHdf5Writer.of(folder.resolve("sets.h5"), columns, units)) {
            draw(sets, progress, matrix::write);
        }
    }

    private void rows(NumberTableWriter table, double[] numbers, int count) throws IOException {
        for (int row = 0; row < count; row++) {
            table.write(List.of(), Arrays.copyOfRange(numbers, row * space.dimension(), (row + 1) * space.dimension()));
        }
    }

    /** Takes batches in order. */
    @FunctionalInterface
    private interface Sink {

        void accept(double[] numbers, int count) throws IOException;
    }

    /** The sets of a batch, in an array that a later batch gets. */
    private static final class Batch {

        private final double[] numbers;
        private final int count;

        Batch(double[] numbers, int count) {
            this.numbers = numbers;
            this.count = count;
        }
    }

    private void draw(long sets, Progress progress, Sink sink) throws IOException, InterruptedException {
        try (WorkerThreads crew = WorkerThreads.of(threads)) {
            ExecutorService pool = crew.executor();
            Deque<Future<Batch>> ahead = new ArrayDeque<>();
            Deque<double[]> free = new ArrayDeque<>();
            long written = 0;
            long next = 0;
            while (written < sets) {
                while (next < sets && ahead.size() < threads * AHEAD) {
                    double[] numbers = free.isEmpty() ? new double[BATCH * space.dimension()] : free.remove();
                    long first = next;
                    int count = (int) Math.min(BATCH, sets - first);
                    ahead.add(pool.submit(() -> {
                        source.draw(first, numbers, count);
                        return new Batch(numbers, count);
                    }));
                    next += count;
                }
                Batch batch = finished(ahead.remove());
                sink.accept(batch.numbers, batch.count);
                free.add(batch.numbers);
                written += batch.count;
                progress.at(written, sets);
            }
        }
    }

    private static Batch finished(Future<Batch> batch) throws InterruptedException {
        try {
            return batch.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A worker failed.", failure.getCause());
        }
    }
}
