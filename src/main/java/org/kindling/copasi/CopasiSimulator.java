package org.kindling.copasi;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kindling.dynamics.Spectrum;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.network.Species;
import org.kindling.sbml.ExchangeModel;
import org.kindling.simulation.Experiment;
import org.kindling.simulation.TimeCourse;
import org.kindling.simulation.TimeCourse.Outcome;
import org.kindling.simulation.TimeCourse.Status;
import org.kindling.simulation.TimeCourseSimulator;
import org.kindling.simulation.TimeGrid;

/**
 * COPASI, holding one model in its worker processes. The model is imported once by each worker; experiments set values. What
 * COPASI cannot do, and a worker that dies, fails one request with the reason; the next one gets a new worker.
 *
 * <p>COPASI gets a copy of the model, {@link ExchangeModel}, whose reactions with large coefficients are scaled: its import
 * and its search for moieties suffer from them.
 *
 * <p>Thread-safe: as many requests run at a time as there are workers.
 */
public final class CopasiSimulator implements TimeCourseSimulator {

    private final Engine engine;
    private final KineticModel model;
    private final ExchangeModel exchange;
    private final Map<Symbol, Double> base;
    private final List<Symbol> quantities;
    private final Map<Symbol, Symbol> compartments;
    private final WorkerPool pool;

    private CopasiSimulator(Engine engine, KineticModel model, CopasiOptions options) {
        this.engine = engine;
        this.model = model;
        this.exchange = ExchangeModel.of(model);
        this.base = model.initialValues();
        this.quantities = quantities(model);
        this.compartments = model.species().stream()
                .filter(Species::amountOnly)
                .collect(Collectors.toMap(Species::symbol, species -> new Symbol(species.compartment())));
        this.pool = WorkerPool.of(engine, options.limits(), exchange.text(), options.workers());
    }

    /**
     * COPASI for a model. No process is started before the first request.
     *
     * @param engine the engine
     * @param model the model
     * @param options how many workers, within which limits
     * @return the simulator, to be closed
     */
    public static CopasiSimulator of(Engine engine, KineticModel model, CopasiOptions options) {
        return new CopasiSimulator(engine, model, options);
    }

    /** Species first, then what else rules change. */
    private static List<Symbol> quantities(KineticModel model) {
        Set<Symbol> quantities = new LinkedHashSet<>();
        model.species().forEach(species -> quantities.add(species.symbol()));
        quantities.addAll(model.rules().rates().keySet());
        return List.copyOf(quantities);
    }

    @Override
    public String engine() {
        return engine.toString();
    }

    @Override
    public List<Symbol> quantities() {
        return quantities;
    }

    @Override
    public TimeCourse simulate(Experiment experiment) throws InterruptedException {
        Map<Symbol, Double> initial = model.initialValues(experiment.values());
        Map<String, Double> values = changes(initial);
        TimeGrid grid = experiment.grid();
        try {
            RecordedCourse course = pool.ask(worker -> worker.course(values, grid, experiment.tolerances()));
            return timeCourse(grid, course, initial);
        } catch (WorkerFailure failure) {
            Status status =
                    failure.kind() == WorkerFailure.Kind.OUT_OF_TIME ? Status.OUT_OF_TIME : Status.ENGINE_FAILED;
            return TimeCourse.of(grid, quantities, new double[0][], new Outcome(status, 0, failure.reason()));
        }
    }

    /**
     * The eigenvalues of COPASI's Jacobians, by differences, at given values.
     *
     * @param values values that replace those of the model
     * @return the spectra, or why there are none
     * @throws InterruptedException if the thread is interrupted
     */
    public Answer<Spectra> spectra(Map<Symbol, Double> values) throws InterruptedException {
        Map<String, Double> changes = changes(model.initialValues(values));
        try {
            return Answer.of(pool.ask(worker -> worker.spectra(changes)));
        } catch (WorkerFailure failure) {
            return Answer.failed(failure.reason());
        }
    }

    /**
     * Lets COPASI search for a steady state.
     *
     * @param values values that replace those of the model
     * @return the state where it found one; or why there is no answer
     * @throws InterruptedException if the thread is interrupted
     */
    public Answer<SteadyState> steadyState(Map<Symbol, Double> values) throws InterruptedException {
        Map<Symbol, Double> initial = model.initialValues(values);
        Map<String, Double> changes = changes(initial);
        try {
            CopasiWorker.Rest rest = pool.ask(worker -> worker.steadyState(changes));
            Map<Symbol, Double> state = new HashMap<>();
            for (Symbol species : rest.found() ? speciesOnly() : List.<Symbol>of()) {
                Double concentration = rest.values().get(exchange.idOf(species));
                if (concentration != null) {
                    state.put(species, concentration * volume(species, initial));
                }
            }
            return Answer.of(new SteadyState(rest.found(), state));
        } catch (WorkerFailure failure) {
            return Answer.failed(failure.reason());
        }
    }

    private List<Symbol> speciesOnly() {
        return model.species().stream().map(Species::symbol).toList();
    }

    /** What a concentration is multiplied by to give the species' symbol: 1, or the volume where that is an amount. */
    private double volume(Symbol species, Map<Symbol, Double> values) {
        Symbol compartment = compartments.get(species);
        return compartment == null ? 1 : Objects.requireNonNull(values.get(compartment));
    }

    /** What differs from the model, what follows from it included, as COPASI is told it. */
    private Map<String, Double> changes(Map<Symbol, Double> initial) {
        Set<Symbol> changed = new LinkedHashSet<>();
        initial.forEach((symbol, value) -> {
            if (!value.equals(base.get(symbol)) && isFree(symbol)) {
                changed.add(symbol);
            }
        });
        boolean resized = model.compartments().stream().anyMatch(each -> changed.contains(each.symbol()));
        if (resized) {
            // COPASI keeps particle numbers when a compartment changes; what is meant are concentrations.
            speciesOnly().stream().filter(this::isFree).forEach(changed::add);
        }
        Map<String, Double> values = new HashMap<>();
        for (Symbol symbol : changed) {
            double value = Objects.requireNonNull(initial.get(symbol));
            values.put(exchange.idOf(symbol), value / volume(symbol, initial));
        }
        return values;
    }

    /** Whether its value at the start is its own: not that of a rule or a rate. */
    private boolean isFree(Symbol symbol) {
        return model.rules().initial().containsKey(symbol)
                && !model.rules().assignments().containsKey(symbol);
    }

    private TimeCourse timeCourse(TimeGrid grid, RecordedCourse course, Map<Symbol, Double> initial) {
        double[][] rows = new double[course.size()][quantities.size()];
        for (int column = 0; column < quantities.size(); column++) {
            Symbol quantity = quantities.get(column);
            int recorded = course.ids().indexOf(exchange.idOf(quantity));
            Symbol compartment = compartments.get(quantity);
            int size = compartment == null ? -1 : course.ids().indexOf(compartment.name());
            for (int row = 0; row < rows.length; row++) {
                // What COPASI does not record is constant; what is an amount here is a concentration there.
                rows[row][column] = recorded < 0
                        ? Objects.requireNonNull(initial.get(quantity))
                        : course.value(row, recorded)
                                * (size < 0 ? volume(quantity, initial) : course.value(row, size));
            }
        }
        boolean complete = course.failure().isEmpty() && rows.length == grid.size();
        return TimeCourse.of(
                grid,
                quantities,
                rows,
                complete
                        ? new Outcome(Status.COMPLETE, grid.end(), "")
                        : new Outcome(Status.ENGINE_FAILED, reached(grid, rows.length), course.failure()));
    }

    private static double reached(TimeGrid grid, int rows) {
        return rows == 0 ? 0 : grid.time(rows - 1);
    }

    @Override
    public void close() {
        pool.close();
    }

    /**
     * The eigenvalues of COPASI's Jacobians by Kindling's solver, which loses fewer digits in stiff systems than COPASI's.
     *
     * @param full those for all species, with a zero for each moiety
     * @param reduced those for the independent species
     * @param own those for the independent species by COPASI's own solver; empty where the engine rounds them
     */
    public record Spectra(Spectrum full, Spectrum reduced, Optional<Spectrum> own) {}

    /**
     * What COPASI's search found.
     *
     * @param found whether it found a steady state
     * @param values the value of each species there; empty if not found
     */
    public record SteadyState(boolean found, Map<Symbol, Double> values) {

        /** Copies the map. */
        public SteadyState {
            values = Map.copyOf(values);
        }
    }
}
