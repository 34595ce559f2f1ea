package org.kindling.app;

import java.util.Map;
import org.kindling.network.KineticModel;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;
import org.kindling.parameters.RoleMapping;

/** What is known beforehand of the constants that vary, in place of what a user would say of them. */
interface KnownConstants {

    /** The roles, by address, that are not those which would be found in the model. */
    Map<String, RoleMapping> roles(KineticModel model);

    /** What varies, and what was measured of it. */
    ParameterSpace.Options space();

    /**
     * Refuses a model that the constants are not those of.
     *
     * @param file the model's file
     * @param roles the roles of its parameters
     */
    void check(String file, ParameterRoles roles);
}
