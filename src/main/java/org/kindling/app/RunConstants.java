package org.kindling.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kindling.ensemble.TextTable;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.parameters.ParameterRole;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;
import org.kindling.parameters.RoleMapping;

/** What a folder of sets says of its constants: which vary, and the roles of all. What was measured of them is not kept there. */
final class RunConstants implements KnownConstants {

    private final Path folder;
    private final Set<String> varying;
    private final Map<String, RoleMapping> roles;

    private RunConstants(Path folder, Set<String> varying, Map<String, RoleMapping> roles) {
        this.folder = folder;
        this.varying = varying;
        this.roles = roles;
    }

    /**
     * The constants of a folder of sets.
     *
     * @param folder the folder
     * @param varying the addresses of those that vary
     * @throws InputException if the folder does not describe its parameters
     */
    static RunConstants of(Path folder, List<String> varying) throws IOException {
        Path file = folder.resolve("parameters.csv");
        if (!Files.exists(file)) {
            throw new InputException(
                    folder.toString(), "has no parameters.csv", "give a folder that Kindling wrote, whole");
        }
        Map<String, RoleMapping> roles = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(file)) {
            TextTable table = TextTable.read(in, file.toString());
            int roleColumn = table.columns().indexOf("role");
            int species = table.columns().indexOf("species");
            for (List<String> row : table.rows()) {
                Optional<String> of = Optional.of(row.get(species)).filter(id -> !id.isEmpty());
                roles.put(row.get(0), new RoleMapping(role(file, row.get(roleColumn)), of));
            }
        }
        return new RunConstants(folder, new LinkedHashSet<>(varying), roles);
    }

    private static ParameterRole role(Path file, String label) {
        return Arrays.stream(ParameterRole.values())
                .filter(role -> role.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        file.toString(), "names the role '" + label + "', which does not exist", "draw the sets anew"));
    }

    /** Only those that differ from what is found, as a mapping that names all might change how laws are read. */
    @Override
    public Map<String, RoleMapping> roles(KineticModel model) {
        ParameterRoles found = ParameterRoles.of(model);
        Map<String, RoleMapping> given = new LinkedHashMap<>(roles);
        given.entrySet()
                .removeIf(entry -> found.parameter(entry.getKey())
                        .filter(parameter -> parameter.role()
                                        != entry.getValue().role()
                                || !parameter.species().equals(entry.getValue().species()))
                        .isEmpty());
        return given;
    }

    @Override
    public ParameterSpace.Options space() {
        return new ParameterSpace.Options(Map.of(), varying, Set.of());
    }

    @Override
    public void check(String file, ParameterRoles found) {
        for (String address : varying) {
            if (found.parameter(address).isEmpty()) {
                throw new InputException(
                        file,
                        "has no parameter " + address + ", which varies in " + folder.getFileName(),
                        "give the model that the sets were drawn for, perhaps at another state");
            }
        }
    }
}
