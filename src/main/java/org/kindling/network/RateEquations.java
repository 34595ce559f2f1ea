package org.kindling.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.kindling.expression.Constant;
import org.kindling.expression.Evaluation;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Operation;
import org.kindling.expression.Operator;
import org.kindling.expression.Symbol;

/**
 * The differential equations of a model, \( \mathrm{d}x_i / \mathrm{d}t = \frac{1}{V_i} \sum_j S_{ij} v_j \), with state
 * variables \( x \), shape [states], volumes \( V \), stoichiometry \( S \), shape [states, processes], and the rates
 * \( v \) of the processes, shape [processes].
 *
 * <p>A rate rule is a process of its own with coefficient 1, and so is the part of a reaction whose stoichiometry varies:
 * the matrix itself is constant, and what is conserved by it is conserved at all times. Where a compartment's size
 * varies, the state variable of its species is the amount.
 */
public final class RateEquations {

    private final List<StateVariable> states;
    private final List<RateProcess> processes;
    private final List<Evaluation> rates;
    private final Map<String, Integer> reactions = new HashMap<>();
    private final Stoichiometry stoichiometry;
    private final Map<Symbol, Expression> amounts;
    private final Map<Symbol, Symbol> compartments;
    private final Map<Symbol, Double> structural;
    private final boolean timeDependent;

    private RateEquations(Builder builder) {
        this.states = List.copyOf(builder.states);
        this.processes = List.copyOf(builder.processes);
        this.rates =
                processes.stream().map(process -> Evaluation.of(process.rate())).toList();
        for (int process = 0; process < processes.size(); process++) {
            if (processes.get(process).reaction()) {
                reactions.put(processes.get(process).id(), process);
            }
        }
        this.stoichiometry = Stoichiometry.of(states.size(), builder.columns);
        this.amounts = Map.copyOf(builder.amounts);
        this.compartments = Map.copyOf(builder.compartments);
        this.structural = Map.copyOf(builder.structural);
        this.timeDependent = rates.stream().anyMatch(rate -> rate.symbols().contains(Symbol.TIME));
    }

    /**
     * The equations of a model.
     *
     * @param model the model
     * @return its equations; constant stoichiometries and volumes have the values of the file
     */
    public static RateEquations of(KineticModel model) {
        return of(model, Map.of());
    }

    /**
     * The equations of a model when some values differ from the file.
     *
     * @param model the model
     * @param overrides values that replace those of the file; they matter where they are {@link #structural} ones
     * @return its equations
     */
    public static RateEquations of(KineticModel model, Map<Symbol, Double> overrides) {
        return at(model, model.initialValues(overrides));
    }

    /** The equations of a model at the values of all its quantities. */
    static RateEquations at(KineticModel model, Map<Symbol, Double> values) {
        return new RateEquations(new Builder(model, values));
    }

    /**
     * The state variables.
     *
     * @return the rows of the stoichiometry
     */
    public List<StateVariable> states() {
        return states;
    }

    /**
     * The processes.
     *
     * @return the columns of the stoichiometry: all reactions in the order of the model, then the others
     */
    public List<RateProcess> processes() {
        return processes;
    }

    /**
     * The process of a reaction.
     *
     * @param id the id of the reaction
     * @return its column of the stoichiometry; empty if there is no such reaction
     */
    public Optional<Integer> reaction(String id) {
        return Optional.ofNullable(reactions.get(id));
    }

    /**
     * The rate of a process.
     *
     * @param process its column of the stoichiometry
     * @param values the value of each symbol of the rate
     * @return the rate, extent per time
     */
    public double rate(int process, Function<Symbol, Double> values) {
        return rates.get(process).at(values);
    }

    /**
     * The stoichiometry.
     *
     * @return the matrix, shape [states, processes]
     */
    public Stoichiometry stoichiometry() {
        return stoichiometry;
    }

    /**
     * The quantities whose values are part of these equations: sizes of compartments and constant stoichiometries. Where one
     * of them has another value, the equations are others.
     *
     * @return their symbols
     */
    public Set<Symbol> structural() {
        return structural.keySet();
    }

    /**
     * Whether these are the equations of their model at other values too.
     *
     * @param values the value of every quantity
     * @return whether all {@link #structural} quantities have the values that these equations were made with
     */
    public boolean holdAt(Map<Symbol, Double> values) {
        return structural.entrySet().stream().allMatch(entry -> entry.getValue().equals(values.get(entry.getKey())));
    }

    /**
     * How fast each state variable is renewed at some rates: half of the sum of all gains and losses.
     *
     * @param rates the rates of the processes, extent per time, shape [processes]
     * @return \( \frac{1}{2 V_i} \sum_j |S_{ij} v_j| \), concentration per time, shape [states]
     */
    public double[] throughputs(double[] rates) {
        double[] throughputs = new double[states.size()];
        for (int process = 0; process < rates.length; process++) {
            for (int entry = 0; entry < stoichiometry.entries(process); entry++) {
                int state = stoichiometry.state(process, entry);
                throughputs[state] += Math.abs(stoichiometry.coefficient(process, entry) * rates[process])
                        / 2
                        / states.get(state).volume();
            }
        }
        return throughputs;
    }

    /**
     * Whether the rates depend on the time itself, so that the model has time courses but no steady state.
     *
     * @return whether any rate names the time
     */
    public boolean timeDependent() {
        return timeDependent;
    }

    /**
     * An expression of the model in terms of state variables, constants and the time.
     *
     * @param model the model of these equations
     * @param expression an expression of the model
     * @return the same, with assignments, rates of reactions and concentrations in varying compartments replaced
     */
    public Expression resolved(KineticModel model, Expression expression) {
        return Expressions.replace(model.resolved(expression), symbol -> amounts.getOrDefault(symbol, symbol));
    }

    /**
     * Values with the amounts of species in compartments of varying size added.
     *
     * @param initial the value of every quantity of the model
     * @return a value for every symbol of the rates
     */
    public Map<Symbol, Double> values(Map<Symbol, Double> initial) {
        Map<Symbol, Double> values = new LinkedHashMap<>(initial);
        compartments.forEach((species, compartment) ->
                values.put(amount(species.name()), required(initial, species) * required(initial, compartment)));
        return values;
    }

    private static double required(Map<Symbol, Double> values, Symbol symbol) {
        return Objects.requireNonNull(values.get(symbol), symbol::name);
    }

    private static Symbol amount(String species) {
        return new Symbol("#amount." + species);
    }

    /** Collects states, then columns. */
    private static final class Builder {

        private final KineticModel model;
        private final Map<Symbol, Double> initial;
        private final List<StateVariable> states = new ArrayList<>();
        private final List<RateProcess> processes = new ArrayList<>();
        private final List<Map<Integer, Double>> columns = new ArrayList<>();
        private final Map<Symbol, Expression> amounts = new HashMap<>();
        private final Map<Symbol, Symbol> compartments = new HashMap<>();
        private final Set<Symbol> varying = new HashSet<>();
        private final Map<Symbol, Double> structural = new HashMap<>();
        private final Map<String, Integer> stateOfSpecies = new HashMap<>();

        Builder(KineticModel model, Map<Symbol, Double> initial) {
            this.model = model;
            this.initial = initial;
            varying.add(Symbol.TIME);
            varying.addAll(model.rules().rates().keySet());
            varying.addAll(model.rules().assignments().keySet());
            substituteAmounts();
            addSpecies();
            addRateRules();
            addReactions();
            model.rules().rates().forEach(this::addRateRule);
        }

        private void substituteAmounts() {
            for (Species species : model.species()) {
                Symbol volume = new Symbol(species.compartment());
                if (varying.contains(volume) && !species.amountOnly() && !varying.contains(species.symbol())) {
                    compartments.put(species.symbol(), volume);
                    amounts.put(species.symbol(), Expressions.quotient(amount(species.id()), model.resolved(volume)));
                    varying.add(species.symbol());
                }
            }
        }

        private void addSpecies() {
            Set<String> changed = new HashSet<>();
            for (Reaction reaction : model.reactions()) {
                reaction.reactants().forEach(participant -> changed.add(participant.species()));
                reaction.products().forEach(participant -> changed.add(participant.species()));
            }
            for (Species species : model.species()) {
                boolean amount = amounts.containsKey(species.symbol());
                boolean ruled = varying.contains(species.symbol()) && !amount;
                if (changed.contains(species.id()) && !species.boundary() && !species.constant() && !ruled) {
                    Symbol symbol = amount ? amount(species.id()) : species.symbol();
                    boolean divided = !amount && !species.amountOnly();
                    double volume = divided ? structural(new Symbol(species.compartment())) : 1;
                    stateOfSpecies.put(species.id(), states.size());
                    states.add(new StateVariable(species.id(), symbol, volume));
                    varying.add(symbol);
                }
            }
        }

        private void addRateRules() {
            model.rules().rates().keySet().forEach(symbol -> states.add(new StateVariable(symbol.name(), symbol, 1)));
        }

        private Expression resolved(Expression expression) {
            Expression sinceStart = Expressions.rewrite(model.resolved(expression), Builder::sinceStart);
            return Expressions.replace(sinceStart, symbol -> amounts.getOrDefault(symbol, symbol));
        }

        /** Decides comparisons with times before the start, which is at 0: they do not make rates depend on the time. */
        private static Expression sinceStart(Expression node) {
            if (!(node instanceof Operation operation) || operation.arguments().size() != 2) {
                return node;
            }
            Expression left = operation.arguments().get(0);
            Expression right = operation.arguments().get(1);
            boolean orEqual = operation.operator() == Operator.LESS_OR_EQUAL;
            if (operation.operator() != Operator.LESS && !orEqual) {
                return node;
            }
            if (left.equals(Symbol.TIME) && right instanceof Constant limit) {
                return limit.value() < 0 || (limit.value() == 0 && !orEqual) ? Constant.ZERO : node;
            }
            if (right.equals(Symbol.TIME) && left instanceof Constant limit) {
                return limit.value() < 0 || (limit.value() == 0 && orEqual) ? Constant.ONE : node;
            }
            return node;
        }

        private void addReactions() {
            List<RateProcess> parts = new ArrayList<>();
            List<Map<Integer, Double>> partColumns = new ArrayList<>();
            for (Reaction reaction : model.reactions()) {
                Expression rate = resolved(reaction.law());
                Map<Integer, Double> column = new HashMap<>();
                coefficients(reaction).forEach((state, coefficient) -> {
                    if (isConstant(coefficient)) {
                        column.put(state, Expressions.evaluate(coefficient, this::structural));
                    } else {
                        String id = reaction.id() + "." + states.get(state).id();
                        parts.add(new RateProcess(id, Expressions.product(coefficient, rate), false));
                        partColumns.add(Map.of(state, 1.0));
                    }
                });
                processes.add(new RateProcess(reaction.id(), rate, true));
                columns.add(column);
            }
            processes.addAll(parts);
            columns.addAll(partColumns);
        }

        private Double structural(Symbol symbol) {
            double value = required(initial, symbol);
            structural.put(symbol, value);
            return value;
        }

        private boolean isConstant(Expression coefficient) {
            return Expressions.symbols(coefficient).stream().noneMatch(varying::contains);
        }

        /** The net coefficient of each state in a reaction. */
        private Map<Integer, Expression> coefficients(Reaction reaction) {
            Map<Integer, Expression> net = new LinkedHashMap<>();
            reaction.reactants().forEach(reactant -> add(net, reactant, true));
            reaction.products().forEach(product -> add(net, product, false));
            return net;
        }

        private void add(Map<Integer, Expression> net, Reaction.Participant participant, boolean consumed) {
            Integer state = stateOfSpecies.get(participant.species());
            if (state == null) {
                return;
            }
            Species species = model.species(participant.species()).orElseThrow();
            Expression factor =
                    species.conversionFactor().<Expression>map(symbol -> symbol).orElse(Constant.ONE);
            Expression coefficient = resolved(Expressions.product(participant.stoichiometry(), factor));
            Expression signed = consumed ? Expressions.negative(coefficient) : coefficient;
            net.merge(state, signed, (some, other) -> Expressions.sum(List.of(some, other)));
        }

        private void addRateRule(Symbol symbol, Expression rate) {
            int state = 0;
            while (!states.get(state).symbol().equals(symbol)) {
                state++;
            }
            processes.add(new RateProcess(symbol.name(), resolved(rate), false));
            columns.add(Map.of(state, 1.0));
        }
    }
}
