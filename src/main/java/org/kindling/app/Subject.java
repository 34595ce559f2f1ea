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
import org.kindling.sbml.SbmlModel;
import org.kindling.sbml.SbmlReader;

/**
 * What a study is about: one model as its file gives it, or the members of a run.
 *
 * @param path the file or the run folder
 * @param sbml the model, or what the members share
 * @param members what differs between members
 */
record Subject(Path path, SbmlModel sbml, List<Member> members) {

    Subject {
        members = List.copyOf(members);
    }

    /**
     * A member.
     *
     * @param id its id; for a model alone, that of the model
     * @param values its values, which replace those of the model
     */
    record Member(String id, Map<Symbol, Double> values) {

        Member {
            values = Map.copyOf(values);
        }
    }

    /**
     * Reads a subject.
     *
     * @param path a model file or a run folder
     * @param selection which members of a run; a model alone is one member
     * @throws InputException if it is refused, or no member is chosen
     */
    static Subject of(Path path, MemberSelection selection) throws IOException {
        if (!Files.isDirectory(path)) {
            SbmlModel sbml = SbmlReader.read(path);
            String id = sbml.kinetics().id();
            return new Subject(path, sbml, List.of(new Member(id.isEmpty() ? "model" : id, Map.of())));
        }
        RunMembers run = RunMembers.of(path);
        List<Symbol> symbols = run.addresses().stream().map(Symbol::new).toList();
        List<Member> members = new ArrayList<>();
        run.each(selection, (id, values) -> {
            Map<Symbol, Double> byId = new HashMap<>();
            for (int k = 0; k < values.length; k++) {
                byId.put(symbols.get(k), values[k]);
            }
            members.add(new Member(id, byId));
        });
        if (members.isEmpty()) {
            throw new InputException(
                    path.toString(), "there is no member among those chosen", "choose others with --members");
        }
        return new Subject(path, SbmlReader.read(run.base()), members);
    }

    /** Whether it is a run. */
    boolean isRun() {
        return Files.isDirectory(path);
    }
}
