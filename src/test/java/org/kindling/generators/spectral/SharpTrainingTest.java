package org.kindling.generators.spectral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindling.dynamics.Criterion;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.dynamics.Jacobians;
import org.kindling.dynamics.SpectralGradient;
import org.kindling.expression.Symbol;
import org.kindling.generators.AdjustedFamily;
import org.kindling.generators.Family;
import org.kindling.generators.Generator;
import org.kindling.generators.LogisticFamily;
import org.kindling.generators.LogisticGenerator;
import org.kindling.generators.NamedArrays;
import org.kindling.generators.SpectralPool;
import org.kindling.generators.StateFeatures;
import org.kindling.generators.nn.FlowFamily;
import org.kindling.network.KineticModel;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sampling.RandomStreams;

/** Trainings on the demo model, of whose prior 0.59 is faster than -9 per hour. */
class SharpTrainingTest {

    private static final Criterion FAST = Criterion.abscissaBelow(-9);
    private static final SharpTraining.Options SHORT = SharpTraining.Options.DEFAULT.withJacobians(600);

    private final KineticModel model = Jacobians.testModel("ecoli_central_carbon.xml");
    private final JacobianFunction jacobian = Jacobians.of(model);
    private final int dimension = jacobian.space().dimension();

    @Test
    void trainingRaisesIncidence() throws InterruptedException {
        try (SpectralPool pool = SpectralPool.of(jacobian, 2)) {
            Generator generator = trained(pool, FAST, LogisticFamily.ofDimension(dimension), SHORT);
            double before = incidence(pool, LogisticGenerator.prior(dimension), FAST);
            double after = incidence(pool, generator, FAST);
            System.out.println("incidence " + before + " before and " + after + " after 600 Jacobians");

            assertThat(before).isBetween(0.5, 0.7);
            assertThat(after).isGreaterThan(0.95);
        }
    }

    @Test
    void flowIsTrainedToo() throws InterruptedException {
        try (SpectralPool pool = SpectralPool.of(jacobian, 2)) {
            Generator generator = trained(pool, FAST, FlowFamily.of(dimension, 2, 8), SHORT);

            assertThat(incidence(pool, generator, FAST)).isGreaterThan(0.93);
        }
    }

    @Test
    void bandIsHit() throws InterruptedException {
        Criterion band = new Criterion(-14, -9, Double.NEGATIVE_INFINITY);
        try (SpectralPool pool = SpectralPool.of(jacobian, 2)) {
            double before = incidence(pool, LogisticGenerator.prior(dimension), band);
            Generator generator = trained(
                    pool,
                    band,
                    LogisticFamily.ofDimension(dimension),
                    SharpTraining.Options.DEFAULT.withJacobians(1_500));
            double after = incidence(pool, generator, band);
            System.out.println("incidence in a band " + before + " before and " + after + " after 1500 Jacobians");

            assertThat(after).isGreaterThan(0.5).isGreaterThan(1.5 * before);
        }
    }

    @Test
    void stabilityAloneIsAGoal() throws InterruptedException {
        try (SpectralPool pool = SpectralPool.of(jacobian, 2)) {
            Generator generator = trained(pool, Criterion.STABLE, LogisticFamily.ofDimension(dimension), SHORT);

            assertThat(incidence(pool, generator, Criterion.STABLE)).isGreaterThan(0.97);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void interruptedTrainingEndsWithTheSameGenerator(boolean flow) throws InterruptedException {
        try (SpectralPool one = SpectralPool.of(jacobian, 1);
                SpectralPool two = SpectralPool.of(jacobian, 2)) {
            SharpTraining.Options options = SharpTraining.Options.DEFAULT.withJacobians(200);
            SharpTraining whole = SharpTraining.of(two, FAST, family(flow), options, 7, Optional.empty());
            while (!whole.finished()) {
                whole.advance();
            }
            SharpTraining first = SharpTraining.of(one, FAST, family(flow), options, 7, Optional.empty());
            for (int round = 0; round < 4; round++) {
                first.advance();
            }
            SharpTraining second = SharpTraining.of(two, FAST, family(flow), options, 7, Optional.of(first.state()));
            while (!second.finished()) {
                second.advance();
            }

            for (String name : whole.state().names()) {
                assertThat(second.state().numbers(name))
                        .as(name)
                        .isEqualTo(whole.state().numbers(name));
            }
        }
    }

    private Family family(boolean flow) {
        return flow ? FlowFamily.of(dimension, 2, 4) : LogisticFamily.ofDimension(dimension);
    }

    @Test
    void trainingStopsEarlyOnceTheIncidenceHolds() throws InterruptedException {
        try (SpectralPool pool = SpectralPool.of(jacobian, 2)) {
            SharpTraining training = SharpTraining.of(
                    pool,
                    Criterion.STABLE,
                    LogisticFamily.ofDimension(dimension),
                    SharpTraining.Options.DEFAULT.withJacobians(3_000).withUntil(0.9),
                    1,
                    Optional.empty());
            long spent = 0;
            while (!training.finished()) {
                spent = training.advance().jacobians();
            }

            assertThat(spent).isBetween(400L, 1_500L);
        }
    }

    /** A state at which no set is valid pushes constants to their ends; both have the same weight of the criterion beside the entropy. */
    @Test
    void littleEntropyKeepsAGeneratorInTheMiddle() throws InterruptedException {
        ParameterRoles roles = ParameterRoles.of(model);
        List<SpectralGradient> gradients =
                List.of(gradient(roles, state("g6p_c", 1e5)), gradient(roles, state("atp_c", 1)));
        SharpTraining.Options usual = SHORT.withJacobians(3_000).withTemperature(0.0001);
        SharpTraining.Options cold = usual.withTemperature(0.003).withEntropy(1.0 / 30);
        try (SpectralPool pool = SpectralPool.of(gradients, 2);
                SpectralPool possible = SpectralPool.of(jacobian, 2)) {
            Generator far = trained(pool, FAST, LogisticFamily.ofDimension(dimension), usual);
            Generator near = trained(pool, FAST, LogisticFamily.ofDimension(dimension), cold);
            System.out.println("medians of size " + size(near, "location") + " with little entropy and "
                    + size(far, "location") + " with much");

            assertThat(incidence(possible, near, FAST)).isGreaterThan(0.97);
            assertThat(size(near, "location")).isLessThan(0.6 * size(far, "location"));
        }
    }

    /** The root mean square of some of a generator's numbers. */
    private static double size(Generator generator, String numbers) {
        return Math.sqrt(Arrays.stream(generator.arrays().numbers(numbers))
                .map(x -> x * x)
                .average()
                .orElseThrow());
    }

    /** At one of three states no set is valid, since one pool is far too large to be renewed in time. */
    @Test
    void statesWhoseSetsAreInvalidAreVisitedMore() throws InterruptedException {
        ParameterRoles roles = ParameterRoles.of(model);
        ReferenceState large = state("g6p_c", 1e5);
        List<SpectralGradient> gradients = List.of(
                gradient(roles, state("atp_c", 1)), gradient(roles, large), gradient(roles, state("atp_c", 0.95)));
        try (SpectralPool pool = SpectralPool.of(gradients, 2)) {
            SharpTraining whole = training(pool, Optional.empty());
            while (!whole.finished()) {
                whole.advance();
            }
            SharpTraining begun = training(pool, Optional.empty());
            begun.advance();
            SharpTraining resumed = training(pool, Optional.of(begun.state()));
            while (!resumed.finished()) {
                resumed.advance();
            }
            double[] invalid = whole.state().numbers("invalid");

            assertThat(invalid[1]).isGreaterThan(0.99);
            assertThat(invalid[0]).isBetween(0.001, 0.4);
            assertThat(invalid[2]).isBetween(0.001, 0.4);
            // Of each state's visits a share of 0.95 remains: the invalid one had more than half of 600.
            assertThat(Math.log((1 - invalid[1]) / 0.5) / Math.log(0.95)).isGreaterThan(300);
            assertThat(resumed.state().numbers("weights"))
                    .isEqualTo(whole.state().numbers("weights"));
        }
    }

    private SharpTraining training(SpectralPool pool, Optional<NamedArrays> from) {
        return SharpTraining.of(pool, FAST, LogisticFamily.ofDimension(dimension), SHORT, 1, from);
    }

    /** Two physiologies train one generator, a third one is generated for. */
    @Test
    void amortisedGeneratorServesAStateThatItHasNotSeen() throws InterruptedException {
        ParameterRoles roles = ParameterRoles.of(model);
        List<ReferenceState> states = List.of(state("atp_c", 1), state("atp_c", 0.9));
        StateFeatures features = StateFeatures.of(roles, states);
        List<double[]> rows =
                states.stream().map(state -> features.at(roles, state)).toList();
        ReferenceState unseen = state("atp_c", 0.95);
        try (SpectralPool pool = SpectralPool.of(
                        states.stream().map(state -> gradient(roles, state)).toList(), 2);
                SpectralPool there = SpectralPool.of(gradient(roles, unseen), 2)) {
            Generator generator = trained(pool, FAST, FlowFamily.of(dimension, 0, 8, features, rows), SHORT);
            double incidence = incidence(there, generator.at(roles, unseen), FAST);
            NamedArrays arrays = generator.arrays();
            System.out.println("incidence at an unseen state " + incidence);

            assertThat(arrays.names()).contains("conditioner", "featureCentre");
            assertThat(incidence).isGreaterThan(0.9);
            assertThat(generator.at(roles, state("atp_c", 1)).arrays().numbers("location"))
                    .isNotEqualTo(
                            generator.at(roles, state("atp_c", 0.9)).arrays().numbers("location"));
        }
    }

    @Test
    void fewJacobiansAdaptAGenerator() throws InterruptedException {
        double[] incidence = beforeAndAfterAdapting(SharpTraining.Options.DEFAULT.withJacobians(200));

        assertThat(incidence[1]).isGreaterThan(incidence[0]);
    }

    @Test
    void adaptingLeavesAloneWhatNeedsNothing() throws InterruptedException {
        double[] incidence = beforeAndAfterAdapting(SharpTraining.Options.DEFAULT.withTemperature(0.0001));

        assertThat(incidence[1]).isGreaterThanOrEqualTo(incidence[0] - 0.001);
    }

    private double[] beforeAndAfterAdapting(SharpTraining.Options before) throws InterruptedException {
        try (SpectralPool pool = SpectralPool.of(jacobian, 2)) {
            Generator generator = trained(pool, FAST, LogisticFamily.ofDimension(dimension), before);
            Generator adapted = trained(pool, FAST, AdjustedFamily.of(generator), SharpTraining.Options.ADAPTING);
            double[] incidence = {incidence(pool, generator, FAST), incidence(pool, adapted, FAST)};
            System.out.println("incidence " + incidence[0] + " before and " + incidence[1] + " after adapting");
            return incidence;
        }
    }

    private static ReferenceState state(String species, double factor) {
        KineticModel model = Jacobians.testModel("ecoli_central_carbon.xml");
        ReferenceState base = ReferenceState.of(model);
        Symbol symbol = new Symbol(species);
        return base.withValues(Map.of(symbol, base.value(symbol) * factor));
    }

    private static SpectralGradient gradient(ParameterRoles roles, ReferenceState state) {
        return SpectralGradient.of(JacobianFunction.of(ParameterSpace.of(roles, state), state));
    }

    private static Generator trained(
            SpectralPool pool, Criterion criterion, Family family, SharpTraining.Options options)
            throws InterruptedException {
        SharpTraining training = SharpTraining.of(pool, criterion, family, options, 1, Optional.empty());
        while (!training.finished()) {
            training.advance();
        }
        return training.generator();
    }

    private static double incidence(SpectralPool pool, Generator generator, Criterion criterion)
            throws InterruptedException {
        int sets = 1_000;
        double[] latents = new double[sets * generator.latents()];
        double[] u = new double[sets * generator.dimension()];
        double[] abscissa = new double[sets];
        generator.latent().draw(RandomStreams.of(3, 3).stream(3), latents, 0, latents.length);
        generator.decoder().decode(latents, u, sets);
        pool.abscissae(u, sets, abscissa);
        int valid = 0;
        for (double value : abscissa) {
            valid += criterion.accepts(value, 0) ? 1 : 0;
        }
        return (double) valid / sets;
    }
}
