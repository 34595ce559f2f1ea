package org.kindling.copasi;

import java.util.List;
import java.util.Optional;

/** Finds the program CopasiSE. */
final class ProgramEngine {

    private static final String DOWNLOAD =
            "install COPASI from copasi.org/Download, which brings CopasiSE, and put it on the PATH" + " or set "
                    + EngineOptions.PROGRAM_VARIABLE;

    private static final String NAME = "COPASI ";

    private final EngineOptions options;
    private final WorkerLimits limits;

    ProgramEngine(EngineOptions options, WorkerLimits limits) {
        this.options = options;
        this.limits = limits;
    }

    Engine find() throws Unusable, InterruptedException {
        Optional<String> chosen = options.chosen(options.program(), EngineOptions.PROGRAM_VARIABLE);
        String program = Programs.resolve(chosen.orElse("CopasiSE"), options.environment())
                .orElseThrow(() -> new Unusable(
                        chosen.map(name -> "there is no program " + name).orElse("there is no CopasiSE on the PATH"),
                        chosen.isPresent() ? "correct --copasi-se or " + EngineOptions.PROGRAM_VARIABLE : DOWNLOAD));
        return Engine.of(EngineKind.COPASISE, version(program), program, granted -> ProgramWorker.of(program, granted));
    }

    private String version(String program) throws Unusable, InterruptedException {
        try {
            ProgramRun run = ProgramRun.of(List.of(program, "--version"), limits);
            return run.output()
                    .lines()
                    .filter(line -> line.startsWith(NAME))
                    .findFirst()
                    .map(line -> line.substring(NAME.length()).strip())
                    .orElseThrow(() -> new Unusable(program + " does not say that it is COPASI", DOWNLOAD));
        } catch (WorkerFailure failure) {
            throw new Unusable(program + ": " + failure.reason(), DOWNLOAD);
        }
    }
}
