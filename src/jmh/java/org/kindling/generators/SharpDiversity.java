package org.kindling.generators;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kindling.analysis.PopulationDivergence;
import org.kindling.dynamics.Criterion;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.generators.nn.FlowFamily;
import org.kindling.generators.spectral.SharpTraining;
import org.kindling.network.KineticModel;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sbml.SbmlReader;

/**
 * Incidence of sharp training beside what it costs in diversity. Arguments: MODEL LAMBDA_MAX SEEDS JACOBIANS REFERENCE_SETS
 * REFERENCE_FILE FAMILIES TEMPERATURES SCALES MARGINS, the last four lists with commas.
 */
public final class SharpDiversity {

    private static final int INCIDENCE_SETS = 2_000;

    private final SpectralPool pool;
    private final Criterion criterion;
    private final RejectionReference reference;
    private final int dimension;

    private SharpDiversity(SpectralPool pool, Criterion criterion, RejectionReference reference) {
        this.pool = pool;
        this.criterion = criterion;
        this.reference = reference;
        this.dimension = pool.jacobian().space().dimension();
    }

    public static void main(String[] arguments) throws InterruptedException, IOException {
        KineticModel model = SbmlReader.read(Path.of(arguments[0])).kinetics();
        ReferenceState state = ReferenceState.of(model);
        ParameterSpace space = ParameterSpace.of(ParameterRoles.of(model), state);
        Criterion criterion = Criterion.abscissaBelow(Double.parseDouble(arguments[1]));
        int seeds = Integer.parseInt(arguments[2]);
        long jacobians = Long.parseLong(arguments[3]);
        try (SpectralPool pool = SpectralPool.of(JacobianFunction.of(space, state), 2)) {
            RejectionReference reference =
                    RejectionReference.of(Path.of(arguments[5]), pool, criterion, Integer.parseInt(arguments[4]));
            SharpDiversity study = new SharpDiversity(pool, criterion, reference);
            for (String family : arguments[6].split(",")) {
                for (double temperature : numbers(arguments[7])) {
                    for (double scale : numbers(arguments[8])) {
                        for (double margin : numbers(arguments[9])) {
                            SharpTraining.Options options = SharpTraining.Options.DEFAULT
                                    .withJacobians(jacobians)
                                    .withObjective(new SharpTraining.Objective(temperature, 1, scale, margin));
                            study.show(family, options, seeds);
                        }
                    }
                }
            }
        }
    }

    private static List<Double> numbers(String list) {
        return Arrays.stream(list.split(",")).map(Double::valueOf).toList();
    }

    private void show(String family, SharpTraining.Options options, int seeds) throws InterruptedException {
        for (int seed = 1; seed <= seeds; seed++) {
            Family architecture =
                    family.equals("flow") ? FlowFamily.of(dimension, 4, 32) : LogisticFamily.ofDimension(dimension);
            SharpTraining training = SharpTraining.of(pool, criterion, architecture, options, seed, Optional.empty());
            while (!training.finished()) {
                training.advance();
            }
            int sets = reference.sets(dimension) / 2;
            double[] u = Populations.drawn(training.generator(), sets, seed);
            PopulationDivergence divergence =
                    PopulationDivergence.of(u, Populations.equalWeights(sets), reference.coordinates());
            System.out.printf(
                    Locale.ROOT,
                    "%s t %.3g scale %.3g margin %.3g seed %d: incidence %.4f, KL %.4f = %.2f floors, max %.4f (floor %.4f),"
                            + " effective rank %.3f of the reference's%n",
                    family,
                    options.objective().temperature(),
                    options.objective().scale(),
                    options.objective().margin(),
                    seed,
                    incidence(u, Math.min(sets, INCIDENCE_SETS)),
                    divergence.mean(),
                    divergence.mean() / divergence.floor(),
                    divergence.maximum(),
                    divergence.floorMaximum(),
                    Populations.effectiveRank(u, dimension) / reference.effectiveRank(dimension, sets));
        }
    }

    private double incidence(double[] u, int sets) throws InterruptedException {
        double[] abscissa = new double[sets];
        pool.abscissae(u, sets, abscissa);
        return Arrays.stream(abscissa)
                        .filter(value -> value < 0 && criterion.accepts(value, 0))
                        .count()
                / (double) sets;
    }
}
