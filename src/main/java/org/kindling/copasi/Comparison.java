package org.kindling.copasi;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.kindling.network.KineticModel;
import org.kindling.sampling.WorkerThreads;
import org.kindling.simulation.SteadyStateSearch;
import org.kindling.simulation.TimeCourseSimulator;

/**
 * Compares what COPASI computes with what Kindling does, for members of one model: time courses after a disturbance, rest at
 * the steady state, eigenvalues there. A member for which COPASI fails is noted, and the others go on.
 */
public final class Comparison {

    private final KineticModel model;
    private final SteadyStateSearch search;
    private final TimeCourseSimulator kindling;
    private final CopasiSimulator copasi;
    private final ComparisonOptions options;

    private Comparison(
            KineticModel model, TimeCourseSimulator kindling, CopasiSimulator copasi, ComparisonOptions options) {
        this.model = model;
        this.search = SteadyStateSearch.of(model);
        this.kindling = kindling;
        this.copasi = copasi;
        this.options = options;
    }

    /**
     * A comparison.
     *
     * @param model the model
     * @param kindling what simulates it on Kindling's side; usable by several threads at a time
     * @param copasi COPASI with the same model
     * @param options what is compared
     * @return the comparison
     */
    public static Comparison of(
            KineticModel model, TimeCourseSimulator kindling, CopasiSimulator copasi, ComparisonOptions options) {
        return new Comparison(model, kindling, copasi, options);
    }

    /**
     * Compares members.
     *
     * @param members the members
     * @param done told how many are compared, from the calling thread
     * @return how the sides agree on each
     * @throws InterruptedException if the thread is interrupted; nothing is left running but what the simulators hold
     */
    public ComparisonReport run(List<Member> members, IntConsumer done) throws InterruptedException {
        try (WorkerThreads crew = WorkerThreads.of(options.threads())) {
            ExecutorService executor = crew.executor();
            CompletionService<Compared> queue = new ExecutorCompletionService<>(executor);
            List<Future<Compared>> tasks = new ArrayList<>();
            for (int index = 0; index < members.size(); index++) {
                tasks.add(queue.submit(task(index, members.get(index))));
            }
            MemberComparison[] compared = new MemberComparison[tasks.size()];
            for (int count = 1; count <= compared.length; count++) {
                Compared next = queue.take().get();
                compared[next.index()] = next.member();
                done.accept(count);
            }
            return new ComparisonReport(copasi.engine(), options, List.of(compared));
        } catch (ExecutionException bug) {
            throw new IllegalStateException("Comparing a member failed.", bug.getCause());
        }
    }

    private Callable<Compared> task(int index, Member member) {
        MemberTask task = new MemberTask(model, search, kindling, copasi, options, index);
        return () -> new Compared(index, task.compare(member));
    }

    /** A member that was compared, and its place among the members. */
    private record Compared(int index, MemberComparison member) {}
}
