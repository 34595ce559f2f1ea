package org.kindling.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kindling.expression.Tape;
import org.kindling.network.ConservedMoieties;
import org.kindling.network.RateEquations;
import org.kindling.network.Stoichiometry;

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
    private final SparseRows flows;
    private final SparseRows links;
    private final List<Derivative> derivatives = new ArrayList<>();

    private int[] process = {};
    private int[] state = {};
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
        this.flows = SparseRows.of(denseFlows());
        this.links = SparseRows.of(denseLinks(moieties));
    }

    private double[][] denseFlows() {
        int[] row = new int[scale.length];
        Arrays.fill(row, -1);
        for (int index = 0; index < independent.length; index++) {
            row[independent[index]] = index;
        }
        Stoichiometry stoichiometry = equations.stoichiometry();
        double[][] dense = new double[stoichiometry.processes()][order()];
        for (int column = 0; column < dense.length; column++) {
            for (int entry = 0; entry < stoichiometry.entries(column); entry++) {
                int species = stoichiometry.state(column, entry);
                if (row[species] >= 0) {
                    dense[column][row[species]] = stoichiometry.coefficient(column, entry) / amount(species);
                }
            }
        }
        return dense;
    }

    private double[][] denseLinks(ConservedMoieties moieties) {
        double[][] dense = new double[scale.length][order()];
        int[] dependent = moieties.dependent();
        for (int index = 0; index < order(); index++) {
            double amount = amount(independent[index]);
            dense[independent[index]][index] = amount / volume(independent[index]);
            for (int moiety = 0; moiety < dependent.length; moiety++) {
                dense[dependent[moiety]][index] = moieties.link(moiety, index) * amount / volume(dependent[moiety]);
            }
        }
        return dense;
    }

    int order() {
        return independent.length;
    }

    void add(int process, int state, int output) {
        derivatives.add(new Derivative(process, state, output));
    }

    private double volume(int state) {
        return equations.states().get(state).volume();
    }

    private double amount(int state) {
        return scale[state] * volume(state);
    }

    /** Works out the contributions \( s_{ij} / n_i \cdot \partial v_j / \partial x_k \cdot L_{kb} \, n_b / V_k \). */
    void complete() {
        List<Integer> targets = new ArrayList<>();
        List<Double> coefficients = new ArrayList<>();
        start = new int[derivatives.size() + 1];
        for (int index = 0; index < derivatives.size(); index++) {
            Derivative derivative = derivatives.get(index);
            for (int flow = flows.start(derivative.process()); flow < flows.start(derivative.process() + 1); flow++) {
                for (int link = links.start(derivative.state()); link < links.start(derivative.state() + 1); link++) {
                    targets.add(flows.column(flow) * order() + links.column(link));
                    coefficients.add(flows.value(flow) * links.value(link));
                }
            }
            start[index + 1] = targets.size();
        }
        process = derivatives.stream().mapToInt(Derivative::process).toArray();
        state = derivatives.stream().mapToInt(Derivative::state).toArray();
        output = derivatives.stream().mapToInt(Derivative::output).toArray();
        target = targets.stream().mapToInt(Integer::intValue).toArray();
        coefficient = coefficients.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The number of derivatives that have been added. */
    int derivatives() {
        return output.length;
    }

    /** The process whose rate is differentiated. */
    int process(int derivative) {
        return process[derivative];
    }

    /** The state variable by which it is differentiated. */
    int state(int derivative) {
        return state[derivative];
    }

    /** How the independent species flow by a process, \( s_{ij} / n_i \), shape [processes, independent]. */
    SparseRows flows() {
        return flows;
    }

    /** How the states follow the independent species, \( L_{kb} \, n_b / V_k \), shape [states, independent]. */
    SparseRows links() {
        return links;
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
