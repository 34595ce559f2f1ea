package org.kindling.generators;

/**
 * A training under way. It advances in rounds; each round is a function of the state before it and the seed alone, so that a
 * training that was interrupted ends with the same generator, bit for bit, once it goes on from a saved state. Not thread-safe.
 */
public interface Training {

    /**
     * Whether the training has come to its end.
     *
     * @return whether there is no further round
     */
    boolean finished();

    /**
     * Whether it has come to its end without success, by a sign that shows while it goes on.
     *
     * @return whether the generator is not to be trusted
     */
    default boolean failed() {
        return false;
    }

    /**
     * Does one round: some tens of milliseconds to a few seconds of work.
     *
     * @return figures of the round
     * @throws InterruptedException if the calling thread is interrupted; then the round did not happen
     */
    TrainingFigures advance() throws InterruptedException;

    /**
     * Everything that later rounds depend on.
     *
     * @return the state, from which the same kind of training can go on
     */
    NamedArrays state();

    /**
     * The generator as trained so far.
     *
     * @return the generator
     */
    Generator generator();
}
