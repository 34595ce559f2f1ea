package org.kindling.copasi;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.dynamics.Spectrum;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;
import org.kindling.simulation.Experiment;
import org.kindling.simulation.Perturbation;
import org.kindling.simulation.SteadyStateSearch;
import org.kindling.simulation.TimeCourse;
import org.kindling.simulation.TimeCourseSimulator;
import org.kindling.simulation.Tolerances;

/** The comparison of one member; used once. */
final class MemberTask {

    /** By this much the tolerance of a side is tightened to see how far its course moves. */
    private static final double TIGHTENING = 100;

    /** LSODA makes little of less. */
    private static final double TIGHTEST = 1e-12;

    /** A side that moves by less than this share of the difference does not explain it. */
    private static final double EXPLAINS = 0.1;

    private final KineticModel model;
    private final SteadyStateSearch search;
    private final TimeCourseSimulator kindling;
    private final CopasiSimulator copasi;
    private final ComparisonOptions options;
    private final int index;
    private final Set<String> failures = new LinkedHashSet<>();

    MemberTask(
            KineticModel model,
            SteadyStateSearch search,
            TimeCourseSimulator kindling,
            CopasiSimulator copasi,
            ComparisonOptions options,
            int index) {
        this.model = model;
        this.search = search;
        this.kindling = kindling;
        this.copasi = copasi;
        this.options = options;
        this.index = index;
    }

    MemberComparison compare(Member member) throws InterruptedException {
        SteadyStateSearch.Result found = search.from(member.values());
        Map<Symbol, Double> resting = with(member.values(), found.values());
        Optional<Map<Symbol, Double>> draw = Perturbation.of(model, resting).draw(this::factor, options.seed(), index);
        Optional<CourseComparison> course = Optional.empty();
        Optional<RestComparison> rest = Optional.empty();
        if (draw.isEmpty()) {
            failures.add("no disturbance was drawn that keeps all species positive; use a smaller one");
        } else {
            Map<Symbol, Double> disturbed = with(resting, draw.get());
            course = courses(disturbed);
            if (found.status() == SteadyStateSearch.Status.FOUND) {
                rest = rest(resting, found.values(), disturbed);
            }
        }
        return new MemberComparison(member.id(), course, rest, String.join("; ", failures));
    }

    private static Map<Symbol, Double> with(Map<Symbol, Double> values, Map<Symbol, Double> others) {
        Map<Symbol, Double> all = new HashMap<>(values);
        all.putAll(others);
        return all;
    }

    private double factor(double uniform) {
        return Math.pow(options.perturbation(), 2 * uniform - 1);
    }

    private Optional<CourseComparison> courses(Map<Symbol, Double> values) throws InterruptedException {
        Optional<TimeCourse> ours = complete("Kindling", kindling, experiment(values, options.tolerances()));
        Optional<TimeCourse> theirs = complete("COPASI", copasi, experiment(values, options.tolerances()));
        if (ours.isEmpty() || theirs.isEmpty()) {
            return Optional.empty();
        }
        List<SpeciesDeviation> deviations = CourseDeviation.of(ours.get(), theirs.get());
        SpeciesDeviation worst =
                deviations.stream().max(CourseDeviation.byValue()).orElseThrow();
        Suspect suspect = worst.value() <= options.marks().course()
                ? Suspect.NOBODY
                : suspect(values, worst.value(), ours.get(), theirs.get());
        return Optional.of(new CourseComparison(
                deviations, only(worst.quantity(), ours.get()), only(worst.quantity(), theirs.get()), suspect));
    }

    private Experiment experiment(Map<Symbol, Double> values, Tolerances tolerances) {
        return new Experiment(values, options.grid(), tolerances);
    }

    private Optional<TimeCourse> complete(String side, TimeCourseSimulator simulator, Experiment experiment)
            throws InterruptedException {
        TimeCourse course = simulator.simulate(experiment);
        if (course.outcome().complete()) {
            return Optional.of(course);
        }
        failures.add(side + " stopped at time " + course.outcome().time() + ": "
                + (course.outcome().reason().isEmpty()
                        ? course.outcome().status().words()
                        : course.outcome().reason()));
        return Optional.empty();
    }

    private TimeCourse only(Symbol quantity, TimeCourse course) {
        double[] values = course.column(course.quantities().indexOf(quantity));
        double[][] rows = new double[values.length][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = new double[] {values[row]};
        }
        return TimeCourse.of(options.grid(), List.of(quantity), rows, course.outcome());
    }

    /** The side whose course moves more when it is asked to be more exact. */
    private Suspect suspect(Map<Symbol, Double> values, double difference, TimeCourse ours, TimeCourse theirs)
            throws InterruptedException {
        double tighter = Math.max(TIGHTEST, options.tolerances().relative() / TIGHTENING);
        Tolerances tight = new Tolerances(tighter, options.tolerances().absolute() / TIGHTENING);
        double ourMove = move(kindling, experiment(values, tight), ours);
        double theirMove = move(copasi, experiment(values, tight), theirs);
        if (Math.max(ourMove, theirMove) < EXPLAINS * difference) {
            return Suspect.EQUATIONS;
        }
        return ourMove > theirMove ? Suspect.KINDLING : Suspect.COPASI;
    }

    /** How far a side's course moves; one that cannot be had at the tighter tolerance moves farthest. */
    private static double move(TimeCourseSimulator simulator, Experiment experiment, TimeCourse before)
            throws InterruptedException {
        TimeCourse course = simulator.simulate(experiment);
        return course.outcome().complete()
                ? CourseDeviation.largest(CourseDeviation.of(course, before))
                : Double.POSITIVE_INFINITY;
    }

    private Optional<RestComparison> rest(
            Map<Symbol, Double> resting, Map<Symbol, Double> state, Map<Symbol, Double> disturbed)
            throws InterruptedException {
        Optional<TimeCourse> course = complete("COPASI", copasi, experiment(resting, options.tolerances()));
        Answer<CopasiSimulator.Spectra> spectra = copasi.spectra(resting);
        if (spectra.value().isEmpty()) {
            failures.add("COPASI gives no eigenvalues: " + spectra.failure());
        }
        if (course.isEmpty() || spectra.value().isEmpty()) {
            return Optional.empty();
        }
        Optional<Spectrum> ours = spectrum(resting);
        OwnSearch own = search(disturbed, state);
        return Optional.of(new RestComparison(
                drift(course.get(), state),
                deviation(spectra.value().get().full(), ours),
                deviation(spectra.value().get().reduced(), ours),
                spectra.value().get().own().map(each -> deviation(each, ours)).orElse(OptionalDouble.empty()),
                own.search(),
                own.distance()));
    }

    /** What COPASI's search came to, and how far from Kindling's steady state. */
    private record OwnSearch(RestComparison.Search search, OptionalDouble distance) {

        static OwnSearch without(RestComparison.Search search) {
            return new OwnSearch(search, OptionalDouble.empty());
        }
    }

    private OwnSearch search(Map<Symbol, Double> disturbed, Map<Symbol, Double> state) throws InterruptedException {
        if (options.search() == ComparisonOptions.Search.LEFT_OUT) {
            return OwnSearch.without(RestComparison.Search.LEFT_OUT);
        }
        Optional<CopasiSimulator.SteadyState> answer =
                copasi.steadyState(disturbed).value();
        if (answer.isEmpty()) {
            return OwnSearch.without(RestComparison.Search.FAILED);
        }
        return answer.get().found()
                ? new OwnSearch(
                        RestComparison.Search.FOUND, distance(answer.get().values(), state))
                : OwnSearch.without(RestComparison.Search.NOT_FOUND);
    }

    private Optional<Spectrum> spectrum(Map<Symbol, Double> values) {
        ReferenceState state = ReferenceState.of(model, values);
        ParameterSpace space = ParameterSpace.of(ParameterRoles.of(model), state);
        JacobianFunction function = JacobianFunction.of(space, state);
        return function.spectrum(function.fileValues());
    }

    private static SpeciesDeviation drift(TimeCourse course, Map<Symbol, Double> state) {
        SpeciesDeviation farthest = new SpeciesDeviation(course.quantities().get(0), 0, 0);
        for (int column = 0; column < course.quantities().size(); column++) {
            Symbol quantity = course.quantities().get(column);
            double rest = state.getOrDefault(quantity, 0.0);
            for (int row = 0; rest > 0 && row < course.size(); row++) {
                double drift = Math.abs(course.value(row, column) - rest) / rest;
                if (!(drift <= farthest.value())) {
                    farthest = new SpeciesDeviation(quantity, drift, course.time(row));
                }
            }
        }
        return farthest;
    }

    private static OptionalDouble distance(Map<Symbol, Double> found, Map<Symbol, Double> state) {
        return state.entrySet().stream()
                .filter(entry -> entry.getValue() > 0 && found.containsKey(entry.getKey()))
                .mapToDouble(entry -> Math.abs(Objects.requireNonNull(found.get(entry.getKey())) - entry.getValue())
                        / entry.getValue())
                .max();
    }

    /** The deviation of the slowest mode, the zeros that moieties bring left out. */
    private static OptionalDouble deviation(Spectrum theirs, Optional<Spectrum> ours) {
        if (ours.isEmpty()
                || ours.get().size() == 0
                || theirs.size() < ours.get().size()) {
            return OptionalDouble.empty();
        }
        Spectrum kept = SlowestModes.without(theirs, theirs.size() - ours.get().size());
        double real = kept.real(0) - ours.get().real(0);
        double imaginary = Math.abs(kept.imaginary(0)) - Math.abs(ours.get().imaginary(0));
        return OptionalDouble.of(Math.hypot(real, imaginary)
                / Math.hypot(ours.get().real(0), ours.get().imaginary(0)));
    }
}
