package org.kindling.copasi;

/** A COPASI that was found and answers. Immutable and thread-safe. */
public final class Engine {

    private final EngineKind kind;
    private final String version;
    private final String location;
    private final Starter starter;

    /** Starts workers of one engine. */
    @FunctionalInterface
    interface Starter {

        CopasiWorker start(WorkerLimits limits) throws WorkerFailure, InterruptedException;
    }

    private Engine(EngineKind kind, String version, String location, Starter starter) {
        this.kind = kind;
        this.version = version;
        this.location = location;
        this.starter = starter;
    }

    static Engine of(EngineKind kind, String version, String location, Starter starter) {
        return new Engine(kind, version, location, starter);
    }

    /**
     * Which of the engines it is.
     *
     * @return the kind
     */
    public EngineKind kind() {
        return kind;
    }

    /**
     * Its version.
     *
     * @return what COPASI says, such as {@code 4.48.311 (Source)}
     */
    public String version() {
        return version;
    }

    /**
     * Where it was found.
     *
     * @return the files or the program
     */
    public String location() {
        return location;
    }

    /** Starts a worker. */
    CopasiWorker start(WorkerLimits limits) throws WorkerFailure, InterruptedException {
        return starter.start(limits);
    }

    /** Its name and version. */
    @Override
    public String toString() {
        return kind.words() + " " + version;
    }
}
