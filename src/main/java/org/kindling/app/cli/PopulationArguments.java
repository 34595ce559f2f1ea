package org.kindling.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.kindling.app.ModelOptions;
import org.kindling.app.PopulationComparisonOptions;
import org.kindling.app.PopulationOptions;
import picocli.CommandLine.Option;

/** The model and the names of parameters of populations that do not say them. */
final class PopulationArguments {

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "SBML file at whose state sets are labelled; needed for those that are in no run folder.")
    private Optional<Path> model = Optional.empty();

    @Option(
            names = "--names",
            paramLabel = "CSV",
            description = "What a file of sets calls the parameters: parameter,name.")
    private Optional<Path> names = Optional.empty();

    /** One population. */
    PopulationOptions of(Path source) {
        return new PopulationOptions(source, model.map(ModelOptions::of), names);
    }

    /** A population, and perhaps another one beside it. */
    PopulationComparisonOptions.Sources of(Path first, Optional<Path> second) {
        return new PopulationComparisonOptions.Sources(first, second, model.map(ModelOptions::of), names);
    }
}
