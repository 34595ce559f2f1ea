package org.kindling.app;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.kindling.analysis.CoefficientSpread;
import org.kindling.analysis.ControlEnsemble;
import org.kindling.analysis.ControlSpread;
import org.kindling.network.KineticModel;
import org.kindling.network.RateProcess;
import org.kindling.network.Reaction;
import org.kindling.network.ReferenceState;
import org.kindling.network.Species;
import org.kindling.numerics.Quantiles;
import org.kindling.parameters.KineticParameter;
import org.kindling.parameters.ParameterRole;
import org.kindling.parameters.ParameterRoles;
import org.kindling.sampling.Progress;

/** Summarises the constants and control coefficients of an ensemble for the nodes of its network. */
final class NetworkProfiling {

    private final Optional<String> focus;
    private final Subject subject;
    private final ReferenceState state;
    private final ParameterRoles roles;
    private final ControlEnsemble control;

    private NetworkProfiling(Optional<String> focus, Subject subject, ReferenceState state, ControlEnsemble control) {
        this.focus = focus;
        this.subject = subject;
        this.state = state;
        this.roles = ParameterRoles.of(subject.sbml().kinetics());
        this.control = control;
    }

    static NetworkProfile of(ControlOptions options, Progress progress) throws IOException, InterruptedException {
        ControlEnsemble control = ControlRun.compute(options, progress).ensemble();
        Subject subject = Subject.of(options.subject().model(), options.members());
        ReferenceState state = subject.isRun()
                ? ReferenceState.of(subject.sbml().kinetics())
                : ModelSetup.of(options.subject()).state();
        return new NetworkProfiling(options.focus(), subject, state, control).profile();
    }

    private NetworkProfile profile() {
        KineticModel model = subject.sbml().kinetics();
        return new NetworkProfile(
                model.id(),
                control.members(),
                model.reactions().stream().map(this::element).toList(),
                model.species().stream().map(this::element).toList());
    }

    private NetworkProfile.Element element(Reaction reaction) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        List<RateProcess> processes = state.equations().processes();
        for (int process = 0; process < processes.size(); process++) {
            if (processes.get(process).id().equals(reaction.id())) {
                numbers.put("flux", state.rate(process));
            }
        }
        roles.scaleOf(reaction.id()).ifPresent(scale -> putConstants(numbers, "Vmax", List.of(scale)));
        putConstants(numbers, "K", saturations(constant -> constant.reactions().contains(reaction.id())));
        ControlSpread flux = control.flux();
        int enzyme = flux.processes().indexOf(reaction.id());
        int own = flux.responses().indexOf(reaction.id());
        if (enzyme >= 0 && own >= 0) {
            numbers.put("own flux control", flux.at(own, enzyme).median());
        }
        if (enzyme >= 0) {
            numbers.put("flux control strength", flux.strength(enzyme));
            focus.ifPresent(id -> putControl(
                    numbers, "control of " + id, flux.at(flux.responses().indexOf(id), enzyme)));
        }
        return new NetworkProfile.Element(reaction.id(), numbers, Map.of());
    }

    private NetworkProfile.Element element(Species species) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        numbers.put("concentration", state.value(species.symbol()));
        putConstants(numbers, "K", saturations(constant -> constant.species().equals(Optional.of(species.id()))));
        ControlSpread concentration = control.concentration();
        int response = concentration.responses().indexOf(species.id());
        if (response >= 0 && !concentration.processes().isEmpty()) {
            int strongest = concentration.controllersOf(response).get(0);
            numbers.put(
                    "strongest control", concentration.at(response, strongest).median());
            words.put("strongest controller", concentration.processes().get(strongest));
            focus.ifPresent(id -> putControl(
                    numbers,
                    "control by " + id,
                    concentration.at(response, concentration.processes().indexOf(id))));
        }
        return new NetworkProfile.Element(species.id(), numbers, words);
    }

    private List<KineticParameter> saturations(Predicate<KineticParameter> which) {
        return roles.parameters(ParameterRole.SATURATION).stream().filter(which).toList();
    }

    private static void putControl(Map<String, Double> numbers, String name, CoefficientSpread coefficient) {
        numbers.put(name + " median", coefficient.median());
        numbers.put(name + " spread", coefficient.upper() - coefficient.lower());
    }

    /** The mean of medians and spreads; constants that are not positive have no logarithm. */
    private void putConstants(Map<String, Double> numbers, String name, List<KineticParameter> constants) {
        List<Quantiles> logarithms = constants.stream()
                .map(this::logarithms)
                .filter(values -> Arrays.stream(values).allMatch(Double::isFinite))
                .map(Quantiles::of)
                .toList();
        if (!logarithms.isEmpty()) {
            numbers.put("log10 " + name + " median", mean(logarithms, 0.5));
            numbers.put("log10 " + name + " spread", mean(logarithms, 0.75) - mean(logarithms, 0.25));
        }
    }

    private double[] logarithms(KineticParameter constant) {
        return subject.members().stream()
                .mapToDouble(member -> Math.log10(
                        member.values().getOrDefault(constant.parameter().symbol(), value(constant))))
                .toArray();
    }

    private double value(KineticParameter constant) {
        return state.value(constant.parameter().symbol());
    }

    private static double mean(List<Quantiles> constants, double probability) {
        return constants.stream()
                .mapToDouble(values -> values.at(probability))
                .average()
                .orElseThrow();
    }
}
