package org.kindling.app;

import java.util.Optional;
import org.kindling.app.TrainerChoice.Architecture;
import org.kindling.app.TrainerChoice.Mode;
import org.kindling.dynamics.Criterion;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.generators.AdjustedFamily;
import org.kindling.generators.Family;
import org.kindling.generators.Generator;
import org.kindling.generators.LogisticFamily;
import org.kindling.generators.NamedArrays;
import org.kindling.generators.SpectralPool;
import org.kindling.generators.Training;
import org.kindling.generators.TrainingRun;
import org.kindling.generators.nn.FlowFamily;
import org.kindling.generators.renaissance.EvolutionStrategy;
import org.kindling.generators.renaissance.PublishedStrategy;
import org.kindling.generators.spectral.FaithfulTraining;
import org.kindling.generators.spectral.SharpTraining;
import org.kindling.network.InputException;
import org.kindling.sampling.Population;
import org.kindling.sampling.Progress;

/** The one place that knows which ways of training there are. */
final class Trainers {

    /** Sizes of a flow; docs/benchmarks.md chose them. */
    private static final int LAYERS = 4;

    private static final int HIDDEN = 32;

    private Trainers() {}

    /**
     * What is trained for.
     *
     * @param setup the model
     * @param jacobian its Jacobian
     * @param criterion what valid sets must meet
     * @param options how it is trained
     * @param base the generator to go on from, at the state of the model, if there is one
     * @param population what is learnt from, if there is any
     */
    record Task(
            ModelSetup setup,
            JacobianFunction jacobian,
            Criterion criterion,
            TrainingOptions options,
            Optional<Generator> base,
            Optional<Population> population) {}

    /**
     * The trainer that a user chose.
     *
     * @param progress is told of what is prepared before training
     * @throws InputException if the choices do not go together
     */
    static Trainer of(Task task, Progress progress) throws InterruptedException {
        TrainerChoice choice = task.options().trainer();
        choice.configuration().forEach(Trainers::requirePositive);
        if (choice instanceof TrainerChoice.Adaptation adaptation) {
            return adapting(task, adaptation);
        }
        if (choice instanceof TrainerChoice.Renaissance renaissance) {
            return evolving(task, renaissance);
        }
        if (choice instanceof TrainerChoice.Rekindle rekindle) {
            return AdversarialTrainer.of(task, rekindle);
        }
        TrainerChoice.Spectral spectral = (TrainerChoice.Spectral) choice;
        if (spectral.variations().isPresent() && spectral.states().isEmpty()) {
            throw new InputException(
                    "option --variations", "varies the states of --amortise", "add --amortise with a table of states");
        }
        if (spectral.mode() == Mode.FAITHFUL) {
            return faithful(task, spectral);
        }
        return spectral.states().isEmpty() ? alone(task, spectral) : amortised(task, spectral, progress);
    }

    /** Every number among the choices is a size, or a share. */
    private static void requirePositive(String option, Object value) {
        boolean share = option.equals("until");
        if (value instanceof Double number && !(number > 0 && number <= (share ? 1 : Double.MAX_VALUE))) {
            throw new InputException(
                    "option --" + option,
                    "must be " + (share ? "above 0 and at most 1" : "a positive number") + ", not " + number,
                    "correct it");
        }
    }

    /** Scales and shifts on top of the generator; docs/benchmarks.md chose the steps. */
    private static Trainer adapting(Task task, TrainerChoice.Adaptation choice) {
        SharpTraining.Options few =
                SharpTraining.Options.ADAPTING.withJacobians(task.options().maxJacobians());
        SharpTraining.Options options = choice.temperature().isPresent()
                ? few.withTemperature(choice.temperature().getAsDouble())
                : few;
        return sharp(
                task,
                options,
                SpectralPool.of(task.jacobian(), task.options().threads()),
                AdjustedFamily.of(task.base().orElseThrow()));
    }

    private static Trainer alone(Task task, TrainerChoice.Spectral choice) {
        int dimension = task.jacobian().space().dimension();
        Family family = choice.architecture() == Architecture.LOGISTIC
                ? LogisticFamily.ofDimension(dimension)
                : FlowFamily.of(dimension, LAYERS, HIDDEN);
        return sharp(
                task,
                options(SharpTraining.Options.DEFAULT, task, choice),
                SpectralPool.of(task.jacobian(), task.options().threads()),
                family);
    }

    private static Trainer faithful(Task task, TrainerChoice.Spectral choice) {
        boolean sharpOnly = choice.temperature().isPresent()
                || choice.entropy().isPresent()
                || choice.width().isPresent()
                || choice.until().isPresent();
        if (sharpOnly
                || choice.architecture() != Architecture.LOGISTIC
                || !choice.states().isEmpty()) {
            throw new InputException(
                    "option --mode",
                    "faithful training has no temperature, entropy or width, no incidence to stop at, one family, and serves one state",
                    "leave out --temperature, --entropy, --width, --until, --family and --amortise");
        }
        long jacobians = task.options().maxJacobians();
        FaithfulTraining.Options options = FaithfulTraining.Options.DEFAULT.withJacobians(jacobians);
        SpectralPool pool = SpectralPool.of(task.jacobian(), task.options().threads());
        long seed = task.options().seed();
        return trainer(task, pool, state -> FaithfulTraining.of(pool, task.criterion(), options, seed, state));
    }

    /** All states of the tables, and variations of them; a flow of no layers conditions logistic distributions on the state. */
    private static Trainer amortised(Task task, TrainerChoice.Spectral choice, Progress progress)
            throws InterruptedException {
        AmortisedStates states = AmortisedStates.of(
                task.setup(),
                choice.states(),
                choice.variations().orElse(TrainerChoice.Spectral.VARIATIONS),
                task.options(),
                progress);
        int layers = choice.architecture() == Architecture.LOGISTIC ? 0 : LAYERS;
        int dimension = task.jacobian().space().dimension();
        return sharp(
                task,
                options(SharpTraining.Options.AMORTISING, task, choice),
                SpectralPool.of(states.gradients(), task.options().threads()),
                FlowFamily.of(dimension, layers, HIDDEN, states.features(), states.rows()));
    }

    private static Trainer evolving(Task task, TrainerChoice.Renaissance choice) {
        SpectralPool pool = SpectralPool.of(task.jacobian(), task.options().threads());
        long seed = task.options().seed();
        if (!choice.asPublished()) {
            EvolutionStrategy.Options limited = EvolutionStrategy.Options.DEFAULT.withJacobians(
                    task.options().maxJacobians());
            EvolutionStrategy.Options options = choice.until().isPresent()
                    ? limited.withUntil(choice.until().getAsDouble())
                    : limited;
            return trainer(task, pool, state -> EvolutionStrategy.of(pool, task.criterion(), options, seed, state));
        }
        double molar = molePerUnit(task.setup());
        PublishedStrategy.Options options = PublishedStrategy.Options.AS_PUBLISHED.withJacobians(
                task.options().maxJacobians());
        return trainer(task, pool, state -> PublishedStrategy.of(pool, task.criterion(), molar, options, seed, state));
    }

    /** The published range of constants is given in mol per litre. */
    private static double molePerUnit(ModelSetup setup) {
        TableUnit molar = TableUnit.ofConcentration("M", setup.model().units())
                .orElseThrow(() -> new InputException(
                        "option --as-published",
                        "the published range of constants is in mol per litre, and the unit of concentrations in this model, "
                                + setup.model().units().concentration() + ", is not known in mol per litre",
                        "leave the option out, or write the units into the model"));
        return 1 / molar.toModel(1);
    }

    private static SharpTraining.Options options(
            SharpTraining.Options usual, Task task, TrainerChoice.Spectral choice) {
        SharpTraining.Options options = usual.withJacobians(task.options().maxJacobians());
        if (choice.temperature().isPresent()) {
            options = options.withTemperature(choice.temperature().getAsDouble());
        }
        if (choice.entropy().isPresent()) {
            options = options.withEntropy(choice.entropy().getAsDouble());
        }
        if (choice.width().isPresent()) {
            options = options.withScale(choice.width().getAsDouble());
        }
        return choice.until().isPresent() ? options.withUntil(choice.until().getAsDouble()) : options;
    }

    private static Trainer sharp(Task task, SharpTraining.Options options, SpectralPool pool, Family family) {
        long seed = task.options().seed();
        return trainer(task, pool, state -> SharpTraining.of(pool, task.criterion(), family, options, seed, state));
    }

    private static Trainer trainer(Task task, SpectralPool pool, TrainingRun.Start start) {
        return new Trainer() {
            @Override
            public TrainingRun.Extent extent() {
                return TrainingRun.Extent.jacobians(task.options().maxJacobians());
            }

            @Override
            public Training from(Optional<NamedArrays> state) {
                return start.from(state);
            }

            @Override
            public void close() {
                pool.close();
            }
        };
    }
}
