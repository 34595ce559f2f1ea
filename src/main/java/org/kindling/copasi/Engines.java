package org.kindling.copasi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kindling.network.InputException;

/**
 * The ways to run COPASI on this machine, in the order of preference.
 *
 * @param found those that answer
 * @param missing the others, each with the reason
 */
public record Engines(List<Engine> found, List<Missing> missing) {

    /** Starting COPASI takes a second at most; a machine under load is given more. */
    private static final WorkerLimits PROBE = WorkerLimits.DEFAULT.withTime(Duration.ofSeconds(30));

    /**
     * An engine that cannot be used.
     *
     * @param kind which
     * @param reason why not
     * @param remedy how to get it
     */
    public record Missing(EngineKind kind, String reason, String remedy) {}

    /**
     * Creates the lists.
     *
     * <p>They are copied.
     */
    public Engines {
        found = List.copyOf(found);
        missing = List.copyOf(missing);
    }

    /**
     * Looks for engines and asks each for its version, under a time limit.
     *
     * @param options where to look
     * @return what was found
     * @throws InterruptedException if the thread is interrupted
     */
    public static Engines find(EngineOptions options) throws InterruptedException {
        return find(options, PROBE);
    }

    static Engines find(EngineOptions options, WorkerLimits limits) throws InterruptedException {
        List<Engine> found = new ArrayList<>();
        List<Missing> missing = new ArrayList<>();
        for (EngineKind kind : EngineKind.values()) {
            try {
                found.add(find(kind, options, limits));
            } catch (Unusable unusable) {
                missing.add(new Missing(kind, unusable.reason(), unusable.remedy()));
            }
        }
        return new Engines(found, missing);
    }

    private static Engine find(EngineKind kind, EngineOptions options, WorkerLimits limits)
            throws Unusable, InterruptedException {
        return switch (kind) {
            case BINDINGS -> new BindingsEngine(options, limits).find();
            case COPASISE -> new ProgramEngine(options, limits).find();
            case PYTHON -> new PythonEngine(options, limits).find();
        };
    }

    /**
     * The engine to use.
     *
     * @param wanted the user's choice; where empty, the first that was found
     * @return the engine
     * @throws InputException if it, or any, is missing, with the reasons
     */
    public Engine choose(Optional<EngineKind> wanted) {
        return found.stream()
                .filter(engine -> wanted.isEmpty() || wanted.get() == engine.kind())
                .findFirst()
                .orElseThrow(() -> new InputException(
                        wanted.map(EngineKind::words).orElse("COPASI"),
                        missing.stream()
                                .filter(each -> wanted.isEmpty() || wanted.get() == each.kind())
                                .map(each -> wanted.isPresent()
                                        ? each.reason()
                                        : each.kind().words() + ": " + each.reason())
                                .collect(Collectors.joining("; ")),
                        "`kindling engines` says how to get it"));
    }
}
