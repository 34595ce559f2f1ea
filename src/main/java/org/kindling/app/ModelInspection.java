package org.kindling.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.kindling.app.ModelReport.Conserved;
import org.kindling.app.ModelReport.Dynamics;
import org.kindling.app.ModelReport.Network;
import org.kindling.app.ModelReport.ParameterEntry;
import org.kindling.app.ModelReport.Remarks;
import org.kindling.app.ModelReport.State;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.dynamics.Spectrum;
import org.kindling.dynamics.Stability;
import org.kindling.expression.Expressions;
import org.kindling.network.ConservedMoieties;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.network.RateEquations;
import org.kindling.network.RateProcess;
import org.kindling.network.ReferenceState.Steadiness;
import org.kindling.parameters.Calibration;
import org.kindling.parameters.Coordinate;
import org.kindling.parameters.KineticParameter;
import org.kindling.parameters.ParameterRole;
import org.kindling.sbml.Notice;
import org.kindling.sbml.StoichiometryScaling;

/** Finds out what there is to know of a model. */
final class ModelInspection {

    private final ModelSetup setup;
    private final RateEquations equations;

    private ModelInspection(ModelSetup setup) {
        this.setup = setup;
        this.equations = setup.state().equations();
    }

    static ModelReport of(ModelSetup setup) {
        return new ModelInspection(setup).report();
    }

    private ModelReport report() {
        return new ModelReport(network(), dynamics(), remarks(), state(), counts(), parameters());
    }

    private Network network() {
        KineticModel model = setup.model();
        int[] order = IntStream.range(0, equations.states().size()).toArray();
        ConservedMoieties moieties = ConservedMoieties.of(equations, order);
        List<Map<String, Double>> compositions = new ArrayList<>();
        for (int moiety = 0; moiety < moieties.count(); moiety++) {
            compositions.add(moieties.composition(moiety));
        }
        Conserved conserved = new Conserved(
                moieties.count(),
                compositions,
                model.units().time(),
                model.units().concentration());
        return new Network(
                model.id(),
                setup.sbml().source().release(),
                model.compartments().size(),
                model.species().size(),
                equations.states().size(),
                moieties.independent().length,
                model.reactions().size(),
                conserved);
    }

    private Dynamics dynamics() {
        if (equations.timeDependent()) {
            return none("no spectrum: the rates depend explicitly on the time");
        }
        if (equations.states().isEmpty()) {
            return none("no spectrum: nothing changes with time");
        }
        JacobianFunction jacobian = JacobianFunction.of(setup.space(), setup.state());
        return jacobian.spectrum(jacobian.fileValues())
                .map(this::described)
                .orElseGet(() -> none("no spectrum: a rate or its derivative is not finite at the reference state"));
    }

    private static Dynamics none(String reason) {
        return new Dynamics(Optional.empty(), Optional.empty(), Optional.empty(), reason);
    }

    private Dynamics described(Spectrum spectrum) {
        Optional<Boolean> stable = spectrum.stability() == Stability.UNDECIDED
                ? Optional.empty()
                : Optional.of(spectrum.stability() == Stability.STABLE);
        String words = switch (spectrum.stability()) {
            case STABLE -> "stable";
            case UNSTABLE -> "unstable";
            case UNDECIDED -> "undecided: the slowest mode is too near to zero to tell";
        };
        String condition = setup.state().steady() ? words : words + " (of a state that is not steady)";
        return new Dynamics(Optional.of(spectrum.abscissa()), Optional.of(spectrum.smallestReal()), stable, condition);
    }

    private Remarks remarks() {
        List<String> warnings = new ArrayList<>(words(setup.sbml().warnings()));
        for (RateProcess process : equations.processes()) {
            if (Expressions.isPiecewise(process.rate())) {
                warnings.add(process.id() + ": its rate is made of pieces; the spectrum is that of the piece in force");
            }
        }
        if (equations.timeDependent()) {
            warnings.add("model: rates depend explicitly on the time, so that it has no steady state");
        }
        Map<String, Double> large = StoichiometryScaling.of(setup.model()).large();
        return new Remarks(words(setup.sbml().ignored()), warnings, large);
    }

    private static List<String> words(List<Notice> notices) {
        return notices.stream().map(Notice::toString).toList();
    }

    private State state() {
        Optional<Steadiness> worst = setup.state().steadiness();
        return new State(
                setup.state().steady(),
                worst.map(Steadiness::residual).orElse(0.0),
                worst.map(Steadiness::species).orElse(""),
                conflict(),
                setup.search().map(found -> found.route().words()).orElse(""));
    }

    private String conflict() {
        try {
            Calibration.check(setup.roles(), setup.state());
            return "";
        } catch (InputException conflict) {
            return String.valueOf(conflict.getMessage());
        }
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (ParameterRole role : ParameterRole.values()) {
            counts.put(role.label(), setup.roles().parameters(role).size());
        }
        return counts;
    }

    private List<ParameterEntry> parameters() {
        Set<String> varying = new HashSet<>();
        for (Coordinate coordinate : setup.space().coordinates()) {
            varying.add(coordinate.address());
        }
        List<ParameterEntry> entries = new ArrayList<>();
        for (KineticParameter parameter : setup.roles().parameters()) {
            String address = parameter.address();
            boolean varies = varying.contains(address);
            String reason =
                    varies ? parameter.reason() : setup.space().kept().getOrDefault(address, parameter.reason());
            entries.add(new ParameterEntry(
                    address,
                    parameter.role().label(),
                    setup.state().value(parameter.parameter().symbol()),
                    parameter.species().orElse(""),
                    varies,
                    reason));
        }
        return entries;
    }
}
