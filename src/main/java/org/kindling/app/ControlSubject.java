package org.kindling.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kindling.analysis.ControlStudy.Member;
import org.kindling.dynamics.ControlCoefficients;
import org.kindling.ensemble.Manifest;
import org.kindling.ensemble.RunMembers;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.ReferenceState;
import org.kindling.report.Heading;
import org.kindling.sbml.SbmlReader;

/**
 * Whose control coefficients are computed: the members of a run, or one model as its file gives it.
 *
 * @param name the run folder or file
 * @param heading what it is, in words
 * @param coefficients the coefficients as a function of what differs between members
 * @param members the members
 */
record ControlSubject(Path name, Heading heading, ControlCoefficients coefficients, List<Member> members) {

    ControlSubject {
        members = List.copyOf(members);
    }

    static ControlSubject of(ControlOptions options) throws IOException {
        return Files.isDirectory(options.subject().model()) ? ofRun(options) : ofModel(options.subject());
    }

    private static ControlSubject ofRun(ControlOptions options) throws IOException {
        Path folder = options.subject().model();
        if (options.subject().steadyState()
                || options.subject().concentrations().isPresent()) {
            throw new InputException(
                    folder.toString(),
                    "is a run, whose members have the steady state that they were drawn for",
                    "leave out --steady-state and --concentrations");
        }
        RunMembers run = RunMembers.of(folder);
        List<Member> members = new ArrayList<>();
        run.each(
                options.members(),
                (id, values) ->
                        members.add(new Member(id, Arrays.stream(values).boxed().toList())));
        if (members.isEmpty()) {
            throw new InputException(
                    folder.toString(), "there is no member among those chosen", "choose others with --members");
        }
        ReferenceState state = ReferenceState.of(SbmlReader.read(run.base()).kinetics());
        List<Symbol> varying = run.addresses().stream().map(Symbol::new).toList();
        Manifest.Provenance provenance = run.manifest().provenance();
        String model = provenance.model().id();
        Heading heading = new Heading(
                "Control coefficients of the ensemble of " + model,
                model,
                provenance.model().timeUnit(),
                provenance.date());
        return new ControlSubject(folder, heading, ControlCoefficients.of(state, varying), members);
    }

    private static ControlSubject ofModel(ModelOptions options) {
        ModelSetup setup = ModelSetup.of(options);
        if (!setup.state().steady()) {
            throw new InputException(
                    "model " + setup.model().id(),
                    "its state is not steady, and control coefficients belong to a steady state",
                    "go to one with --steady-state, or give one with --concentrations");
        }
        String id = setup.model().id();
        Heading heading = new Heading(
                "Control coefficients of " + id, id, setup.model().units().time(), "");
        return new ControlSubject(
                options.model(),
                heading,
                ControlCoefficients.of(setup.state(), List.of()),
                List.of(new Member(id.isEmpty() ? "model" : id, List.of())));
    }
}
