package org.kindling.sampling;

/** Told how far a long computation is. Implementations must be quick; they are called after every batch. */
@FunctionalInterface
public interface Progress {

    /** Tells nobody. */
    Progress NONE = (done, total) -> {};

    /**
     * Some work is done.
     *
     * @param done how many sets are complete
     * @param total how many there will be
     */
    void at(long done, long total);

    /**
     * Who is told of other work that comes before or between.
     *
     * @param what what is counted instead, in the plural
     * @return a progress for that work, for one thread at a time like this one
     */
    default Progress counting(String what) {
        return this;
    }
}
