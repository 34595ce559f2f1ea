package org.kindling.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.kindling.app.OutputOptions;
import org.kindling.network.InputException;
import picocli.CommandLine.Option;

/** Where a run goes. */
final class OutputFolder {

    /** The convention of reproducible builds: seconds since 1970. */
    private static final String EPOCH_VARIABLE = "SOURCE_DATE_EPOCH";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The run folder; by default named after the model.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--force", description = "Replace an existing run folder.")
    private boolean force;

    @Option(names = "--resume", description = "Go on with an interrupted run.")
    private boolean resume;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "The date that written files carry, such as 2026-11-21; by default $" + EPOCH_VARIABLE
                    + ", else that of the model file.")
    private Optional<String> date = Optional.empty();

    OutputOptions options(Path byDefault, List<String> commandLine) {
        return new OutputOptions(folder.orElse(byDefault), force, resume, instant(), commandLine);
    }

    private Optional<Instant> instant() {
        Optional<String> epoch = Optional.ofNullable(System.getenv(EPOCH_VARIABLE));
        try {
            if (date.isPresent()) {
                return Optional.of(LocalDate.parse(date.get()).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            return epoch.map(Long::parseLong).map(Instant::ofEpochSecond);
        } catch (DateTimeParseException | NumberFormatException invalid) {
            throw new InputException(
                    "date", "'" + date.or(() -> epoch).orElse("") + "' is no date", "write it as 2026-11-21");
        }
    }
}
