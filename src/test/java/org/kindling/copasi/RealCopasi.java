package org.kindling.copasi;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;

/** The COPASI that this machine has, for tests that need a real one; they are skipped aloud where it is missing. */
final class RealCopasi {

    private static Optional<List<Engine>> known = Optional.empty();

    private RealCopasi() {}

    /** All engines that answer; of the Python, only one that the environment names. */
    static synchronized List<Engine> engines() throws InterruptedException {
        if (known.isEmpty()) {
            known = Optional.of(find());
        }
        return known.get();
    }

    private static List<Engine> find() throws InterruptedException {
        EngineOptions options = EngineOptions.ofEnvironment();
        return Engines.find(options).found().stream()
                .filter(engine -> engine.kind() != EngineKind.PYTHON
                        || options.chosen(options.interpreter(), EngineOptions.PYTHON_VARIABLE)
                                .isPresent())
                .toList();
    }

    /** One engine; without it the test is skipped. */
    static Engine engine(EngineKind kind, String test) throws InterruptedException {
        Optional<Engine> engine =
                engines().stream().filter(each -> each.kind() == kind).findFirst();
        if (engine.isEmpty()) {
            System.out.println("Skipped, for " + kind.words() + " is not there: " + test);
        }
        assumeTrue(engine.isPresent());
        return engine.orElseThrow();
    }
}
