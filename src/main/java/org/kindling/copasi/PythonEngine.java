package org.kindling.copasi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds a Python that can import COPASI. */
final class PythonEngine {

    /** Reads the worker's program as the first line of its input; modules are not taken from the current folder. */
    private static final String BOOTSTRAP = "import sys; sys.path[:] = [p for p in sys.path if p]; "
            + "exec(__import__('json').loads(sys.stdin.readline()))";

    private static final String INSTALL = "python3 -m venv copasi && copasi/bin/pip install python-copasi, then set "
            + EngineOptions.PYTHON_VARIABLE + "=copasi/bin/python";

    private final EngineOptions options;
    private final WorkerLimits limits;

    PythonEngine(EngineOptions options, WorkerLimits limits) {
        this.options = options;
        this.limits = limits;
    }

    Engine find() throws Unusable, InterruptedException {
        Optional<String> chosen = options.chosen(options.interpreter(), EngineOptions.PYTHON_VARIABLE);
        String python = Programs.resolve(chosen.orElse("python3"), options.environment())
                .orElseThrow(() -> new Unusable(
                        chosen.map(name -> "there is no program " + name).orElse("there is no python3 on the PATH"),
                        chosen.isPresent()
                                ? "correct --python or " + EngineOptions.PYTHON_VARIABLE
                                : "install Python 3, then " + INSTALL));
        WorkerLaunch launch = new WorkerLaunch(List.of(python, "-c", BOOTSTRAP), List.of(script()));
        try {
            return Engine.of(EngineKind.PYTHON, launch.version(limits), python, launch::start);
        } catch (WorkerFailure failure) {
            throw new Unusable(
                    failure.reason().contains("No module named 'COPASI'")
                            ? python + " has no module COPASI"
                            : python + ": " + failure.reason(),
                    INSTALL);
        }
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(PythonEngine.class.getResourceAsStream("worker.py"))) {
            return WorkerProcess.quoted(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The worker's program is not readable.", unreadable);
        }
    }
}
