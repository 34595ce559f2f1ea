package org.kindling.dynamics;

import java.util.Arrays;
import java.util.List;
import org.kindling.dynamics.ControlNetwork.Entry;
import org.kindling.numerics.DoubleDoubleMatrix;
import org.kindling.numerics.LuDecomposition;

/**
 * Solves for the response of a steady state to additions to the rates. With the sensitivities of the rates \( W =
 * \partial v / \partial \ln x \), shape [processes, states], the response of the independent concentrations is \( -U \),
 *
 * <p>\[ (S_R W T) \, U = S_R, \qquad F = 1 - W T U, \]
 *
 * <p>and that of the rates is \( F \), shape [processes, processes].
 *
 * <p>Reactions near equilibrium make the matrix so ill-conditioned (its eigenvalues reach from -1e11 to -0.6 per hour in
 * models of E. coli) that rounding its entries alone would spoil the fifth digit. So the product is never formed but for a
 * factorisation in plain doubles, which only guides the iterative refinement: the residual is \( S_R F \), since the
 * rates must stay balanced, and it is computed from the factors in double-double. Source: N. J. Higham, Accuracy and
 * Stability of Numerical Algorithms, 2nd ed., SIAM 2002, ISBN 978-0-89871-521-7, chapter 12.
 *
 * <p>A workspace with one owner; not thread-safe.
 */
final class ControlSystem {

    /** Corrections below this, relative to the column, change no double that is read off. */
    private static final double NEGLIGIBLE = 1e-20;

    /** Corrections must shrink by this from step to step, or else the factorisation guides nowhere. */
    private static final double SLOWEST = 0.25;

    private final ControlNetwork network;
    private final LuDecomposition lu;
    private final DoubleDoubleMatrix response;
    private final DoubleDoubleMatrix concentrations;
    private final DoubleDoubleMatrix rates;
    private final DoubleDoubleMatrix imbalance;
    private final double[] rowScale;

    /** W T in plain doubles, shape [processes, independent]. */
    private final double[][] chained;

    ControlSystem(ControlNetwork network) {
        int order = network.order();
        int processes = network.processes();
        this.network = network;
        this.lu = LuDecomposition.ofOrder(order);
        this.response = DoubleDoubleMatrix.zeros(order, processes);
        this.concentrations = DoubleDoubleMatrix.zeros(network.states(), processes);
        this.rates = DoubleDoubleMatrix.zeros(processes, processes);
        this.imbalance = DoubleDoubleMatrix.zeros(order, processes);
        this.rowScale = new double[order];
        this.chained = new double[processes][order];
    }

    /**
     * Solves for one set of sensitivities.
     *
     * @param sensitivities the entries of W
     * @return whether there is a solution; false if the matrix is singular to working precision
     */
    boolean solve(List<Entry> sensitivities) {
        chain(sensitivities);
        if (!lu.factor(matrix())) {
            return false;
        }
        response.clear();
        respond(sensitivities);
        double before = Double.POSITIVE_INFINITY;
        double correction = correct();
        while (correction > NEGLIGIBLE) {
            if (!(correction <= SLOWEST * before)) {
                return false;
            }
            before = correction;
            respond(sensitivities);
            correction = correct();
        }
        respond(sensitivities);
        return true;
    }

    /** The response of the logarithm of a concentration to an addition to a rate, rounded. */
    double concentrationResponse(int state, int process) {
        return -concentrations.value(state, process);
    }

    /** The response of a rate to an addition to a rate, rounded. */
    double rateResponse(int rate, int process) {
        return rates.value(rate, process);
    }

    /**
     * The rates at the steady state next to the given one, by one step of Newton's method: \( F v \), which is balanced to the
     * last digit. Where the control of a small flux by a large one reaches 1e5, a net rate of 1e-12 of the turnover would
     * show in the seventh digit of their sum.
     */
    double[] balanced(double... given) {
        double[] balanced = new double[given.length];
        for (int process = 0; process < balanced.length; process++) {
            balanced[process] = rates.timesRow(process, given);
        }
        return balanced;
    }

    /** A row of W T, rounded: how a rate depends on the independent concentrations. */
    double[] chained(int process) {
        return chained[process];
    }

    private void chain(List<Entry> sensitivities) {
        double[][] link = new double[network.states()][network.order()];
        network.link().forEach(entry -> link[entry.row()][entry.column()] += entry.value());
        for (double[] row : chained) {
            Arrays.fill(row, 0);
        }
        sensitivities.forEach(entry -> addMultiple(chained[entry.row()], entry.value(), link[entry.column()]));
    }

    /** The matrix in plain doubles, each row divided by its largest entry. */
    private double[] matrix() {
        int order = network.order();
        double[][] rows = new double[order][order];
        network.reduced().forEach(entry -> addMultiple(rows[entry.row()], entry.value(), chained[entry.column()]));
        double[] matrix = new double[order * order];
        for (int row = 0; row < order; row++) {
            double largest = Arrays.stream(rows[row]).map(Math::abs).max().orElse(0);
            rowScale[row] = largest == 0 ? 1 : 1 / largest;
            for (int column = 0; column < order; column++) {
                matrix[row * order + column] = rowScale[row] * rows[row][column];
            }
        }
        return matrix;
    }

    private static void addMultiple(double[] row, double factor, double... other) {
        for (int column = 0; column < row.length; column++) {
            row[column] += factor * other[column];
        }
    }

    /** From U to T U and F. */
    private void respond(List<Entry> sensitivities) {
        concentrations.clear();
        network.link()
                .forEach(entry -> concentrations.addMultiple(entry.row(), entry.value(), response, entry.column()));
        rates.clear();
        for (int process = 0; process < network.processes(); process++) {
            rates.add(process, process, 1);
        }
        sensitivities.forEach(entry -> rates.addMultiple(entry.row(), -entry.value(), concentrations, entry.column()));
    }

    /** Corrects U by what is left of the imbalance, and returns the largest correction beside its column. */
    private double correct() {
        imbalance.clear();
        network.reduced().forEach(entry -> imbalance.addMultiple(entry.row(), entry.value(), rates, entry.column()));
        double worst = 0;
        double[] column = new double[network.order()];
        for (int process = 0; process < network.processes(); process++) {
            for (int row = 0; row < column.length; row++) {
                column[row] = rowScale[row] * imbalance.value(row, process);
            }
            lu.solve(column);
            double largest = 0;
            double size = 0;
            for (int row = 0; row < column.length; row++) {
                response.add(row, process, column[row]);
                largest = Math.max(largest, Math.abs(column[row]));
                size = Math.max(size, Math.abs(response.value(row, process)));
            }
            if (!(largest <= NEGLIGIBLE * size)) {
                worst = Math.max(worst, largest / size);
            }
        }
        return worst;
    }
}
