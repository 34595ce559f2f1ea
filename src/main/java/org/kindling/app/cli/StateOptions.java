package org.kindling.app.cli;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.kindling.app.ModelOptions;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The model, its reference state and what varies. */
final class StateOptions {

    @Parameters(
            index = "0",
            paramLabel = "MODEL",
            description = "SBML file (.xml, .xml.gz) or COMBINE archive (.omex).")
    private Path model = Path.of("");

    @Option(
            names = "--concentrations",
            paramLabel = "CSV",
            description = "Reference concentrations: species,concentration.")
    private Optional<Path> concentrations = Optional.empty();

    @Option(
            names = "--fluxes",
            paramLabel = "CSV",
            description = "Reference fluxes: reaction,flux and optionally lnGamma.")
    private Optional<Path> fluxes = Optional.empty();

    @Option(names = "--roles", paramLabel = "YAML", description = "Roles of parameters: `parameter: {role, species}`.")
    private Optional<Path> roles = Optional.empty();

    @Option(
            names = "--measured",
            paramLabel = "CSV",
            description = "Measured constants: parameter (or reaction,species), then lower,upper or mean,sd_log10.")
    private Optional<Path> measured = Optional.empty();

    @Option(
            names = "--vary",
            paramLabel = "ID",
            split = ",",
            description = "Vary only these parameters; local ones are named reaction.parameter.")
    private Set<String> vary = new LinkedHashSet<>();

    @Option(names = "--fix", paramLabel = "ID", split = ",", description = "Keep these parameters at their value.")
    private Set<String> fix = new LinkedHashSet<>();

    @Option(names = "--steady-state", description = "Go to a steady state from the initial state first.")
    private boolean steadyState;

    Path model() {
        return model;
    }

    ModelOptions options() {
        return optionsFor(model);
    }

    ModelOptions optionsFor(Path file) {
        return new ModelOptions(file, concentrations, fluxes, roles, measured, vary, fix, steadyState);
    }
}
