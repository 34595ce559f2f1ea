package org.kindling.network;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Symbol;

/**
 * A kinetic model: compartments, species, parameters and reactions with their rate laws, as a file gives them, with all
 * mathematics as expressions. Immutable.
 *
 * <p>Every number is in the model's own units. The symbol of a species means its concentration, or its amount where the
 * species says so.
 */
public final class KineticModel {

    /**
     * The elements of a model.
     *
     * @param compartments the compartments in the order of the file
     * @param species the species in the order of the file
     * @param parameters the parameters: global ones first, then local ones, each in the order of the file
     * @param reactions the reactions in the order of the file
     */
    public record Elements(
            List<Compartment> compartments,
            List<Species> species,
            List<Parameter> parameters,
            List<Reaction> reactions) {

        /**
         * Creates the elements.
         *
         * <p>The lists are copied.
         */
        public Elements {
            compartments = List.copyOf(compartments);
            species = List.copyOf(species);
            parameters = List.copyOf(parameters);
            reactions = List.copyOf(reactions);
        }
    }

    private final String id;
    private final ModelUnits units;
    private final Elements elements;
    private final Rules rules;
    private final Map<String, Species> speciesById;
    private final Map<String, Reaction> reactionById;
    private final Map<String, Parameter> parameterByAddress;
    private final Map<Symbol, Expression> definitions = new LinkedHashMap<>();

    private KineticModel(String id, ModelUnits units, Elements elements, Rules rules) {
        this.id = id;
        this.units = units;
        this.elements = elements;
        this.rules = rules;
        this.speciesById = index(elements.species(), Species::id);
        this.reactionById = index(elements.reactions(), Reaction::id);
        this.parameterByAddress = index(elements.parameters(), Parameter::address);
        elements.reactions().forEach(reaction -> definitions.put(reaction.symbol(), reaction.law()));
        definitions.putAll(rules.assignments());
    }

    /**
     * A model of these elements.
     *
     * @param id the id of the model
     * @param units the units of its numbers
     * @param elements compartments, species, parameters and reactions; every reference between them must resolve, and no
     *     definition may depend on itself
     * @param rules assignment rules, rate rules and initial values
     * @return the model
     */
    public static KineticModel of(String id, ModelUnits units, Elements elements, Rules rules) {
        return new KineticModel(id, units, elements, rules);
    }

    private static <T> Map<String, T> index(List<T> elements, Function<T, String> key) {
        return elements.stream()
                .collect(Collectors.toMap(key, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    /**
     * The id of the model.
     *
     * @return the SBML id
     */
    public String id() {
        return id;
    }

    /**
     * The units of its numbers.
     *
     * @return the units
     */
    public ModelUnits units() {
        return units;
    }

    /**
     * The compartments.
     *
     * @return the compartments in the order of the file
     */
    public List<Compartment> compartments() {
        return elements.compartments();
    }

    /**
     * The species.
     *
     * @return the species in the order of the file
     */
    public List<Species> species() {
        return elements.species();
    }

    /**
     * The parameters.
     *
     * @return the parameters, global ones first
     */
    public List<Parameter> parameters() {
        return elements.parameters();
    }

    /**
     * The reactions.
     *
     * @return the reactions in the order of the file
     */
    public List<Reaction> reactions() {
        return elements.reactions();
    }

    /**
     * The rules.
     *
     * @return assignment rules, rate rules and initial values
     */
    public Rules rules() {
        return rules;
    }

    /**
     * A species by its id.
     *
     * @param species the id
     * @return the species, if there is one of that id
     */
    public Optional<Species> species(String species) {
        return Optional.ofNullable(speciesById.get(species));
    }

    /**
     * A reaction by its id.
     *
     * @param reaction the id
     * @return the reaction, if there is one of that id
     */
    public Optional<Reaction> reaction(String reaction) {
        return Optional.ofNullable(reactionById.get(reaction));
    }

    /**
     * A parameter by its address.
     *
     * @param address the id of a global parameter, or {@code reaction.parameter}
     * @return the parameter, if there is one of that address
     */
    public Optional<Parameter> parameter(String address) {
        return Optional.ofNullable(parameterByAddress.get(address));
    }

    /**
     * An expression in terms of quantities that have a value of their own: whatever an assignment rule determines, and
     * rates of reactions, are replaced by what they are defined as.
     *
     * @param expression an expression of this model
     * @return the same in terms of species, parameters, compartments and the time
     */
    public Expression resolved(Expression expression) {
        return new Resolution(definitions).of(expression);
    }

    /**
     * The value of every quantity at the start, initial assignments and assignment rules evaluated at time 0.
     *
     * @return a value for each symbol that has one
     */
    public Map<Symbol, Double> initialValues() {
        return initialValues(Map.of());
    }

    /**
     * The value of every quantity at the start when some are set otherwise than in the file.
     *
     * @param overrides values that replace what the file says
     * @return a value for each symbol that has one
     */
    public Map<Symbol, Double> initialValues(Map<Symbol, Double> overrides) {
        return InitialValues.of(this, overrides.keySet()).at(overrides);
    }

    /**
     * The value of every quantity at the start as a function of some that are given: initial assignments and assignment
     * rules carry a change of one value on to others.
     *
     * @param given quantities whose values are set from outside
     * @return an expression of the given symbols and the time for each of the other quantities that has a value
     */
    public Map<Symbol, Expression> initialExpressions(Set<Symbol> given) {
        Map<Symbol, Expression> definitionsAtStart = new LinkedHashMap<>(definitions);
        rules.initial().forEach(definitionsAtStart::putIfAbsent);
        given.forEach(definitionsAtStart::remove);
        Resolution atStart = new Resolution(definitionsAtStart);
        Map<Symbol, Expression> expressions = new LinkedHashMap<>();
        definitionsAtStart.keySet().forEach(symbol -> expressions.put(symbol, atStart.symbol(symbol)));
        return expressions;
    }

    /** Replaces symbols by their definitions, each resolved once. */
    private static final class Resolution {

        private final Map<Symbol, Expression> definitions;
        private final Map<Symbol, Expression> resolved = new HashMap<>();

        Resolution(Map<Symbol, Expression> definitions) {
            this.definitions = definitions;
        }

        Expression of(Expression expression) {
            return Expressions.replace(expression, this::symbol);
        }

        Expression symbol(Symbol symbol) {
            Expression known = resolved.get(symbol);
            if (known == null) {
                Expression meaning = definitions.get(symbol);
                known = meaning == null ? symbol : of(meaning);
                resolved.put(symbol, known);
            }
            return known;
        }
    }
}
