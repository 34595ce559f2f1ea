package org.kindling.sampling;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Random numbers as a function of a seed, a purpose and the index of an item: whoever asks for an item gets the same
 * numbers, on any thread and in any order.
 *
 * <p>The generator is counter-based: J. K. Salmon et al., Parallel random numbers: as easy as 1, 2, 3, SC'11,
 * doi:10.1145/2063384.2063405.
 */
public final class RandomStreams {

    /** The name of the algorithm, for provenance. */
    public static final String ALGORITHM = "Philox4x64-10";

    private final long seed;
    private final long purpose;

    private RandomStreams(long seed, long purpose) {
        this.seed = seed;
        this.purpose = purpose;
    }

    /**
     * The streams of a seed.
     *
     * @param seed the seed
     * @param purpose keeps streams for different purposes apart that share a seed
     * @return the streams
     */
    public static RandomStreams of(long seed, long purpose) {
        return new RandomStreams(seed, purpose);
    }

    /**
     * The stream of an item.
     *
     * @param index the index of the item
     * @return a new generator at the start of its stream
     */
    public UniformRandomProvider stream(long index) {
        // The key is seed and purpose; the index sits in the upper half of the 256-bit counter, 2^130 numbers apart.
        return RandomSource.PHILOX_4X64.create(new long[] {seed, purpose, 0, 0, index, 0});
    }
}
