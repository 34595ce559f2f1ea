package org.kindling.parameters;

import java.util.List;
import java.util.Optional;
import org.kindling.network.Parameter;

/**
 * A parameter and its role.
 *
 * @param parameter the parameter of the model
 * @param role its role
 * @param species the species whose saturation it sets, for {@link ParameterRole#SATURATION}
 * @param reactions the reactions whose laws name it
 * @param reason why it has this role, in words
 */
public record KineticParameter(
        Parameter parameter, ParameterRole role, Optional<String> species, List<String> reactions, String reason) {

    /**
     * Creates a parameter with its role.
     *
     * <p>The list is copied.
     */
    public KineticParameter {
        reactions = List.copyOf(reactions);
    }

    /**
     * The name of the parameter everywhere in Kindling.
     *
     * @return the SBML id, for a local parameter {@code reaction.parameter}
     */
    public String address() {
        return parameter.address();
    }

    /** The same parameter in a role that has no species. */
    KineticParameter as(ParameterRole other, String why) {
        return new KineticParameter(parameter, other, Optional.empty(), reactions, why);
    }
}
