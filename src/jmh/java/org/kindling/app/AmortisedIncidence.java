package org.kindling.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kindling.dynamics.Criterion;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.generators.AdjustedFamily;
import org.kindling.generators.Family;
import org.kindling.generators.FreshSample;
import org.kindling.generators.Generator;
import org.kindling.generators.LogisticFamily;
import org.kindling.generators.SpectralPool;
import org.kindling.generators.nn.FlowFamily;
import org.kindling.generators.spectral.SharpTraining;
import org.kindling.network.KineticModel;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sampling.Progress;
import org.kindling.sampling.Screen;
import org.kindling.sbml.SbmlReader;

/**
 * Trains one generator on two of the three published E. coli physiologies 80 of the 100 states around each and variations of them, and judges it at
 * states that it has not seen: those left out around the two, and the third physiology with its 100 states. Prints CSV.
 */
public final class AmortisedIncidence {

    private static final Criterion CRITERION = Criterion.abscissaBelow(-9);
    private static final int THREADS = 2;
    private static final int LEARNT = 80;

    private final List<State> learnt = new ArrayList<>();
    private final List<State> unseen = new ArrayList<>();

    private record State(String name, boolean newPhysiology, ParameterRoles roles, ReferenceState state) {

        JacobianFunction jacobian() {
            return JacobianFunction.of(ParameterSpace.of(roles, state), state);
        }
    }

    private AmortisedIncidence(Path data, int left) {
        for (int physiology = 1; physiology <= 3; physiology++) {
            String name = "fdp" + physiology;
            KineticModel model = SbmlReader.read(data.resolve("ecoli_rekindle_" + name + ".xml"))
                    .kinetics();
            ParameterRoles roles = ParameterRoles.of(model);
            boolean leftOut = physiology == left;
            (leftOut ? unseen : learnt).add(new State(name, leftOut, roles, ReferenceState.of(model)));
            List<StateTable.NamedState> states =
                    StateTable.read(data.resolve("ecoli_rekindle_states_" + name + ".csv.gz"), roles);
            for (int k = 0; k < states.size(); k++) {
                State state = new State(
                        name + "/" + states.get(k).name(),
                        leftOut,
                        roles,
                        states.get(k).state());
                (leftOut || k >= LEARNT ? unseen : learnt).add(state);
            }
        }
    }

    /**
     * Measures.
     *
     * @param arguments the folder with the data, which physiology to leave out, shared or conditioned, how many variations of
     *     the states to train with besides, how many Jacobians to train with, how many to adapt with, how many fresh sets a state,
     *     the seed
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        new AmortisedIncidence(Path.of(arguments[0]), Integer.parseInt(arguments[1]))
                .measure(new Settings(
                        arguments[2].equals("conditioned"),
                        Integer.parseInt(arguments[3]),
                        Long.parseLong(arguments[4]),
                        Long.parseLong(arguments[5]),
                        Integer.parseInt(arguments[6]),
                        Long.parseLong(arguments[7])));
    }

    private record Settings(boolean conditioned, int variations, long jacobians, long adapting, int fresh, long seed) {}

    private void measure(Settings settings) throws InterruptedException {
        Generator generator = train(settings);
        System.out.println("state,incidence,adapted");
        double[][] shares = new double[2][unseen.size()];
        for (int k = 0; k < unseen.size(); k++) {
            State state = unseen.get(k);
            JacobianFunction jacobian = state.jacobian();
            Generator here = generator.at(state.roles(), state.state());
            shares[0][k] = incidence(jacobian, here, settings);
            shares[1][k] = incidence(jacobian, adapted(jacobian, here, settings), settings);
            System.out.printf(Locale.ROOT, "%s,%.4f,%.4f%n", state.name(), shares[0][k], shares[1][k]);
        }
        for (boolean newPhysiology : new boolean[] {false, true}) {
            int[] these = IntStream.range(0, unseen.size())
                    .filter(k -> unseen.get(k).newPhysiology() == newPhysiology)
                    .toArray();
            for (int k = 0; k < 2; k++) {
                double[] column = shares[k];
                double[] part = Arrays.stream(these).mapToDouble(j -> column[j]).toArray();
                System.out.printf(
                        Locale.ROOT,
                        "# %s, %s: mean %.4f, worst %.4f of %d states%n",
                        newPhysiology ? "physiology left out" : "states left out",
                        k == 0 ? "at once" : "after " + settings.adapting() + " Jacobians",
                        Arrays.stream(part).average().orElseThrow(),
                        Arrays.stream(part).min().orElseThrow(),
                        part.length);
            }
        }
    }

    private Generator train(Settings settings) throws InterruptedException {
        long start = System.nanoTime();
        ParameterRoles roles = learnt.get(0).roles();
        List<ReferenceState> known = learnt.stream().map(State::state).toList();
        AmortisedStates states = AmortisedStates.of(
                new AmortisedStates.Network(roles, state -> ParameterSpace.of(roles, state)),
                AmortisedStates.withVariations(roles, known, settings.variations(), settings.seed()),
                THREADS,
                Progress.NONE);
        double compiled = (System.nanoTime() - start) / 1e9;
        int dimension = states.gradients().get(0).jacobian().space().dimension();
        Family family = settings.conditioned()
                ? FlowFamily.of(dimension, 0, 32, states.features(), states.rows())
                : LogisticFamily.ofDimension(dimension);
        try (SpectralPool pool = SpectralPool.of(states.gradients(), THREADS)) {
            Generator generator = run(SharpTraining.of(
                    pool,
                    CRITERION,
                    family,
                    SharpTraining.Options.AMORTISING.withJacobians(settings.jacobians()),
                    settings.seed(),
                    Optional.empty()));
            System.out.printf(
                    Locale.ROOT,
                    "# %d states compiled in %.1f s, trained with them after %.1f s%n",
                    states.gradients().size(),
                    compiled,
                    (System.nanoTime() - start) / 1e9);
            return generator;
        }
    }

    private static Generator adapted(JacobianFunction jacobian, Generator generator, Settings settings)
            throws InterruptedException {
        try (SpectralPool pool = SpectralPool.of(jacobian, THREADS)) {
            return run(SharpTraining.of(
                    pool,
                    CRITERION,
                    AdjustedFamily.of(generator),
                    SharpTraining.Options.ADAPTING.withJacobians(settings.adapting()),
                    settings.seed(),
                    Optional.empty()));
        }
    }

    private static Generator run(SharpTraining training) throws InterruptedException {
        while (!training.finished()) {
            training.advance();
        }
        return training.generator();
    }

    private static double incidence(JacobianFunction jacobian, Generator generator, Settings settings)
            throws InterruptedException {
        return FreshSample.of(Screen.of(jacobian, CRITERION), THREADS)
                .judge(generator, settings.fresh(), 1_000 + settings.seed(), Progress.NONE)
                .incidence()
                .value();
    }
}
