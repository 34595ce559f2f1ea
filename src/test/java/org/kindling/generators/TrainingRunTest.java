package org.kindling.generators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindling.sampling.Progress;
import org.kindling.sampling.RandomStreams;

class TrainingRunTest {

    private static final int ROUNDS = 30;

    @Test
    void interruptedRunEndsWithTheSameGeneratorAndFigures() throws IOException, InterruptedException {
        TrainingRun.Result whole = run(new Memory(), Walk.NEVER).run(Progress.NONE, TrainingRun.Listener.NONE);

        for (int stop = 0; stop < ROUNDS; stop++) {
            Memory memory = new Memory();
            TrainingRun broken = run(memory, stop);
            assertThatThrownBy(() -> broken.run(Progress.NONE, TrainingRun.Listener.NONE))
                    .isInstanceOf(InterruptedException.class);
            List<TrainingFigures> heard = new ArrayList<>();
            TrainingRun.Result resumed = run(memory, Walk.NEVER).run(Progress.NONE, heard::add);

            assertThat(resumed.rounds()).isEqualTo(whole.rounds());
            assertThat(heard).isEqualTo(whole.rounds());
            assertThat(resumed.jacobians()).isEqualTo(10L * ROUNDS);
            assertThat(resumed.generator().arrays().numbers("location"))
                    .isEqualTo(whole.generator().arrays().numbers("location"));
        }
    }

    @Test
    void whatSomeRoundsTellBesidesOutlivesAnInterruption() throws IOException, InterruptedException {
        Memory memory = new Memory();
        assertThatThrownBy(() -> run(memory, 10).run(Progress.NONE, TrainingRun.Listener.NONE))
                .isInstanceOf(InterruptedException.class);

        List<TrainingFigures> rounds = run(memory, Walk.NEVER)
                .run(Progress.NONE, TrainingRun.Listener.NONE)
                .rounds();

        assertThat(rounds.get(2).further()).containsOnlyKeys("accuracy");
        assertThat(rounds.get(3).further()).containsOnlyKeys("accuracy", "kl");
        assertThat(rounds.get(3).further().get("accuracy"))
                .isEqualTo(-rounds.get(3).medianAbscissa());
    }

    @Test
    void finishedRunThatIsStartedAgainDoesNothing() throws IOException, InterruptedException {
        Memory memory = new Memory();
        TrainingRun.Result first = run(memory, Walk.NEVER).run(Progress.NONE, TrainingRun.Listener.NONE);
        TrainingRun.Result second = run(memory, 0).run(Progress.NONE, TrainingRun.Listener.NONE);

        assertThat(second.rounds()).isEqualTo(first.rounds());
    }

    @Test
    void interruptedThreadKeepsWhatWasDone() throws IOException {
        Memory memory = new Memory();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> run(memory, Walk.NEVER).run(Progress.NONE, TrainingRun.Listener.NONE))
                .isInstanceOf(InterruptedException.class);

        assertThat(memory.load().orElseThrow().shape("figures").get(0)).isEqualTo(1);
        assertThat(Thread.interrupted()).isFalse();
    }

    private static TrainingRun run(Memory memory, int interruptedAt) {
        return TrainingRun.of(
                state -> new Walk(state, interruptedAt), memory, TrainingRun.Extent.jacobians(10L * ROUNDS));
    }

    /** Checkpoints in memory. */
    private static final class Memory implements TrainingRun.Checkpoints {

        private Optional<NamedArrays> last = Optional.empty();

        @Override
        public Optional<NamedArrays> load() {
            return last;
        }

        @Override
        public void save(NamedArrays state) {
            last = Optional.of(state);
        }
    }

    /** A random walk that calls itself a training. */
    private static final class Walk implements Training {

        static final int NEVER = Integer.MAX_VALUE;

        private final int interruptedAt;
        private double location;
        private int round;

        Walk(Optional<NamedArrays> state, int interruptedAt) {
            this.interruptedAt = interruptedAt;
            state.ifPresent(from -> {
                location = from.number("location");
                round = (int) from.number("round");
            });
        }

        @Override
        public boolean finished() {
            return round == ROUNDS;
        }

        @Override
        public TrainingFigures advance() throws InterruptedException {
            if (round >= interruptedAt) {
                throw new InterruptedException();
            }
            location += RandomStreams.of(1, 2).stream(round).nextDouble();
            round++;
            Map<String, Double> further =
                    round % 4 == 0 ? Map.of("accuracy", location, "kl", 1 / location) : Map.of("accuracy", location);
            return new TrainingFigures(round, 10L * round, round % 7, 10, -location, Double.POSITIVE_INFINITY, further);
        }

        @Override
        public NamedArrays state() {
            return NamedArrays.EMPTY.with("location", new double[] {location}).with("round", new float[] {round});
        }

        @Override
        public Generator generator() {
            return LogisticGenerator.of(new double[] {location}, new double[1]);
        }
    }
}
