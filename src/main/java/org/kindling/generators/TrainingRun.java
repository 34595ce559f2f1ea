package org.kindling.generators;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.kindling.sampling.Progress;

/**
 * Drives a training: round after round until it is finished or interrupted, with its state stored at times, so that
 * a run that was stopped at any moment goes on and ends with the same generator and the same figures, bit for bit.
 */
public final class TrainingRun {

    /** An interruption loses at most the work of about this time. */
    private static final double CHECKPOINT_SECONDS = 2;

    private static final String STATE = "state.";
    private static final String FIGURES = "figures";
    private static final String FURTHER = "further.";
    private static final int FIGURE_COLUMNS = 6;

    private final Start start;
    private final Checkpoints checkpoints;
    private final Extent extent;

    private TrainingRun(Start start, Checkpoints checkpoints, Extent extent) {
        this.start = start;
        this.checkpoints = checkpoints;
        this.extent = extent;
    }

    /**
     * By what a training's progress is told.
     *
     * @param done how much of the whole is done, by the figures of the last round
     * @param total the whole
     */
    public record Extent(ToLongFunction<TrainingFigures> done, long total) {

        /**
         * Progress in Jacobians.
         *
         * @param max how many the training may take, which it heeds itself
         * @return the extent
         */
        public static Extent jacobians(long max) {
            return new Extent(figures -> Math.min(figures.jacobians(), max), max);
        }

        /**
         * Progress in rounds.
         *
         * @param rounds how many there are
         * @return the extent
         */
        public static Extent rounds(long rounds) {
            return new Extent(TrainingFigures::round, rounds);
        }
    }

    /** Begins a training. */
    @FunctionalInterface
    public interface Start {

        /**
         * Begins, or goes on.
         *
         * @param state the state to go on from; empty for the beginning
         * @return the training
         */
        Training from(Optional<NamedArrays> state);
    }

    /** Where states are kept. */
    public interface Checkpoints {

        /**
         * The last state that was kept.
         *
         * @return the state, if there is one
         * @throws IOException if it cannot be read
         */
        Optional<NamedArrays> load() throws IOException;

        /**
         * Keeps a state in place of the last one, whole or not at all.
         *
         * @param state the state
         * @throws IOException if it cannot be written
         */
        void save(NamedArrays state) throws IOException;
    }

    /** Told the figures of each round, also of those that an earlier process has done. Implementations must be quick. */
    @FunctionalInterface
    public interface Listener {

        /** Tells nobody. */
        Listener NONE = figures -> {};

        /**
         * A round is done.
         *
         * @param figures its figures
         */
        void round(TrainingFigures figures);
    }

    /**
     * A training that has ended.
     *
     * @param generator the trained generator
     * @param rounds the figures of every round
     * @param failed whether the training saw that it came to nothing
     */
    public record Result(Generator generator, List<TrainingFigures> rounds, boolean failed) {

        /** Copies the list. */
        public Result {
            rounds = List.copyOf(rounds);
        }

        /**
         * The Jacobians that the training took.
         *
         * @return how many, over all rounds
         */
        public long jacobians() {
            return rounds.isEmpty() ? 0 : rounds.get(rounds.size() - 1).jacobians();
        }
    }

    /**
     * A run.
     *
     * @param start begins the training
     * @param checkpoints where its states are kept
     * @param extent by what progress is told
     * @return the run
     */
    public static TrainingRun of(Start start, Checkpoints checkpoints, Extent extent) {
        return new TrainingRun(start, checkpoints, extent);
    }

    /**
     * Trains to the end.
     *
     * @param progress told how far the training is
     * @param listener told the figures of each round
     * @return the trained generator
     * @throws IOException if a state cannot be read or kept
     * @throws InterruptedException if the calling thread is interrupted; what was done is kept
     */
    public Result run(Progress progress, Listener listener) throws IOException, InterruptedException {
        Optional<NamedArrays> kept = checkpoints.load();
        List<TrainingFigures> rounds = kept.map(TrainingRun::figures).orElseGet(ArrayList::new);
        Training training = start.from(kept.map(TrainingRun::state));
        rounds.forEach(listener::round);
        long saved = System.nanoTime();
        try {
            while (!training.finished()) {
                TrainingFigures figures = training.advance();
                rounds.add(figures);
                listener.round(figures);
                progress.at(extent.done().applyAsLong(figures), extent.total());
                if (System.nanoTime() - saved > CHECKPOINT_SECONDS * 1e9) {
                    checkpoints.save(checkpoint(training, rounds));
                    saved = System.nanoTime();
                }
                if (Thread.interrupted()) {
                    throw new InterruptedException("after a round of training");
                }
            }
        } catch (InterruptedException interrupted) {
            checkpoints.save(checkpoint(training, rounds));
            throw interrupted;
        }
        checkpoints.save(checkpoint(training, rounds));
        return new Result(training.generator(), rounds, training.failed());
    }

    private static NamedArrays checkpoint(Training training, List<TrainingFigures> rounds) {
        double[] numbers = new double[rounds.size() * FIGURE_COLUMNS];
        int place = 0;
        for (TrainingFigures figures : rounds) {
            numbers[place++] = figures.round();
            numbers[place++] = figures.jacobians();
            numbers[place++] = figures.valid();
            numbers[place++] = figures.evaluated();
            numbers[place++] = figures.medianAbscissa();
            numbers[place++] = figures.loss();
        }
        NamedArrays state = training.state();
        NamedArrays arrays = further(rounds, NamedArrays.EMPTY.with(FIGURES, numbers, rounds.size(), FIGURE_COLUMNS));
        for (String name : state.names()) {
            int[] shape = state.shape(name).stream().mapToInt(Integer::intValue).toArray();
            arrays = state.single(name)
                    ? arrays.with(STATE + name, state.singles(name), shape)
                    : arrays.with(STATE + name, state.numbers(name), shape);
        }
        return arrays;
    }

    /** What trainings tell besides: a column for each name, without a number where a round does not have it. */
    private static NamedArrays further(List<TrainingFigures> rounds, NamedArrays arrays) {
        Set<String> names = new LinkedHashSet<>();
        rounds.forEach(figures -> names.addAll(figures.further().keySet()));
        NamedArrays more = arrays;
        for (String name : names) {
            double[] column = rounds.stream()
                    .mapToDouble(figures -> figures.further().getOrDefault(name, Double.NaN))
                    .toArray();
            more = more.with(FURTHER + name, column);
        }
        return more;
    }

    private static NamedArrays state(NamedArrays checkpoint) {
        NamedArrays state = NamedArrays.EMPTY;
        for (String name : checkpoint.names()) {
            if (name.startsWith(STATE)) {
                String own = name.substring(STATE.length());
                int[] shape = checkpoint.shape(name).stream()
                        .mapToInt(Integer::intValue)
                        .toArray();
                state = checkpoint.single(name)
                        ? state.with(own, checkpoint.singles(name), shape)
                        : state.with(own, checkpoint.numbers(name), shape);
            }
        }
        return state;
    }

    private static List<TrainingFigures> figures(NamedArrays checkpoint) {
        double[] numbers = checkpoint.numbers(FIGURES);
        Map<String, double[]> columns = new LinkedHashMap<>();
        checkpoint.names().stream()
                .filter(name -> name.startsWith(FURTHER))
                .forEach(name -> columns.put(name.substring(FURTHER.length()), checkpoint.numbers(name)));
        List<TrainingFigures> rounds = new ArrayList<>();
        for (int place = 0; place < numbers.length; place += FIGURE_COLUMNS) {
            Map<String, Double> further = new LinkedHashMap<>();
            columns.forEach((name, column) -> further.put(name, column[rounds.size()]));
            further.values().removeIf(value -> value.isNaN());
            rounds.add(new TrainingFigures(
                    (long) numbers[place],
                    (long) numbers[place + 1],
                    (int) numbers[place + 2],
                    (int) numbers[place + 3],
                    numbers[place + 4],
                    numbers[place + 5],
                    further));
        }
        return rounds;
    }
}
