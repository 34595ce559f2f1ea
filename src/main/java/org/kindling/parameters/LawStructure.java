package org.kindling.parameters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Gradient;
import org.kindling.expression.Symbol;
import org.kindling.expression.Tape;
import org.kindling.network.Reaction;
import org.kindling.network.Reaction.Participant;
import org.kindling.numerics.LeastSquares;

/**
 * What the form of a rate law says of its parameters.
 *
 * <p>A law \( v \) is proportional to a parameter \( p \) if \( p \, \partial v / \partial p = v \) everywhere. It is
 * unchanged when a species \( x \), some constants and the scale are multiplied by powers of one factor, if
 * \( x \, \partial v / \partial x + \sum_k c_k \, p_k \, \partial v / \partial p_k = 0 \) everywhere: a constant with \( c_k = 1 \) sets the saturation of
 * that species, and an equilibrium constant absorbs the factor with \( c_k \) equal to the stoichiometric coefficient.
 * Both are tested on exact derivatives at random points, where an identity that fails, fails at almost every point.
 */
final class LawStructure {

    /** Identities hold to rounding, some 1e-13; what does not hold misses by orders of magnitude more. */
    private static final double TOLERANCE = 1e-8;

    private final Set<Symbol> factors = new LinkedHashSet<>();
    private final Set<Symbol> acting = new LinkedHashSet<>();
    private final Map<Symbol, Set<String>> saturated = new LinkedHashMap<>();
    private final Set<Symbol> equilibrium = new LinkedHashSet<>();
    private final Map<Symbol, Map<String, Double>> exponents = new HashMap<>();

    private LawStructure() {}

    /**
     * Examines a law.
     *
     * @param reaction the reaction
     * @param parameters the symbols that are parameters
     * @param species the symbols that are species
     */
    static LawStructure of(Reaction reaction, Set<Symbol> parameters, Set<Symbol> species) {
        LawStructure structure = new LawStructure();
        Set<Symbol> occurring = Expressions.symbols(reaction.law());
        Set<Symbol> variables = new LinkedHashSet<>(occurring);
        variables.removeIf(symbol -> !parameters.contains(symbol) && !species.contains(symbol));
        Map<Symbol, Expression> gradient = Gradient.of(reaction.law(), variables);
        structure.acting.addAll(gradient.keySet());
        structure.acting.retainAll(parameters);
        Map<Symbol, double[]> derivatives = scaledDerivatives(reaction.law(), occurring, gradient);
        List<Symbol> constants = new ArrayList<>();
        for (Symbol symbol : variables) {
            double[] derivative = derivatives.get(symbol);
            if (derivative == null || !parameters.contains(symbol)) {
                continue;
            }
            if (isOne(derivative)) {
                structure.factors.add(symbol);
            } else {
                constants.add(symbol);
            }
        }
        if (!constants.isEmpty()) {
            variables.retainAll(species);
            variables.retainAll(derivatives.keySet());
            structure.findScalings(variables, constants, derivatives);
        }
        structure.findEquilibrium(reaction);
        return structure;
    }

    /** Parameters that the law depends on. */
    Set<Symbol> acting() {
        return acting;
    }

    /** Parameters that the whole law is proportional to. */
    Set<Symbol> factors() {
        return factors;
    }

    /** Whether a parameter is the equilibrium constant of the law. */
    boolean isEquilibrium(Symbol parameter) {
        return equilibrium.contains(parameter);
    }

    /** The species whose saturation a parameter sets; none or several if it is no such constant. */
    Set<String> saturatedBy(Symbol parameter) {
        return equilibrium.contains(parameter) ? Set.of() : saturated.getOrDefault(parameter, Set.of());
    }

    private void findScalings(Set<Symbol> species, List<Symbol> constants, Map<Symbol, double[]> derivatives) {
        // The last column stands for the factors of the law: V (A - B/Keq) scales with A if V makes up for it.
        double[][] columns = new double[constants.size() + 1][];
        for (int k = 0; k < constants.size(); k++) {
            columns[k] = Objects.requireNonNull(derivatives.get(constants.get(k)));
        }
        columns[constants.size()] = new double[columns[0].length];
        if (!factors.isEmpty()) {
            Arrays.fill(columns[constants.size()], 1);
        }
        LeastSquares system = LeastSquares.ofColumns(columns);
        for (Symbol symbol : species) {
            double[] wanted = Arrays.stream(Objects.requireNonNull(derivatives.get(symbol)))
                    .map(derivative -> -derivative)
                    .toArray();
            LeastSquares.Solution solution = system.solve(wanted);
            if (solution.relativeResidual() <= TOLERANCE) {
                addScaling(symbol, constants, solution);
            }
        }
    }

    private void addScaling(Symbol species, List<Symbol> constants, LeastSquares.Solution solution) {
        for (int k = 0; k < constants.size(); k++) {
            double coefficient = solution.coefficient(k);
            if (Math.abs(coefficient) > TOLERANCE) {
                exponents
                        .computeIfAbsent(constants.get(k), key -> new HashMap<>())
                        .put(species.name(), coefficient);
            }
            if (Math.abs(coefficient - 1) <= TOLERANCE) {
                saturated
                        .computeIfAbsent(constants.get(k), key -> new LinkedHashSet<>())
                        .add(species.name());
            }
        }
    }

    /**
     * An equilibrium constant decides which way the reaction runs, or else grows with each product and falls with each
     * substrate by their stoichiometric coefficient; rate constants of mass action fall with substrates and products alike.
     */
    private void findEquilibrium(Reaction reaction) {
        Map<String, Double> net = netCoefficients(reaction);
        exponents.forEach((symbol, bySpecies) -> {
            boolean fits = bySpecies.entrySet().stream()
                    .allMatch(entry -> Math.abs(entry.getValue() - net.getOrDefault(entry.getKey(), 0.0)) <= TOLERANCE);
            boolean product = bySpecies.values().stream().anyMatch(value -> value > 0);
            if (product && ((fits && bySpecies.size() > 1) || turnsDirection(reaction.law(), symbol))) {
                equilibrium.add(symbol);
            }
        });
    }

    /** Whether the law is of the form \( a - b / p \) with \( a, b > 0 \), as with no saturation constant. */
    private static boolean turnsDirection(Expression law, Symbol parameter) {
        List<Symbol> inputs = List.copyOf(Expressions.symbols(law));
        Tape.Evaluator evaluator = Tape.compile(inputs, List.of(law)).evaluator(8);
        double[] reciprocals = {1e-6, 1, 2, 3, 1e6};
        double[][] rates = new double[reciprocals.length][];
        for (int k = 0; k < reciprocals.length; k++) {
            randomise(evaluator, inputs.size());
            Arrays.fill(evaluator.input(inputs.indexOf(parameter)), 1 / reciprocals[k]);
            evaluator.run();
            rates[k] = evaluator.output(0).clone();
        }
        boolean turns = true;
        for (int point = 0; point < rates[0].length; point++) {
            double bend = rates[1][point] - 2 * rates[2][point] + rates[3][point];
            turns &= rates[0][point] > 0 && rates[4][point] < 0;
            turns &= Math.abs(bend) <= TOLERANCE * Math.abs(rates[1][point] - rates[3][point]);
        }
        return turns;
    }

    private static Map<String, Double> netCoefficients(Reaction reaction) {
        Map<String, Double> net = new HashMap<>();
        for (Participant reactant : reaction.reactants()) {
            net.merge(reactant.species(), -coefficient(reactant), Double::sum);
        }
        for (Participant product : reaction.products()) {
            net.merge(product.species(), coefficient(product), Double::sum);
        }
        return net;
    }

    private static double coefficient(Participant participant) {
        return Expressions.symbols(participant.stoichiometry()).isEmpty()
                ? Expressions.evaluate(participant.stoichiometry(), symbol -> Double.NaN)
                : Double.NaN;
    }

    /** For each variable \( p \, \partial v / \partial p / v \) at the points; absent where it is undefined at one. */
    private static Map<Symbol, double[]> scaledDerivatives(
            Expression law, Set<Symbol> occurring, Map<Symbol, Expression> gradient) {
        List<Symbol> inputs = List.copyOf(occurring);
        List<Symbol> present = List.copyOf(gradient.keySet());
        List<Expression> outputs = new ArrayList<>();
        outputs.add(law);
        present.forEach(symbol -> outputs.add(gradient.get(symbol)));
        Tape.Evaluator evaluator = Tape.compile(inputs, outputs).evaluator(2 * gradient.size() + 8);
        randomise(evaluator, inputs.size());
        evaluator.run();
        double[] rate = evaluator.output(0);
        Map<Symbol, double[]> derivatives = new HashMap<>();
        for (int k = 0; k < present.size(); k++) {
            double[] value = evaluator.input(inputs.indexOf(present.get(k)));
            double[] slope = evaluator.output(k + 1);
            double[] scaled = new double[rate.length];
            boolean defined = true;
            for (int point = 0; point < scaled.length; point++) {
                scaled[point] = value[point] * slope[point] / rate[point];
                defined &= Double.isFinite(scaled[point]);
            }
            if (defined) {
                derivatives.put(present.get(k), scaled);
            }
        }
        return derivatives;
    }

    /** Points within a factor of 3 around 1: the same for every law of a form, whatever its numbers. */
    private static void randomise(Tape.Evaluator evaluator, int inputs) {
        SplittableRandom random = new SplittableRandom(1);
        for (int input = 0; input < inputs; input++) {
            double[] values = evaluator.input(input);
            for (int point = 0; point < values.length; point++) {
                values[point] = Math.exp(random.nextDouble(-1.1, 1.1));
            }
        }
    }

    private static boolean isOne(double[] values) {
        for (double value : values) {
            if (!(Math.abs(value - 1) <= TOLERANCE)) {
                return false;
            }
        }
        return true;
    }
}
