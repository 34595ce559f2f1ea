package org.kindling.sbml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.network.RateEquations;
import org.kindling.network.Reaction;
import org.kindling.network.StateVariable;

/**
 * Which reactions have coefficients so large that other tools go wrong on them, and by what to scale such reactions:
 * with all coefficients divided by a factor \( f \) and the law multiplied by it, every concentration changes as before,
 * and the flux of the reaction is \( f \) times what it was.
 *
 * <p>The factor is the largest power of two that is not above the largest coefficient. Multiplying by it does not round,
 * so that scaling changes no bit of \( \mathrm{d}x / \mathrm{d}t \).
 */
public final class StoichiometryScaling {

    /**
     * Coefficients above this are large. Some ten thousand make COPASI 4.46 find wrong moieties, some ten million make it
     * run out of memory; 10 leaves a margin of three decades.
     */
    private static final double LARGE = 10;

    private final KineticModel model;
    private final RateEquations equations;
    private final Map<Symbol, Double> initial;
    private final Set<Symbol> states;
    private final Map<String, Double> large = new LinkedHashMap<>();
    private final Map<String, Double> factors = new LinkedHashMap<>();

    private StoichiometryScaling(KineticModel model) {
        this.model = model;
        this.equations = RateEquations.of(model);
        this.initial = model.initialValues();
        this.states = equations.states().stream().map(StateVariable::symbol).collect(Collectors.toSet());
        model.reactions().forEach(this::add);
    }

    /**
     * The scaling of a model.
     *
     * @param model the model
     * @return its large coefficients and factors
     */
    public static StoichiometryScaling of(KineticModel model) {
        return new StoichiometryScaling(model);
    }

    /**
     * The reactions that have large coefficients, also those that cannot be scaled.
     *
     * @return the largest coefficient of each, without its sign
     */
    public Map<String, Double> large() {
        return Collections.unmodifiableMap(large);
    }

    /**
     * The reactions that can be scaled: those with large coefficients that are constant.
     *
     * @return their ids in the order of the model
     */
    public List<String> scalable() {
        return List.copyOf(factors.keySet());
    }

    /**
     * What the law of a reaction is multiplied by, and its coefficients are divided by.
     *
     * @param reaction the id of the reaction
     * @return a power of two; 1 for a reaction that is not scaled
     */
    public double factor(String reaction) {
        return factors.getOrDefault(reaction, 1.0);
    }

    /** Returns a coefficient as a number, if it is the same at all times. */
    OptionalDouble constant(Expression stoichiometry) {
        Set<Symbol> symbols = Expressions.symbols(equations.resolved(model, stoichiometry));
        boolean varies = symbols.contains(Symbol.TIME) || symbols.stream().anyMatch(states::contains);
        return varies ? OptionalDouble.empty() : OptionalDouble.of(Expressions.evaluate(stoichiometry, initial::get));
    }

    private void add(Reaction reaction) {
        double largest = 0;
        boolean isConstant = true;
        for (Reaction.Participant participant : participants(reaction)) {
            OptionalDouble coefficient = constant(participant.stoichiometry());
            largest = Math.max(largest, Math.abs(coefficient.orElse(0)));
            isConstant &= coefficient.isPresent();
        }
        if (largest > LARGE && Double.isFinite(largest)) {
            large.put(reaction.id(), largest);
            if (isConstant) {
                factors.put(reaction.id(), Math.scalb(1.0, Math.getExponent(largest)));
            }
        }
    }

    private static List<Reaction.Participant> participants(Reaction reaction) {
        return Stream.concat(reaction.reactants().stream(), reaction.products().stream())
                .toList();
    }
}
