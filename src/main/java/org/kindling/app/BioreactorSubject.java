package org.kindling.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindling.ensemble.MemberSelection;
import org.kindling.ensemble.RunMembers;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.sbml.SbmlReader;
import org.kindling.simulation.Cultures.Member;

/**
 * Whose fermentations are simulated: the members of a run, or one model as its file gives it.
 *
 * @param file the file of the model that members share
 * @param model that model
 * @param members the members
 */
record BioreactorSubject(Path file, KineticModel model, List<Member> members) {

    BioreactorSubject {
        members = List.copyOf(members);
    }

    static BioreactorSubject of(Path source, MemberSelection selection) throws IOException {
        return Files.isDirectory(source) ? ofRun(source, selection) : ofModel(source);
    }

    private static BioreactorSubject ofModel(Path file) {
        KineticModel model = SbmlReader.read(file).kinetics();
        Member member = new Member(model.id().isEmpty() ? "model" : model.id(), Map.of());
        return new BioreactorSubject(file, model, List.of(member));
    }

    private static BioreactorSubject ofRun(Path folder, MemberSelection selection) throws IOException {
        RunMembers run = RunMembers.of(folder);
        List<Symbol> symbols = run.addresses().stream().map(Symbol::new).toList();
        List<Member> members = new ArrayList<>();
        run.each(selection, (id, values) -> {
            Map<Symbol, Double> named = new HashMap<>();
            for (int k = 0; k < values.length; k++) {
                named.put(symbols.get(k), values[k]);
            }
            members.add(new Member(id, named));
        });
        if (members.isEmpty()) {
            throw new InputException(
                    folder.toString(), "there is no member among those chosen", "choose others with --members");
        }
        return new BioreactorSubject(run.base(), SbmlReader.read(run.base()).kinetics(), members);
    }
}
