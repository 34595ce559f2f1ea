package org.kindling.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kindling.expression.Tape;
import org.kindling.network.ConservedMoieties;
import org.kindling.network.RateEquations;
import org.kindling.network.Stoichiometry;
import org.kindling.numerics.EigenvalueRefinement;

/**
 * Adds the derivatives of the rates up to the reduced Jacobian. What each derivative contributes to which entry depends on
 * the network and the reference concentrations alone, so it is worked out once.
 */
final class Assembly {

    /** One derivative of a rate: by which state, and where the tape puts it. */
    private record Derivative(int process, int state, int output) {}

    private final RateEquations equations;
    private final double[] scale;
    private final int[] independent;
    private final int[] row;
    private final double[][] link;
    private final List<Derivative> derivatives = new ArrayList<>();

    private int[] process = {};
    private int[] output = {};
    private int[] start = {};
    private int[] target = {};
    private double[] coefficient = {};

    /**
     * Prepares the assembly.
     *
     * @param equations the equations
     * @param moieties independent and dependent species
     * @param scale what each state variable is scaled by, its reference value where that is positive, shape [states]
     */
    Assembly(RateEquations equations, ConservedMoieties moieties, double[] scale) {
        this.equations = equations;
        this.scale = scale;
        this.independent = moieties.independent();
        this.row = new int[scale.length];
        Arrays.fill(row, -1);
        for (int index = 0; index < independent.length; index++) {
            row[independent[index]] = index;
        }
        this.link = new double[scale.length][independent.length];
        int[] dependent = moieties.dependent();
        for (int index = 0; index < independent.length; index++) {
            link[independent[index]][index] = 1;
            for (int moiety = 0; moiety < dependent.length; moiety++) {
                link[dependent[moiety]][index] = moieties.link(moiety, index);
            }
        }
    }

    int order() {
        return independent.length;
    }

    void add(int process, int state, int output) {
        derivatives.add(new Derivative(process, state, output));
    }

    private double amount(int state) {
        return scale[state] * equations.states().get(state).volume();
    }

    /** Works out the contributions \( s_{ij} / n_i \cdot \partial v_j / \partial x_k \cdot L_{kb} \, n_b / V_k \). */
    void complete() {
        Stoichiometry stoichiometry = equations.stoichiometry();
        List<Integer> targets = new ArrayList<>();
        List<Double> coefficients = new ArrayList<>();
        start = new int[derivatives.size() + 1];
        for (int index = 0; index < derivatives.size(); index++) {
            Derivative derivative = derivatives.get(index);
            double volume = equations.states().get(derivative.state()).volume();
            for (int entry = 0; entry < stoichiometry.entries(derivative.process()); entry++) {
                int species = stoichiometry.state(derivative.process(), entry);
                for (int column = 0; row[species] >= 0 && column < order(); column++) {
                    double part = link[derivative.state()][column];
                    if (part != 0) {
                        targets.add(row[species] * order() + column);
                        coefficients.add(stoichiometry.coefficient(derivative.process(), entry)
                                / amount(species)
                                * (part * amount(independent[column]) / volume));
                    }
                }
            }
            start[index + 1] = targets.size();
        }
        process = derivatives.stream().mapToInt(Derivative::process).toArray();
        output = derivatives.stream().mapToInt(Derivative::output).toArray();
        target = targets.stream().mapToInt(Integer::intValue).toArray();
        coefficient = coefficients.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The number of derivatives that have been added. */
    int derivatives() {
        return output.length;
    }

    /**
     * How much a mode's eigenvalue changes with a derivative of a rate: the real part of
     * \( \sum l_a \, \partial J_{ab} / \partial d \, r_b \) over all entries to which the derivative contributes.
     */
    double influence(int derivative, EigenvalueRefinement mode) {
        double sum = 0;
        for (int k = start[derivative]; k < start[derivative + 1]; k++) {
            int a = target[k] / order();
            int b = target[k] % order();
            sum += coefficient[k]
                    * (mode.leftReal(a) * mode.rightReal(b) - mode.leftImaginary(a) * mode.rightImaginary(b));
        }
        return sum;
    }

    /** Fills the Jacobian of one lane; false if an entry is not finite. */
    boolean assemble(Tape.Evaluator evaluator, int lane, double[] factor, double[] jacobian) {
        Arrays.fill(jacobian, 0);
        for (int index = 0; index < output.length; index++) {
            double derivative = evaluator.output(output[index])[lane] * factor[process[index]];
            if (!Double.isFinite(derivative)) {
                return false;
            }
            for (int k = start[index]; k < start[index + 1]; k++) {
                jacobian[target[k]] += coefficient[k] * derivative;
            }
        }
        for (double entry : jacobian) {
            if (!Double.isFinite(entry)) {
                return false;
            }
        }
        return true;
    }
}
