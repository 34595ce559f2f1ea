package org.kindling.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.kindling.analysis.ControlEnsemble.Theorem;
import org.kindling.dynamics.Control;
import org.kindling.dynamics.Control.TheoremResiduals;
import org.kindling.dynamics.ControlCoefficients;
import org.kindling.dynamics.ControlOutcome;
import org.kindling.sampling.Progress;
import org.kindling.sampling.WorkerThreads;

/**
 * Computes the control coefficients of many parameter sets, several threads at a time. All coefficients of all members are
 * held in memory, since quantiles need them: 8 bytes each.
 */
public final class ControlStudy {

    private final ControlCoefficients coefficients;
    private final int threads;

    private ControlStudy(ControlCoefficients coefficients, int threads) {
        this.coefficients = coefficients;
        this.threads = threads;
    }

    /**
     * One parameter set.
     *
     * @param id its name
     * @param values its values, one for each varying parameter
     */
    public record Member(String id, List<Double> values) {

        /** Copies the values. */
        public Member {
            values = List.copyOf(values);
        }
    }

    /**
     * A study.
     *
     * @param coefficients the coefficients as a function of the parameters
     * @param threads how many threads work; the result does not depend on it
     * @return the study
     * @throws IllegalArgumentException if there is not at least one thread
     */
    public static ControlStudy of(ControlCoefficients coefficients, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("There must be at least one thread, not " + threads + ".");
        }
        return new ControlStudy(coefficients, threads);
    }

    /**
     * What a study found.
     *
     * @param failed the members without coefficients, and why
     * @param ensemble the coefficients of the others; empty if there are none
     */
    public record Result(Map<String, ControlOutcome.Status> failed, Optional<ControlEnsemble> ensemble) {}

    /**
     * Computes the coefficients of all members.
     *
     * @param members the members
     * @param progress told how many are done
     * @return what was found
     * @throws InterruptedException if the calling thread is interrupted
     */
    public Result run(List<Member> members, Progress progress) throws InterruptedException {
        AtomicReferenceArray<ControlOutcome> outcomes = new AtomicReferenceArray<>(members.size());
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        Callable<Integer> task = () -> {
            ControlCoefficients.Worker worker = coefficients.worker();
            int mine = 0;
            for (int index = next.getAndIncrement(); index < members.size(); index = next.getAndIncrement()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                outcomes.set(
                        index,
                        worker.evaluate(members.get(index).values().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray()));
                mine++;
                synchronized (done) {
                    progress.at(done.incrementAndGet(), members.size());
                }
            }
            return mine;
        };
        try (WorkerThreads crew = WorkerThreads.of(threads)) {
            ExecutorService pool = crew.executor();
            for (Future<Integer> worker : pool.invokeAll(Collections.nCopies(threads, task))) {
                worker.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A worker failed.", failure.getCause());
        }
        return result(
                members,
                IntStream.range(0, members.size()).mapToObj(outcomes::get).toList());
    }

    private static Result result(List<Member> members, List<ControlOutcome> outcomes) {
        Map<String, ControlOutcome.Status> failed = new LinkedHashMap<>();
        Map<String, Control> found = new LinkedHashMap<>();
        for (int index = 0; index < members.size(); index++) {
            String id = members.get(index).id();
            ControlOutcome outcome = outcomes.get(index);
            outcome.control()
                    .ifPresentOrElse(control -> found.put(id, control), () -> failed.put(id, outcome.status()));
        }
        return new Result(failed, found.isEmpty() ? Optional.empty() : Optional.of(ensemble(failed, found)));
    }

    private static ControlEnsemble ensemble(Map<String, ControlOutcome.Status> failed, Map<String, Control> found) {
        List<Control> controls = new ArrayList<>(found.values());
        return new ControlEnsemble(
                found.size(),
                failed,
                ControlSpread.of(controls.stream().map(Control::flux).toList()),
                ControlSpread.of(controls.stream().map(Control::concentration).toList()),
                List.of(
                        worst("summation of flux control", found, TheoremResiduals::fluxSummation),
                        worst("connectivity of flux control", found, TheoremResiduals::fluxConnectivity),
                        worst("summation of concentration control", found, TheoremResiduals::concentrationSummation),
                        worst(
                                "connectivity of concentration control",
                                found,
                                TheoremResiduals::concentrationConnectivity)));
    }

    private static Theorem worst(String name, Map<String, Control> found, ToDoubleFunction<TheoremResiduals> residual) {
        Theorem worst = new Theorem(name, -1, "");
        for (Map.Entry<String, Control> entry : found.entrySet()) {
            double value = residual.applyAsDouble(entry.getValue().residuals());
            if (!(value <= worst.worst())) {
                worst = new Theorem(name, value, entry.getKey());
            }
        }
        return worst;
    }
}
