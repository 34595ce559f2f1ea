package org.kindling.ensemble;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.expression.Symbol;
import org.kindling.network.Species;
import org.kindling.parameters.KineticParameter;
import org.kindling.parameters.ParameterRole;
import org.kindling.parameters.ParameterRoles;
import org.kindling.sbml.SbmlModel;
import org.kindling.sbml.SbmlPatch;

/**
 * Writes the base model and the members of an ensemble as SBML: the file that was read, with the reference state and the
 * parameter values of the member set, ontology terms where there were none, and a note of where it comes from.
 */
public final class MemberWriter {

    /** The terms that are added to parameters of a role; Michaelis constants and maximal velocities get their general terms. */
    private static final Map<ParameterRole, String> TERMS = Map.of(
            ParameterRole.SATURATION, "SBO:0000027",
            ParameterRole.SCALE, "SBO:0000186",
            ParameterRole.EQUILIBRIUM, "SBO:0000281");

    /**
     * What every file of an ensemble says of its origin.
     *
     * @param program the program and its version
     * @param sourceHash the SHA-256 of the model file
     * @param seed the seed of the draw
     * @param generator what drew the sets
     * @param date the date of the change; none is noted where it is empty
     */
    public record Origin(String program, String sourceHash, long seed, String generator, Optional<Instant> date) {}

    private final SbmlModel model;
    private final JacobianFunction jacobian;
    private final RunTables tables;
    private final Origin origin;
    private final MemberFiles files;

    private MemberWriter(SbmlModel model, JacobianFunction jacobian, Origin origin) {
        this.model = model;
        this.jacobian = jacobian;
        this.tables = RunTables.of(jacobian);
        this.origin = origin;
        SbmlPatch base =
                reference().derivedFrom("urn:sha256:" + origin.sourceHash()).member(memberEntries());
        this.files =
                MemberFiles.of(base, tables.memberAddresses(), model.kinetics().id());
    }

    /**
     * A writer.
     *
     * @param model the model as read
     * @param jacobian its parameter space and reference state
     * @param origin what to note in each file
     * @return the writer
     */
    public static MemberWriter of(SbmlModel model, JacobianFunction jacobian, Origin origin) {
        return new MemberWriter(model, jacobian, origin);
    }

    /** The file as read with the reference state set, and terms where there were none. */
    private SbmlPatch reference() {
        SbmlPatch patch = SbmlPatch.of(model.source());
        Map<Symbol, Double> inFile = model.kinetics().initialValues();
        List<Symbol> candidates = new ArrayList<>();
        model.kinetics().species().stream()
                .filter(species -> !assigned(species.symbol()))
                .map(Species::symbol)
                .forEach(candidates::add);
        ParameterRoles roles = jacobian.space().roles();
        roles.parameters(ParameterRole.EQUILIBRIUM)
                .forEach(parameter -> candidates.add(parameter.parameter().symbol()));
        for (Symbol symbol : candidates) {
            double value = jacobian.state().value(symbol);
            if (!Double.valueOf(value).equals(inFile.get(symbol))) {
                patch.value(symbol.name(), value);
            }
        }
        for (KineticParameter parameter : roles.parameters()) {
            String term = TERMS.get(parameter.role());
            if (term != null) {
                patch.sboTerm(parameter.address(), term);
            }
        }
        origin.date().ifPresent(date -> patch.modified(date, origin.program()));
        return patch;
    }

    private boolean assigned(Symbol symbol) {
        return model.kinetics().rules().assignments().containsKey(symbol);
    }

    private Map<String, String> memberEntries() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("program", origin.program());
        entries.put("generator", origin.generator());
        entries.put("seed", Long.toString(origin.seed()));
        entries.put("source-sha256", origin.sourceHash());
        entries.put(MemberFiles.MEMBER, "");
        return entries;
    }

    /**
     * The base model: the parameter values of the file, scale parameters that give the reference fluxes, and the roles of
     * the parameters in the annotation.
     *
     * @return the document in UTF-8
     */
    public byte[] base() {
        SbmlPatch patch = reference();
        double[] values = tables.memberValues(jacobian.worker(1), jacobian.fileValues());
        List<String> addresses = tables.memberAddresses();
        for (int k = jacobian.space().dimension(); k < values.length; k++) {
            patch.value(addresses.get(k), values[k]);
        }
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("program", origin.program());
        entries.put("source-sha256", origin.sourceHash());
        for (ParameterRole role : ParameterRole.values()) {
            List<String> named = jacobian.space().roles().parameters(role).stream()
                    .map(parameter -> parameter.address()
                            + parameter.species().map(species -> "=" + species).orElse(""))
                    .toList();
            entries.put("role-" + role.label(), String.join(" ", named));
        }
        return patch.member(entries).bytes();
    }

    /**
     * The name of a member's file.
     *
     * @param id the id of the member
     * @return {@code model.id.xml}
     */
    public String fileName(String id) {
        return files.name(id);
    }

    /**
     * A member.
     *
     * @param id its id
     * @param drawn its drawn values, shape [parameters]
     * @param worker evaluates the laws
     * @return the document in UTF-8
     */
    public byte[] member(String id, double[] drawn, JacobianFunction.Worker worker) {
        return files.document(id, tables.memberValues(worker, drawn));
    }

    /**
     * Writes the members of some ranks.
     *
     * @param folder where to; made if it is missing
     * @param ranked the valid sets
     * @param ranks which of them
     * @throws IOException if writing fails
     */
    public void write(Path folder, RankedSets ranked, int[] ranks) throws IOException {
        Files.createDirectories(folder);
        JacobianFunction.Worker worker = jacobian.worker(1);
        for (int rank : ranks) {
            String id = ranked.memberId(rank);
            files.write(
                    folder, id, tables.memberValues(worker, ranked.read(rank).toArray()));
        }
    }
}
