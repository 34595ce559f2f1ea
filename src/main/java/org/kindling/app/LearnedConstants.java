package org.kindling.app;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindling.generators.GeneratorRecord;
import org.kindling.generators.GeneratorRecord.ParameterEntry;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.parameters.Coordinate;
import org.kindling.parameters.MeasuredConstant;
import org.kindling.parameters.NetworkHash;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;
import org.kindling.parameters.RoleMapping;

/** What a generator knows of the constants that it draws: which they are, their roles, and what was measured of them. */
final class LearnedConstants implements KnownConstants {

    /** Names in a message; more help nobody. */
    private static final int NAMED = 5;

    private final GeneratorRecord record;

    private LearnedConstants(GeneratorRecord record) {
        this.record = record;
    }

    static LearnedConstants of(GeneratorRecord record) {
        return new LearnedConstants(record);
    }

    /** The roles that were given when it was trained. */
    @Override
    public Map<String, RoleMapping> roles(KineticModel model) {
        Map<String, RoleMapping> roles = new LinkedHashMap<>();
        record.roles().forEach((address, role) -> roles.put(address, role.mapping()));
        return roles;
    }

    /** What varies, and what was measured of it. */
    @Override
    public ParameterSpace.Options space() {
        Map<String, MeasuredConstant> measured = new LinkedHashMap<>();
        Set<String> vary = new LinkedHashSet<>();
        for (ParameterEntry parameter : record.parameters()) {
            vary.add(parameter.address());
            parameter.measured().ifPresent(known -> measured.put(parameter.address(), known));
        }
        return new ParameterSpace.Options(measured, vary, Set.of());
    }

    /**
     * Refuses a model of another network.
     *
     * @param file the model's file
     * @param roles the roles of its parameters
     */
    @Override
    public void check(String file, ParameterRoles roles) {
        if (NetworkHash.of(roles).sha256().equals(record.network())) {
            return;
        }
        List<String> missing = record.parameters().stream()
                .map(ParameterEntry::address)
                .filter(address -> roles.parameter(address).isEmpty())
                .toList();
        String difference = missing.isEmpty()
                ? "its species, stoichiometry, rate laws or roles of parameters are others"
                : "it has no parameter " + String.join(", ", missing.subList(0, Math.min(NAMED, missing.size())))
                        + (missing.size() > NAMED ? " and " + (missing.size() - NAMED) + " more" : "");
        throw new InputException(
                file,
                "is not of the network that the generator was trained for: " + difference,
                "give the same network at another state, or train a generator for this one");
    }

    /** Refuses a space whose axes are not those of the generator, in its order. */
    void check(String file, ParameterSpace space) {
        List<String> axes =
                space.coordinates().stream().map(Coordinate::address).toList();
        List<String> learned =
                record.parameters().stream().map(ParameterEntry::address).toList();
        if (!axes.equals(learned)) {
            throw new InputException(
                    file,
                    "has the parameters that the generator draws in another order",
                    "write the model with its parameters in the order of the one that the generator was trained for");
        }
    }
}
