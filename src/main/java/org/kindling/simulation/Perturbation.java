package org.kindling.simulation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.kindling.expression.Symbol;
import org.kindling.network.ConservedMoieties;
import org.kindling.network.KineticModel;
import org.kindling.network.RateEquations;
import org.kindling.network.StateVariable;
import org.kindling.sampling.RandomStreams;

/**
 * Random states around a given one: the independent state variables times random factors, the dependent ones from the
 * unchanged conserved totals. A state with a negative value is drawn again. Immutable and thread-safe.
 */
public final class Perturbation {

    private static final long PURPOSE = 0x5045525455524BL; // "PERTURB" in ASCII, shortened

    private static final int MOST_DRAWS = 10_000;

    private final RateEquations equations;
    private final ConservedMoieties moieties;
    private final double[] state;

    private Perturbation(RateEquations equations, ConservedMoieties moieties, double[] state) {
        this.equations = equations;
        this.moieties = moieties;
        this.state = state;
    }

    /**
     * Perturbations of a state.
     *
     * @param model the model
     * @param values values that replace those of the model; with the others they are the state to be perturbed
     * @return the perturbations; small pools are the independent ones, so that large ones take up the differences
     */
    public static Perturbation of(KineticModel model, Map<Symbol, Double> values) {
        RateEquations equations = RateEquations.of(model, values);
        Map<Symbol, Double> all = equations.values(model.initialValues(values));
        List<StateVariable> states = equations.states();
        double[] state = states.stream()
                .mapToDouble(variable -> Objects.requireNonNull(all.get(variable.symbol()), variable::id))
                .toArray();
        int[] bySize = IntStream.range(0, state.length)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        index -> state[index] * states.get(index).volume()))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Perturbation(equations, ConservedMoieties.of(equations, bySize), state);
    }

    /**
     * A perturbed state.
     *
     * @param factor turns a uniform number between 0 and 1 into the factor of a variable
     * @param seed the seed
     * @param index which of the perturbations of this seed; each has random numbers of its own
     * @return the value of every state variable by its symbol; empty if no state without negative values was drawn
     */
    public Optional<Map<Symbol, Double>> draw(DoubleUnaryOperator factor, long seed, long index) {
        UniformRandomProvider random = RandomStreams.of(seed, PURPOSE).stream(index);
        for (int draw = 0; draw < MOST_DRAWS; draw++) {
            double[] drawn = drawn(factor, random);
            if (IntStream.range(0, drawn.length).noneMatch(k -> drawn[k] < 0 && state[k] >= 0)) {
                Map<Symbol, Double> values = new HashMap<>();
                for (int k = 0; k < drawn.length; k++) {
                    values.put(equations.states().get(k).symbol(), drawn[k]);
                }
                return Optional.of(values);
            }
        }
        return Optional.empty();
    }

    private double[] drawn(DoubleUnaryOperator factor, UniformRandomProvider random) {
        double[] drawn = state.clone();
        int[] independent = moieties.independent();
        int[] dependent = moieties.dependent();
        for (int column = 0; column < independent.length; column++) {
            int variable = independent[column];
            drawn[variable] = state[variable] * factor.applyAsDouble(random.nextDouble());
            double change = (drawn[variable] - state[variable]) * volume(variable);
            for (int row = 0; row < dependent.length; row++) {
                drawn[dependent[row]] += moieties.link(row, column) * change / volume(dependent[row]);
            }
        }
        return drawn;
    }

    private double volume(int variable) {
        return equations.states().get(variable).volume();
    }
}
