package org.kindling.parameters;

import java.util.Optional;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;

/**
 * A role that the user gives to a parameter.
 *
 * @param role the role
 * @param species the id of the species whose saturation the parameter sets; needed for {@link ParameterRole#SATURATION}
 */
public record RoleMapping(ParameterRole role, Optional<String> species) {

    void check(KineticModel model, String address) {
        String element = "role of " + address;
        if (model.parameter(address).isEmpty()) {
            throw new InputException(
                    element,
                    "the model has no such parameter",
                    "use the id of a global parameter, or reaction.parameter for a local one");
        }
        if (role == ParameterRole.SATURATION && species.isEmpty()) {
            throw new InputException(element, "a saturation constant needs a species", "add `species: ID`");
        }
        species.filter(id -> model.species(id).isEmpty()).ifPresent(id -> {
            throw new InputException(element, "the model has no species " + id, "check the id");
        });
    }
}
