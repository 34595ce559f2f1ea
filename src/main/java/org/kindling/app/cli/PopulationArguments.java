package org.kindling.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.kindling.app.ModelOptions;
import org.kindling.app.PopulationOptions;
import picocli.CommandLine.Option;

/** The model of sets that do not say which it is. */
final class PopulationArguments {

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "The model at whose state the sets are labelled; needed unless they come from a run folder.")
    private Optional<Path> model = Optional.empty();

    @Option(
            names = "--names",
            paramLabel = "CSV",
            description = "For SKiMpy's files: the names of parameters there: parameter,name.")
    private Optional<Path> names = Optional.empty();

    PopulationOptions of(Path source) {
        return new PopulationOptions(source, model.map(ModelOptions::of), names);
    }
}
