package org.kindling.app.cli;

import java.util.Optional;
import org.kindling.copasi.EngineOptions;
import picocli.CommandLine.Option;

/** Where COPASI is. */
final class EngineLocations {

    @Option(
            names = "--copasi",
            paramLabel = "PATH",
            description =
                    "COPASI's Java bindings: a folder, or copasi.jar and the native library joined as on the class path"
                            + " (default: $" + EngineOptions.BINDINGS_VARIABLE + ").")
    private Optional<String> bindings = Optional.empty();

    @Option(
            names = "--copasi-se",
            paramLabel = "PATH",
            description = "The program CopasiSE (default: $" + EngineOptions.PROGRAM_VARIABLE + ", else on the PATH).")
    private Optional<String> program = Optional.empty();

    @Option(
            names = "--python",
            paramLabel = "PATH",
            description = "A Python with python-copasi (default: $" + EngineOptions.PYTHON_VARIABLE
                    + ", else python3 on the PATH).")
    private Optional<String> python = Optional.empty();

    EngineOptions options() {
        return new EngineOptions(bindings, program, python, System.getenv());
    }
}
