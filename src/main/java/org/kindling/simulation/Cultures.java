package org.kindling.simulation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.kindling.expression.Symbol;
import org.kindling.sampling.Progress;
import org.kindling.sampling.WorkerThreads;

/**
 * The fermentations of many members of an ensemble, compared with measured curves. Immutable and thread-safe; the result does
 * not depend on the number of threads.
 */
public final class Cultures {

    private final EmbeddedSimulator simulator;
    private final TimeGrid grid;
    private final Tolerances tolerances;
    private final MeasuredCurves measured;

    /**
     * A member of an ensemble.
     *
     * @param id its id
     * @param values the values in which it differs from the model
     */
    public record Member(String id, Map<Symbol, Double> values) {

        /**
         * Creates a member.
         *
         * <p>The map is copied.
         */
        public Member {
            values = Map.copyOf(values);
        }
    }

    /**
     * The fermentation of a member.
     *
     * @param member the id of the member
     * @param course the time course, or what was reached of it
     * @param distance how far it is from what was measured; empty if nothing was, or the course ends too early
     */
    public record Culture(String member, TimeCourse course, Optional<MeasuredCurves.Distance> distance) {

        /**
         * Whether the last time was reached.
         *
         * @return whether the course is complete
         */
        public boolean complete() {
            return course.outcome().complete();
        }
    }

    private Cultures(EmbeddedSimulator simulator, TimeGrid grid, Tolerances tolerances, MeasuredCurves measured) {
        this.simulator = simulator;
        this.grid = grid;
        this.tolerances = tolerances;
        this.measured = measured;
    }

    /**
     * Fermentations that record given quantities.
     *
     * @param simulator simulates the reactor, and records what was measured among others
     * @param grid when the courses are recorded, the times of all measured points among others
     * @param tolerances how exact they are asked to be
     * @param measured what they are compared with
     * @return the fermentations, to be run
     */
    public static Cultures of(
            EmbeddedSimulator simulator, TimeGrid grid, Tolerances tolerances, MeasuredCurves measured) {
        return new Cultures(simulator, grid, tolerances, measured);
    }

    /**
     * Runs members.
     *
     * @param members the members
     * @param threads how many threads work at it
     * @param progress told how many members are done
     * @return their fermentations in the order of rank: complete ones first, the smallest distance first among them, and
     *     in the order given where that decides nothing
     * @throws InterruptedException if the calling thread is interrupted
     */
    public List<Culture> run(List<Member> members, int threads, Progress progress) throws InterruptedException {
        try (WorkerThreads crew = WorkerThreads.of(threads)) {
            ExecutorService pool = crew.executor();
            List<Future<Culture>> pending = new ArrayList<>();
            members.forEach(member -> pending.add(pool.submit(() -> culture(member))));
            List<Culture> cultures = new ArrayList<>();
            for (Future<Culture> next : pending) {
                cultures.add(finished(next));
                progress.at(cultures.size(), members.size());
            }
            cultures.sort(Comparator.comparing((Culture culture) -> !culture.complete())
                    .thenComparingDouble(culture -> culture.distance()
                            .map(MeasuredCurves.Distance::total)
                            .orElse(Double.POSITIVE_INFINITY)));
            return cultures;
        }
    }

    private Culture culture(Member member) throws InterruptedException {
        TimeCourse course = simulator.simulate(new Experiment(member.values(), grid, tolerances));
        Optional<MeasuredCurves.Distance> distance =
                course.outcome().complete() ? measured.distance(course) : Optional.empty();
        return new Culture(member.id(), course, distance);
    }

    private static Culture finished(Future<Culture> culture) throws InterruptedException {
        try {
            return culture.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A worker failed.", failure.getCause());
        }
    }
}
