package org.kindling.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.hipparchus.complex.Complex;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.kindling.expression.Constant;
import org.kindling.expression.Differences;
import org.kindling.expression.Expressions;
import org.kindling.expression.Gradient;
import org.kindling.expression.Symbol;
import org.kindling.network.ConservedMoieties;
import org.kindling.network.RandomNetworks;
import org.kindling.network.RateEquations;
import org.kindling.network.RateProcess;
import org.kindling.network.StateVariable;

/**
 * Jacobians of random networks with moieties, boundary species and two compartments, each at random constants, against
 * differences of the right-hand side and against the full Jacobian.
 */
class RandomNetworkTest {

    private static final int NETWORKS = 100;

    @Test
    void reducedJacobianAgreesWithDifferencesOfTheRightHandSide() {
        double worst = 0;
        int moieties = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            Case network = new Case(seed);
            int[] independent = network.function.moieties().independent();
            moieties += network.function.moieties().count();
            for (int row = 0; row < independent.length; row++) {
                for (int column = 0; column < independent.length; column++) {
                    Differences expected = network.difference(independent[row], column);
                    double found = network.matrix[row * independent.length + column]
                            * network.amount(independent[row])
                            / network.amount(independent[column])
                            / network.volume(independent[row])
                            * network.volume(independent[column]);
                    double size = network.turnover(independent[row]) / network.value(independent[column]);
                    worst = Math.max(worst, Math.abs(found - expected.value()) / size);
                }
            }
        }
        System.out.println("Jacobians of " + NETWORKS + " random networks with " + moieties
                + " moieties: worst difference from finite differences " + worst + " of the turnover");

        assertThat(moieties).isGreaterThan(40);
        assertThat(worst).isLessThan(5e-12);
    }

    @Test
    void spectrumIsThatOfTheFullJacobianWithoutTheZerosOfTheMoieties() {
        double worst = 0;
        for (int seed = 0; seed < NETWORKS; seed++) {
            Case network = new Case(seed);
            double[] full = eigenvalues(network.fullJacobian());
            double[] reduced = eigenvalues(square(network.matrix));
            int zeros = full.length / 2 - reduced.length / 2;
            double size = 0;
            for (double part : full) {
                size = Math.max(size, Math.abs(part));
            }

            assertThat(zeros).isEqualTo(network.function.moieties().count());
            worst = Math.max(worst, distance(full, reduced, zeros) / size);
        }
        System.out.println("spectra of " + NETWORKS + " random networks: worst difference " + worst);

        assertThat(worst).isLessThan(3e-9);
    }

    /** Pairs each reduced eigenvalue, and each zero, with the nearest full one that is left; the largest distance. */
    private static double distance(double[] full, double[] reduced, int zeros) {
        List<Complex> left = new ArrayList<>();
        for (int k = 0; k < full.length; k += 2) {
            left.add(new Complex(full[k], full[k + 1]));
        }
        double worst = 0;
        for (int k = 0; k < reduced.length + 2 * zeros; k += 2) {
            Complex wanted = k < reduced.length ? new Complex(reduced[k], reduced[k + 1]) : Complex.ZERO;
            Complex nearest = left.stream()
                    .min(Comparator.comparingDouble(
                            other -> other.subtract(wanted).norm()))
                    .orElseThrow();
            worst = Math.max(worst, nearest.subtract(wanted).norm());
            left.remove(nearest);
        }
        return worst;
    }

    private static double[][] square(double[] matrix) {
        int order = (int) Math.round(Math.sqrt(matrix.length));
        double[][] square = new double[order][order];
        for (int place = 0; place < matrix.length; place++) {
            square[place / order][place % order] = matrix[place];
        }
        return square;
    }

    /** Real and imaginary parts in turn. */
    private static double[] eigenvalues(double[][] matrix) {
        if (matrix.length == 0) {
            return new double[0];
        }
        Complex[] values = new EigenDecompositionNonSymmetric(MatrixUtils.createRealMatrix(matrix)).getEigenvalues();
        double[] parts = new double[2 * values.length];
        for (int k = 0; k < values.length; k++) {
            parts[2 * k] = values[k].getReal();
            parts[2 * k + 1] = values[k].getImaginary();
        }
        return parts;
    }

    /** A random network with random constants and the scales that hold its fluxes. */
    private static final class Case {

        private final JacobianFunction function;
        private final RateEquations equations;
        private final Map<Symbol, Double> values;
        private final double[] matrix;

        Case(long seed) {
            function = Jacobians.of(RandomNetworks.model(seed));
            equations = function.state().equations();
            SplittableRandom random = new SplittableRandom(seed);
            double[] constants = function.space().coordinates().stream()
                    .mapToDouble(coordinate -> coordinate.reference() * Math.exp(random.nextDouble(-3, 3)))
                    .toArray();
            matrix = Jacobians.matrix(function, constants);
            values = new HashMap<>(function.state().values());
            for (int index = 0; index < constants.length; index++) {
                values.put(new Symbol(function.space().coordinates().get(index).address()), constants[index]);
            }
            JacobianFunction.Worker worker = function.worker(1);
            worker.evaluate(constants, 0, 1);
            for (int process = 0; process < equations.processes().size(); process++) {
                String reaction = equations.processes().get(process).id();
                Symbol scale = new Symbol(
                        function.space().roles().scaleOf(reaction).orElseThrow().address());
                values.put(scale, worker.scale(0, process));
            }
        }

        double volume(int state) {
            return equations.states().get(state).volume();
        }

        double value(int state) {
            return Objects.requireNonNull(
                    values.get(equations.states().get(state).symbol()));
        }

        double amount(int state) {
            return value(state) * volume(state);
        }

        double turnover(int state) {
            double[][] dense = equations.stoichiometry().toDense();
            double turnover = 0;
            for (int process = 0; process < dense[state].length; process++) {
                turnover += Math.abs(dense[state][process] * function.state().rate(process));
            }
            return Math.max(turnover, 1e-300) / volume(state);
        }

        /** How the rate of change of a state answers to an independent one while the moieties keep their totals. */
        Differences difference(int row, int column) {
            int moved = function.moieties().independent()[column];
            ConservedMoieties moieties = function.moieties();
            return Differences.of(
                    value -> {
                        Map<Symbol, Double> changed = new HashMap<>(values);
                        double amount = (value - value(moved)) * volume(moved);
                        changed.put(equations.states().get(moved).symbol(), value);
                        for (int moiety = 0; moiety < moieties.count(); moiety++) {
                            int dependent = moieties.dependent()[moiety];
                            changed.put(
                                    equations.states().get(dependent).symbol(),
                                    value(dependent) + moieties.link(moiety, column) * amount / volume(dependent));
                        }
                        return derivative(row, changed);
                    },
                    value(moved),
                    0.02 * smallest(column));
        }

        /** The smallest value that moves with an independent state, in units of the latter. */
        private double smallest(int column) {
            int moved = function.moieties().independent()[column];
            double smallest = value(moved);
            for (int moiety = 0; moiety < function.moieties().count(); moiety++) {
                double link = Math.abs(function.moieties().link(moiety, column));
                if (link > 0) {
                    int dependent = function.moieties().dependent()[moiety];
                    smallest = Math.min(smallest, amount(dependent) / link / volume(moved));
                }
            }
            return smallest;
        }

        private double derivative(int state, Map<Symbol, Double> at) {
            double[] rates = equations.processes().stream()
                    .mapToDouble(process ->
                            Expressions.evaluate(process.rate(), symbol -> Objects.requireNonNull(at.get(symbol))))
                    .toArray();
            return equations.stoichiometry().netRates(rates)[state] / volume(state);
        }

        double[][] fullJacobian() {
            List<StateVariable> states = equations.states();
            Set<Symbol> symbols = states.stream().map(StateVariable::symbol).collect(Collectors.toSet());
            double[][] stoichiometry = equations.stoichiometry().toDense();
            double[][] full = new double[states.size()][states.size()];
            for (int process = 0; process < equations.processes().size(); process++) {
                RateProcess rate = equations.processes().get(process);
                var gradient = Gradient.of(rate.rate(), symbols);
                for (int column = 0; column < states.size(); column++) {
                    double derivative = Expressions.evaluate(
                            gradient.getOrDefault(states.get(column).symbol(), Constant.ZERO),
                            symbol -> Objects.requireNonNull(values.get(symbol)));
                    for (int row = 0; row < states.size(); row++) {
                        full[row][column] += stoichiometry[row][process] * derivative / volume(row);
                    }
                }
            }
            return full;
        }
    }
}
