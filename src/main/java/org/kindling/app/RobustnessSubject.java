package org.kindling.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindling.ensemble.Manifest;
import org.kindling.ensemble.MemberSelection;
import org.kindling.ensemble.RunMembers;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.network.ReferenceState;
import org.kindling.report.Heading;
import org.kindling.sbml.SbmlReader;

/** Who is perturbed: the members of a run, or one model. Immutable. */
final class RobustnessSubject {

    private final Heading heading;
    private final KineticModel model;
    private final ReferenceState state;
    private final List<String> ids;
    private final List<Symbol> addresses;
    private final List<double[]> values;

    private RobustnessSubject(
            Heading heading, ReferenceState state, KineticModel model, List<Symbol> addresses, Members members) {
        this.heading = heading;
        this.model = model;
        this.state = state;
        this.addresses = addresses;
        this.ids = List.copyOf(members.ids);
        this.values = List.copyOf(members.values);
    }

    /** Members as they are read. */
    private static final class Members {

        private final List<String> ids = new ArrayList<>();
        private final List<double[]> values = new ArrayList<>();

        void add(String id, double... numbers) {
            ids.add(id);
            values.add(numbers);
        }
    }

    static RobustnessSubject of(ModelOptions subject, MemberSelection selection) throws IOException {
        return Files.isDirectory(subject.model()) ? ofRun(subject, selection) : ofModel(subject);
    }

    private static RobustnessSubject ofRun(ModelOptions subject, MemberSelection selection) throws IOException {
        Path folder = subject.model();
        if (subject.steadyState() || subject.concentrations().isPresent()) {
            throw new InputException(
                    folder.toString(),
                    "is a run, whose members have the steady state that they were drawn for",
                    "leave out --steady-state and --concentrations");
        }
        RunMembers run = RunMembers.of(folder);
        Members members = new Members();
        run.each(selection, members::add);
        if (members.ids.isEmpty()) {
            throw new InputException(
                    folder.toString(), "there is no member among those chosen", "choose others with --members");
        }
        KineticModel model = SbmlReader.read(run.base()).kinetics();
        Manifest.Provenance provenance = run.manifest().provenance();
        String id = provenance.model().id();
        Heading heading = new Heading(
                "Robustness of the ensemble of " + id, id, provenance.model().timeUnit(), provenance.date());
        List<Symbol> addresses = run.addresses().stream().map(Symbol::new).toList();
        return new RobustnessSubject(heading, ReferenceState.of(model), model, addresses, members);
    }

    private static RobustnessSubject ofModel(ModelOptions options) {
        ModelSetup setup = ModelSetup.of(options);
        String id = setup.model().id();
        Heading heading =
                new Heading("Robustness of " + id, id, setup.model().units().time(), "");
        Members members = new Members();
        members.add(id.isEmpty() ? "model" : id);
        return new RobustnessSubject(heading, setup.state(), setup.model(), List.of(), members);
    }

    Heading heading() {
        return heading;
    }

    KineticModel model() {
        return model;
    }

    ReferenceState state() {
        return state;
    }

    /** The ids of the members. */
    List<String> ids() {
        return ids;
    }

    /** What a member has in place of the model's values. */
    Map<Symbol, Double> values(int member) {
        Map<Symbol, Double> map = new HashMap<>();
        for (int column = 0; column < addresses.size(); column++) {
            map.put(addresses.get(column), values.get(member)[column]);
        }
        return map;
    }
}
