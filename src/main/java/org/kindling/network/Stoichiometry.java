package org.kindling.network;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The constant stoichiometric matrix, shape [states, processes], stored by columns. In units of amount of the state
 * variable per extent of the process: net of reactants and products, conversion factors included.
 */
public final class Stoichiometry {

    private final int states;
    private final int[][] row;
    private final double[][] coefficient;

    private Stoichiometry(int states, int[][] row, double[][] coefficient) {
        this.states = states;
        this.row = row;
        this.coefficient = coefficient;
    }

    /**
     * A matrix from its columns.
     *
     * @param states the number of rows
     * @param columns for each process its non-zero coefficients by the index of the state; zeros are left out
     * @return the matrix
     */
    static Stoichiometry of(int states, List<Map<Integer, Double>> columns) {
        int[][] row = new int[columns.size()][];
        double[][] coefficient = new double[columns.size()][];
        for (int process = 0; process < columns.size(); process++) {
            Map<Integer, Double> column = new TreeMap<>(columns.get(process));
            column.values().removeIf(value -> value == 0);
            row[process] = column.keySet().stream().mapToInt(Integer::intValue).toArray();
            coefficient[process] =
                    column.values().stream().mapToDouble(Double::doubleValue).toArray();
        }
        return new Stoichiometry(states, row, coefficient);
    }

    /**
     * The number of rows.
     *
     * @return how many state variables there are
     */
    public int states() {
        return states;
    }

    /**
     * The number of columns.
     *
     * @return how many processes there are
     */
    public int processes() {
        return row.length;
    }

    /**
     * The number of non-zero coefficients of a process.
     *
     * @param process the column
     * @return how many states it changes
     */
    public int entries(int process) {
        return row[process].length;
    }

    /**
     * The state of a non-zero coefficient.
     *
     * @param process the column
     * @param entry which of its coefficients
     * @return the row
     */
    public int state(int process, int entry) {
        return row[process][entry];
    }

    /**
     * A non-zero coefficient.
     *
     * @param process the column
     * @param entry which of its coefficients
     * @return the coefficient, negative where the process consumes
     */
    public double coefficient(int process, int entry) {
        return coefficient[process][entry];
    }

    /**
     * The largest coefficient of a process by magnitude.
     *
     * @param process the column
     * @return its magnitude; 0 for a process that changes nothing
     */
    public double largestCoefficient(int process) {
        double largest = 0;
        for (double value : coefficient[process]) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /**
     * The matrix in full.
     *
     * @return a new array, shape [states, processes]
     */
    public double[][] toDense() {
        double[][] dense = new double[states][processes()];
        for (int process = 0; process < processes(); process++) {
            for (int entry = 0; entry < entries(process); entry++) {
                dense[row[process][entry]][process] = coefficient[process][entry];
            }
        }
        return dense;
    }

    /**
     * The net rate of change of the amounts.
     *
     * @param rates the rate of each process, shape [processes]
     * @return the product of the matrix and the rates, shape [states]
     */
    public double[] netRates(double[] rates) {
        double[] net = new double[states];
        for (int process = 0; process < processes(); process++) {
            for (int entry = 0; entry < entries(process); entry++) {
                net[row[process][entry]] += coefficient[process][entry] * rates[process];
            }
        }
        return net;
    }

    /**
     * How far each state variable is from balance.
     *
     * @param rates the rate of each process, shape [processes]
     * @return \( |\sum_j S_{ij} v_j| / \sum_j |S_{ij} v_j| \), shape [states]; 0 where nothing flows
     */
    public double[] imbalance(double[] rates) {
        double[] net = netRates(rates);
        double[] turnover = new double[states];
        for (int process = 0; process < processes(); process++) {
            for (int entry = 0; entry < entries(process); entry++) {
                turnover[row[process][entry]] += Math.abs(coefficient[process][entry] * rates[process]);
            }
        }
        for (int state = 0; state < states; state++) {
            net[state] = turnover[state] == 0 ? 0 : Math.abs(net[state]) / turnover[state];
        }
        return net;
    }
}
