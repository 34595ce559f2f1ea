package org.kindling.simulation;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.network.RateEquations;
import org.kindling.network.Species;
import org.kindling.network.StateVariable;
import org.kindling.numerics.RadauIntegrator;
import org.kindling.numerics.StiffFailure;

/**
 * Kindling's own simulator: compiled laws, the exact sparse Jacobian, and Radau's method of variable order. Immutable and
 * thread-safe; it holds nothing that needs to be released.
 */
public final class EmbeddedSimulator implements TimeCourseSimulator {

    private final CompiledModel model;

    private EmbeddedSimulator(CompiledModel model) {
        this.model = model;
    }

    /**
     * A simulator that records everything that changes: species first, then whatever else rules change.
     *
     * @param model the model
     * @return the simulator
     */
    public static EmbeddedSimulator of(KineticModel model) {
        return of(model, changing(model));
    }

    /**
     * A simulator that records given quantities.
     *
     * @param model the model
     * @param quantities what to record: species, compartments, parameters, or reactions, whose rate is recorded
     * @return the simulator
     */
    public static EmbeddedSimulator of(KineticModel model, List<Symbol> quantities) {
        return new EmbeddedSimulator(new CompiledModel(model, quantities));
    }

    /**
     * What changes in the course of time: species first, then whatever else rules change.
     *
     * @param model the model
     * @return the symbols, each group in the order of the model
     */
    public static List<Symbol> changing(KineticModel model) {
        Set<Symbol> changing = new LinkedHashSet<>();
        Set<String> states = new LinkedHashSet<>();
        RateEquations.of(model).states().stream().map(StateVariable::id).forEach(states::add);
        Set<Symbol> assigned = model.rules().assignments().keySet();
        for (Species species : model.species()) {
            if (states.contains(species.id()) || assigned.contains(species.symbol())) {
                changing.add(species.symbol());
            }
        }
        states.forEach(id -> changing.add(new Symbol(id)));
        changing.addAll(assigned);
        return List.copyOf(changing);
    }

    @Override
    public String engine() {
        return "Kindling";
    }

    @Override
    public List<Symbol> quantities() {
        return model.quantities();
    }

    @Override
    public TimeCourse simulate(Experiment experiment) throws InterruptedException {
        CompiledModel.Instance instance = model.instance(experiment.values());
        Recorder recorder = new Recorder(experiment.grid(), instance.observer());
        TimeCourse.Outcome outcome = run(instance, experiment, recorder);
        return TimeCourse.of(experiment.grid(), quantities(), recorder.rows(), outcome);
    }

    private static TimeCourse.Outcome run(CompiledModel.Instance instance, Experiment experiment, Recorder recorder)
            throws InterruptedException {
        RateSystem system = instance.system();
        double end = experiment.grid().end();
        recorder.at(0, system.start());
        if (system.getDimension() == 0) {
            recorder.at(end, new double[0]);
            return complete(end);
        }
        Tolerances tolerances = experiment.tolerances();
        RadauIntegrator integrator =
                RadauIntegrator.of(system, absolute(system, tolerances), relative(system, tolerances));
        integrator.addStepHandler(recorder);
        Integration integration = new Integration(system, instance.switchTimes(), integrator, end);
        try {
            return integration.run(system.start()).isPresent() ? complete(end) : chatter(recorder.reached());
        } catch (StiffFailure failure) {
            if (failure.reason() == StiffFailure.Reason.INTERRUPTED) {
                Thread.interrupted();
                throw new InterruptedException("at time " + recorder.reached());
            }
            return outcome(failure, recorder.reached());
        }
    }

    private static double[] relative(RateSystem system, Tolerances tolerances) {
        double[] relative = new double[system.getDimension()];
        Arrays.fill(relative, tolerances.relative());
        return relative;
    }

    /** The absolute tolerance of each variable: a share of its value at the start. */
    private static double[] absolute(RateSystem system, Tolerances tolerances) {
        return Arrays.stream(system.start())
                .map(value -> tolerances.absolute() * (value == 0 ? 1 : Math.abs(value)))
                .toArray();
    }

    private static TimeCourse.Outcome complete(double end) {
        return new TimeCourse.Outcome(TimeCourse.Status.COMPLETE, end, "");
    }

    private static TimeCourse.Outcome chatter(double time) {
        return new TimeCourse.Outcome(
                TimeCourse.Status.TOO_MANY_STEPS,
                time,
                "a condition of a piecewise law turns back and forth without end");
    }

    private static TimeCourse.Outcome outcome(StiffFailure failure, double time) {
        TimeCourse.Status status = switch (failure.reason()) {
            case UNDEFINED_RATE -> TimeCourse.Status.UNDEFINED_RATE;
            case TOO_MANY_STEPS -> TimeCourse.Status.TOO_MANY_STEPS;
            default -> TimeCourse.Status.STEP_TOO_SMALL;
        };
        return new TimeCourse.Outcome(status, time, failure.reason().words());
    }

    @Override
    public void close() {
        // There is nothing to release.
    }
}
