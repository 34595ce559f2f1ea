package org.kindling.copasi;

/**
 * How COPASI is run.
 *
 * @param workers the most processes at a time, at least 1
 * @param limits what each of them may take
 */
public record CopasiOptions(int workers, WorkerLimits limits) {

    /** One worker within the usual limits. */
    public static final CopasiOptions DEFAULT = new CopasiOptions(1, WorkerLimits.DEFAULT);

    /**
     * Creates options.
     *
     * @throws IllegalArgumentException if there is no worker
     */
    public CopasiOptions {
        if (workers < 1) {
            throw new IllegalArgumentException("There must be at least one worker, not " + workers + ".");
        }
    }
}
