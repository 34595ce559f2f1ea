package org.kindling.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Which model, at which reference state, and what of it varies.
 *
 * @param model the SBML file, or a COMBINE archive
 * @param concentrations a table of reference concentrations that replace those of the file
 * @param fluxes a table of reference fluxes, with or without displacements from equilibrium
 * @param roles a mapping of parameters to roles
 * @param measured a table of measured constants
 * @param vary addresses of the parameters to vary; where empty, all saturation constants
 * @param fix addresses of parameters to keep
 * @param steadyState whether to go to a steady state from the initial one
 */
public record ModelOptions(
        Path model,
        Optional<Path> concentrations,
        Optional<Path> fluxes,
        Optional<Path> roles,
        Optional<Path> measured,
        Set<String> vary,
        Set<String> fix,
        boolean steadyState) {

    /**
     * Creates options.
     *
     * <p>The sets are copied.
     */
    public ModelOptions {
        vary = Set.copyOf(vary);
        fix = Set.copyOf(fix);
    }

    /**
     * A model as its file gives it.
     *
     * @param model the file
     * @return options that change nothing
     */
    public static ModelOptions of(Path model) {
        return new ModelOptions(
                model,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Set.of(),
                false);
    }
}
