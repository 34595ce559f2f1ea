package org.kindling.app.cytoscape;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cytoscape.work.Tunable;
import org.jspecify.annotations.Nullable;
import org.kindling.app.ModelOptions;

/** Arguments that name a model and its reference state, and what varies. Not thread-safe. */
public final class StateTunables {

    /** The model. */
    @Tunable(
            description = "SBML file",
            longDescription =
                    "The model: an SBML file, also compressed (.gz), or a COMBINE archive. If left out, the file that an earlier "
                            + "command read for the current network.",
            exampleStringValue = "/home/user/ecoli.xml",
            params = "input=true",
            gravity = 1)
    public @Nullable File file;

    /** Whether to look for a steady state. */
    @Tunable(
            description = "Go to a steady state first",
            longDescription = "Whether to go to a steady state from the file's own one, where that is not steady.",
            exampleStringValue = "false",
            gravity = 2)
    public boolean steadyState;

    /** Reference concentrations. */
    @Tunable(
            description = "Concentrations (CSV)",
            longDescription = "A table of reference concentrations, with the columns species and concentration.",
            exampleStringValue = "/home/user/concentrations.csv",
            params = "input=true",
            groups = "Reference state",
            gravity = 3)
    public @Nullable File concentrations;

    /** Reference fluxes. */
    @Tunable(
            description = "Fluxes (CSV)",
            longDescription = "A table of reference fluxes, with the columns reaction, flux and optionally lnGamma.",
            exampleStringValue = "/home/user/fluxes.csv",
            params = "input=true",
            groups = "Reference state",
            gravity = 4)
    public @Nullable File fluxes;

    /** Measured constants. */
    @Tunable(
            description = "Measured constants (CSV)",
            longDescription =
                    "A table of measured constants, with the columns parameter and lower, upper or mean, sd_log10.",
            exampleStringValue = "/home/user/measured.csv",
            params = "input=true",
            groups = "Parameters",
            gravity = 5)
    public @Nullable File measured;

    /** Roles of parameters. */
    @Tunable(
            description = "Roles (YAML)",
            longDescription = "What parameters are, where Kindling cannot tell: parameter: {role, species}.",
            exampleStringValue = "/home/user/roles.yaml",
            params = "input=true",
            groups = "Parameters",
            gravity = 6)
    public @Nullable File roles;

    /** What varies. */
    @Tunable(
            description = "Parameters to vary",
            longDescription =
                    "Ids of the parameters to vary, separated by commas; by default all saturation constants.",
            exampleStringValue = "Km_glc,Km_atp",
            groups = "Parameters",
            gravity = 7)
    public String vary = "";

    /** What is kept. */
    @Tunable(
            description = "Parameters to keep",
            longDescription = "Ids of parameters that keep the file's value, separated by commas.",
            exampleStringValue = "Km_nadh",
            groups = "Parameters",
            gravity = 8)
    public String fix = "";

    /** The options, for the model of this file. */
    ModelOptions options(Path model) {
        return new ModelOptions(
                model,
                path(concentrations),
                path(fluxes),
                path(roles),
                path(measured),
                ids(vary),
                ids(fix),
                steadyState);
    }

    static Optional<Path> path(@Nullable File file) {
        return Optional.ofNullable(file)
                .filter(given -> !given.getPath().isBlank())
                .map(File::toPath);
    }

    private static Set<String> ids(String text) {
        return text.isBlank()
                ? Set.of()
                : new LinkedHashSet<>(List.of(text.strip().split("[\\s,]+")));
    }

    /** The same as options of the command line. */
    List<String> arguments() {
        List<String> words = new ArrayList<>();
        path(concentrations).ifPresent(table -> words.addAll(List.of("--concentrations", table.toString())));
        path(fluxes).ifPresent(table -> words.addAll(List.of("--fluxes", table.toString())));
        path(measured).ifPresent(table -> words.addAll(List.of("--measured", table.toString())));
        path(roles).ifPresent(mapping -> words.addAll(List.of("--roles", mapping.toString())));
        ids(vary).forEach(id -> words.addAll(List.of("--vary", id)));
        ids(fix).forEach(id -> words.addAll(List.of("--fix", id)));
        if (steadyState) {
            words.add("--steady-state");
        }
        return words;
    }
}
