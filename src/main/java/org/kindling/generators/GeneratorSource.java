package org.kindling.generators;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sampling.RandomStreams;
import org.kindling.sampling.SetSource;

/**
 * Parameter sets of a generator: random numbers, to latent numbers, to coordinates, to constants. Set number \( k \) of a seed is
 * always the same set, whatever was drawn before, in whichever batch and on whichever thread.
 */
public final class GeneratorSource implements SetSource {

    private static final long DRAWN = 0x47454E4552415445L; // "GENERATE" in ASCII
    private static final long FRESH = 0x4652455348L; // "FRESH" in ASCII
    private static final long CHOOSING = 0x43484F4F5345L; // "CHOOSE" in ASCII

    /**
     * Sets that are decoded together, always those between two multiples of this: what matrix products round may depend on the
     * place of a row. Large enough for them to be fast, small enough for the cache.
     */
    private static final int BLOCK = 256;

    private final Generator generator;
    private final ParameterSpace space;
    private final RandomStreams streams;

    /** Decoders that no thread uses at the moment. */
    private final Queue<Worker> idle = new ConcurrentLinkedQueue<>();

    private GeneratorSource(Generator generator, ParameterSpace space, RandomStreams streams) {
        if (generator.dimension() != space.dimension()) {
            throw new IllegalArgumentException("A generator of " + generator.dimension()
                    + " parameters does not fit a space of " + space.dimension() + ".");
        }
        this.generator = generator;
        this.space = space;
        this.streams = streams;
    }

    /**
     * The sets of a seed.
     *
     * @param generator the generator
     * @param space the parameters that it draws
     * @param seed the seed
     * @return the source
     */
    public static GeneratorSource of(Generator generator, ParameterSpace space, long seed) {
        return new GeneratorSource(generator, space, RandomStreams.of(seed, DRAWN));
    }

    /**
     * Other sets of the same seed, on which a trained generator is judged: no training, and no one who draws with that seed, has
     * them.
     *
     * @param generator the generator
     * @param space the parameters that it draws
     * @param seed the seed
     * @return the source
     */
    public static GeneratorSource fresh(Generator generator, ParameterSpace space, long seed) {
        return new GeneratorSource(generator, space, RandomStreams.of(seed, FRESH));
    }

    /**
     * Yet other sets of the same seed, by which a training chooses among its checkpoints.
     *
     * @param generator the generator
     * @param space the parameters that it draws
     * @param seed the seed
     * @return the source
     */
    public static GeneratorSource choosing(Generator generator, ParameterSpace space, long seed) {
        return new GeneratorSource(generator, space, RandomStreams.of(seed, CHOOSING));
    }

    /**
     * The generator.
     *
     * @return what maps latent numbers to coordinates
     */
    public Generator generator() {
        return generator;
    }

    @Override
    public void draw(long first, double[] values, int sets) {
        coordinates(first, values, sets);
        space.values(values, values, sets);
    }

    /**
     * Gives consecutive sets as coordinates u.
     *
     * @param first the index of the first set
     * @param coordinates receives u row by row, shape [sets, parameters]
     * @param sets how many to give
     */
    public void coordinates(long first, double[] coordinates, int sets) {
        Worker free = idle.poll();
        Worker worker = free == null ? new Worker() : free;
        worker.decode(first, coordinates, sets);
        idle.add(worker);
    }

    /** Decodes batches. One thread at a time has it. */
    private final class Worker {

        private final Generator.Decoder decoder = generator.decoder();
        private final double[] latents = new double[BLOCK * generator.latents()];
        private final double[] block = new double[BLOCK * generator.dimension()];

        void decode(long first, double[] coordinates, int sets) {
            int width = generator.dimension();
            for (int done = 0; done < sets; ) {
                int skipped = (int) ((first + done) % BLOCK);
                int rows = Math.min(BLOCK - skipped, sets - done);
                decodeBlock(first + done - skipped);
                System.arraycopy(block, skipped * width, coordinates, done * width, rows * width);
                done += rows;
            }
        }

        private void decodeBlock(long first) {
            int width = generator.latents();
            for (int row = 0; row < BLOCK; row++) {
                generator.latent().draw(streams.stream(first + row), latents, row * width, (row + 1) * width);
            }
            decoder.decode(latents, block, BLOCK);
        }
    }
}
