package org.kindling.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.function.IntFunction;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.network.ReferenceState;
import org.kindling.network.StateVariable;
import org.kindling.sampling.Progress;
import org.kindling.sampling.WorkerThreads;

/**
 * Perturbation studies: how many members of an ensemble return to their steady state, and when.
 *
 * <p>Each member starts many times from the steady state \( x^* \) with its independent species multiplied by random
 * factors and the dependent ones following from the unchanged totals. It has returned at time \( t \) when
 * \( \lVert x(t) - x^* \rVert_2 \lt 0.01 \lVert x^* \rVert_2 \), over all species that change, in the model's units; a
 * single species when \( |x_i(t) - x_i^*| \lt 0.01 |x_i^*| \). An integration that fails never counts as returned.
 *
 * <p>The studies are those of S. Choudhury et al., Nature Machine Intelligence 4 (2022) 710,
 * doi:10.1038/s42256-022-00519-y, and Nature Catalysis 7 (2024) 1086, doi:10.1038/s41929-024-01220-6, which leave the norm
 * open. Immutable and thread-safe.
 */
public final class Robustness {

    /** How near to the steady state a perturbed one has returned, beside it: that of both papers. */
    public static final double NEAR = 0.01;

    /** A perturbation of a member has random numbers of its own, however many perturbations there are. */
    private static final int PERTURBATION_BITS = 20;

    /** What a thread does at a time: enough to pay for finding the conserved totals of a member. */
    private static final int BATCH = 10;

    /**
     * What is done with each member.
     *
     * @param factors by what the independent species are multiplied
     * @param perturbations how many perturbations each member gets, from 1 to a million
     * @param grid the times looked at
     * @param tolerances how exact each time course is asked to be
     * @param seed the seed of all factors
     * @param trajectories how many time courses are kept whole, evenly spread over all
     */
    public record Options(
            PerturbationFactors factors,
            int perturbations,
            TimeGrid grid,
            Tolerances tolerances,
            long seed,
            int trajectories) {

        /**
         * Creates options.
         *
         * @throws IllegalArgumentException if the number of perturbations is out of its range, or that of trajectories is
         *     negative
         */
        public Options {
            if (perturbations < 1 || perturbations > 1_000_000) {
                throw new IllegalArgumentException(
                        "A member gets 1 to 1,000,000 perturbations, not " + perturbations + ".");
            }
            if (trajectories < 0) {
                throw new IllegalArgumentException("There cannot be " + trajectories + " trajectories.");
            }
        }
    }

    private final KineticModel model;
    private final Options options;
    private final EmbeddedSimulator simulator;
    private final List<Symbol> species;
    private final double[] reference;
    private final Map<Symbol, Double> shared;

    private Robustness(KineticModel model, ReferenceState state, Options options) {
        this.model = model;
        this.options = options;
        this.species = dynamicSpecies(model, state);
        this.reference = species.stream().mapToDouble(state::value).toArray();
        this.simulator = EmbeddedSimulator.of(model, species);
        this.shared = shared(model, state);
    }

    /** The values of all species and of what else changes by itself: the state that the members share. */
    private static Map<Symbol, Double> shared(KineticModel model, ReferenceState state) {
        Set<Symbol> shared = new HashSet<>();
        model.species().forEach(species -> shared.add(species.symbol()));
        state.equations().states().forEach(variable -> shared.add(variable.symbol()));
        shared.removeAll(model.rules().assignments().keySet());
        Map<Symbol, Double> values = new HashMap<>();
        shared.forEach(symbol -> values.put(symbol, state.value(symbol)));
        return values;
    }

    /**
     * A study of a model and members that differ from it in parameters.
     *
     * @param model the model
     * @param state its steady state, which all members share
     * @param options what is done with each member
     * @return the study
     * @throws InputException if the state is not steady, no species changes, or a compartment's size changes
     */
    public static Robustness of(KineticModel model, ReferenceState state, Options options) {
        refuseUnlessSteady(model, state);
        return new Robustness(model, state, options);
    }

    private static void refuseUnlessSteady(KineticModel model, ReferenceState state) {
        if (state.equations().timeDependent()) {
            throw new InputException(
                    "model " + model.id(),
                    "its rates depend on the time itself, so that it has no steady state to return to",
                    "use a model without the time in its laws");
        }
        if (!state.steady()) {
            ReferenceState.Steadiness worst = state.steadiness().orElseThrow();
            throw new InputException(
                    "species " + worst.species(),
                    "the state to return to is not steady: its net rate is " + worst.residual() + " of its turnover",
                    "go to a steady state with --steady-state");
        }
    }

    private static List<Symbol> dynamicSpecies(KineticModel model, ReferenceState state) {
        List<Symbol> species = new ArrayList<>();
        for (StateVariable variable : state.equations().states()) {
            if (!variable.symbol().name().equals(variable.id())) {
                throw new InputException(
                        "species " + variable.id(),
                        "the size of its compartment changes, so that perturbed concentrations keep no total",
                        "study a model whose compartments keep their sizes");
            }
            if (model.species(variable.id()).isPresent()) {
                species.add(variable.symbol());
            }
        }
        if (species.stream().allMatch(symbol -> state.value(symbol) == 0)) {
            throw new InputException(
                    "model " + model.id(), "it has no species that changes and is there", "use a model with reactions");
        }
        return species;
    }

    /**
     * Perturbs members. The result does not depend on the number of threads.
     *
     * @param members how many there are
     * @param values what each has in place of the model's values, by its index; called by several threads at a time
     * @param threads how many threads work at it
     * @param progress told how many perturbations are done
     * @return what came of every perturbation
     * @throws IllegalArgumentException if there is no member or no thread
     * @throws InterruptedException if the calling thread is interrupted
     */
    public PerturbationResponses run(
            int members, IntFunction<Map<Symbol, Double>> values, int threads, Progress progress)
            throws InterruptedException {
        if (members < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "There must be at least one member and one thread, not " + members + " and " + threads + ".");
        }
        int total = Math.multiplyExact(members, options.perturbations());
        Response[] responses = new Response[total];
        try (WorkerThreads crew = WorkerThreads.of(threads)) {
            ExecutorService pool = crew.executor();
            CompletionService<Integer> work = new ExecutorCompletionService<>(pool);
            int batches = 0;
            for (int member = 0; member < members; member++) {
                for (int first = 0; first < options.perturbations(); first += BATCH, batches++) {
                    Batch batch = new Batch(member, first, Math.min(first + BATCH, options.perturbations()), total);
                    work.submit(() -> batch.fill(responses, values));
                }
            }
            int done = 0;
            progress.at(done, total);
            for (int batch = 0; batch < batches; batch++) {
                done += work.take().get();
                progress.at(done, total);
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A worker failed.", failure.getCause());
        }
        return new PerturbationResponses(options, species, reference, List.of(responses));
    }

    /** Some perturbations of one member. */
    private final class Batch {

        private final int member;
        private final int from;
        private final int to;
        private final long total;

        Batch(int member, int from, int to, int total) {
            this.member = member;
            this.from = from;
            this.to = to;
            this.total = total;
        }

        int fill(Response[] responses, IntFunction<Map<Symbol, Double>> members) throws InterruptedException {
            Map<Symbol, Double> values = new HashMap<>(shared);
            values.putAll(members.apply(member));
            Perturbation perturbation = Perturbation.of(model, values);
            for (int index = from; index < to; index++) {
                int run = member * options.perturbations() + index;
                long stream = ((long) member << PERTURBATION_BITS) + index;
                Optional<Map<Symbol, Double>> start = perturbation.draw(options.factors(), options.seed(), stream);
                responses[run] = start.isPresent() ? response(values, start.get(), isKept(run)) : Response.notStarted();
            }
            return to - from;
        }

        private Response response(Map<Symbol, Double> values, Map<Symbol, Double> start, boolean kept)
                throws InterruptedException {
            values.putAll(start);
            TimeCourse course = simulator.simulate(new Experiment(values, options.grid(), options.tolerances()));
            return Response.of(course, reference, kept);
        }

        /** Keeps as many time courses as asked for, at equal distances. */
        private boolean isKept(long run) {
            return run * options.trajectories() % total < options.trajectories();
        }
    }
}
