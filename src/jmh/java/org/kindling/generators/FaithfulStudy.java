package org.kindling.generators;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.kindling.analysis.PopulationDivergence;
import org.kindling.dynamics.Criterion;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.generators.spectral.FaithfulSample;
import org.kindling.generators.spectral.FaithfulTraining;
import org.kindling.network.KineticModel;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sbml.SbmlReader;

/**
 * How much faithful training tells of the prior's conditional, beside rejection with as many Jacobians. Arguments: MODEL
 * LAMBDA_MAX REPEATS BUDGET REFERENCE_SETS REFERENCE_FILE.
 *
 * <p>Errors of parameter means are judged by their mean squared distance from the reference's, less the reference's own noise,
 * and by their variance over the repeats; both are averaged over the parameters and compared with rejection's.
 */
public final class FaithfulStudy {

    private final int dimension;
    private final double budget;
    private final RejectionReference reference;
    private final double[][] weighted;
    private final double[][] controlled;

    private FaithfulStudy(int dimension, double budget, RejectionReference reference, int repeats) {
        this.dimension = dimension;
        this.budget = budget;
        this.reference = reference;
        this.weighted = new double[repeats][];
        this.controlled = new double[repeats][];
    }

    public static void main(String[] arguments) throws InterruptedException, IOException {
        KineticModel model = SbmlReader.read(Path.of(arguments[0])).kinetics();
        ReferenceState state = ReferenceState.of(model);
        ParameterSpace space = ParameterSpace.of(ParameterRoles.of(model), state);
        Criterion criterion = Criterion.abscissaBelow(Double.parseDouble(arguments[1]));
        int repeats = Integer.parseInt(arguments[2]);
        long budget = Long.parseLong(arguments[3]);
        try (SpectralPool pool = SpectralPool.of(JacobianFunction.of(space, state), 2)) {
            RejectionReference reference =
                    RejectionReference.of(Path.of(arguments[5]), pool, criterion, Integer.parseInt(arguments[4]));
            FaithfulStudy study = new FaithfulStudy(space.dimension(), budget, reference, repeats);
            for (int seed = 1; seed <= repeats; seed++) {
                FaithfulTraining training = FaithfulTraining.of(
                        pool,
                        criterion,
                        FaithfulTraining.Options.DEFAULT.withJacobians(budget),
                        seed,
                        Optional.empty());
                TrainingFigures last = training.advance();
                while (!training.finished()) {
                    last = training.advance();
                }
                study.show(seed, training.sample(), last);
            }
            study.showErrors();
        }
    }

    private void show(int seed, FaithfulSample sample, TrainingFigures last) {
        double[] u = sample.coordinates();
        double[] weights = sample.weights();
        double[] means = new double[dimension];
        for (int place = 0; place < u.length; place++) {
            means[place % dimension] += weights[place / dimension] / sample.mass() * u[place];
        }
        weighted[seed - 1] = means;
        controlled[seed - 1] = sample.means();
        PopulationDivergence divergence = PopulationDivergence.of(u, weights, reference.coordinates());
        System.out.printf(
                Locale.ROOT,
                "%d: %.0f effective sets of %d, %.2f x rejection; last round's incidence %.3f; mass %.5f +- %.5f (sampled %.5f);"
                        + " KL mean %.4f floor %.4f ratio %.2f max %.4f floor %.4f%n",
                seed,
                sample.effectiveSize(),
                sample.sets(),
                sample.effectiveSize() / rejected(),
                (double) last.valid() / last.evaluated(),
                sample.mass(),
                sample.massError(),
                reference.mass(dimension),
                divergence.mean(),
                divergence.floor(),
                divergence.mean() / divergence.floor(),
                divergence.maximum(),
                divergence.floorMaximum());
    }

    /** How many valid sets rejection would find. */
    private double rejected() {
        return budget * reference.mass(dimension);
    }

    private void showErrors() {
        double variance = reference.meanVariance(dimension);
        double noise = variance / reference.sets(dimension);
        double byRejection = variance / rejected();
        System.out.printf(
                Locale.ROOT,
                "errors of means, rejection's beside them: by weights %.2f (over repeats %.2f), with gradients %.2f (over repeats"
                        + " %.2f)%n",
                byRejection / (distance(weighted) - noise),
                byRejection / spread(weighted),
                byRejection / (distance(controlled) - noise),
                byRejection / spread(controlled));
    }

    private double distance(double[][] means) {
        double[] wanted = reference.means(dimension);
        double sum = 0;
        for (double[] one : means) {
            for (int k = 0; k < dimension; k++) {
                sum += (one[k] - wanted[k]) * (one[k] - wanted[k]);
            }
        }
        return sum / means.length / dimension;
    }

    private double spread(double[][] means) {
        double sum = 0;
        for (int k = 0; k < dimension; k++) {
            double mean = 0;
            for (double[] one : means) {
                mean += one[k] / means.length;
            }
            for (double[] one : means) {
                sum += (one[k] - mean) * (one[k] - mean);
            }
        }
        return sum / (means.length - 1) / dimension;
    }
}
