package org.kindling.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kindling.app.FileStem;
import org.kindling.app.OutputOptions;
import picocli.CommandLine.Option;

/** Where a study goes. */
final class StudyOutput {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The folder; by default named after the run or model.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--force", description = "Replace what is there.")
    private boolean force;

    /** The options, with a folder that is by default named after the subject and the study. */
    OutputOptions options(Path subject, String study, List<String> commandLine) {
        Path byDefault = Path.of(FileStem.of(subject.toAbsolutePath().normalize()) + "-" + study);
        return new OutputOptions(folder.orElse(byDefault), force, false, Optional.empty(), commandLine);
    }
}
