package org.kindling.generators;

import java.util.Optional;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;

/**
 * Maps latent numbers z to coordinates u of parameter sets, in which the prior of every parameter is the standard logistic
 * distribution ({@link org.kindling.parameters.Prior#valueAt}; for a saturation constant without bounds \( u = \ln(K/x^*) \)).
 *
 * <p>The same z gives the same u whatever else is generated beside it. Generators are immutable and thread-safe; each thread
 * takes a {@link Decoder} of its own.
 */
public interface Generator {

    /**
     * The distribution of the latent numbers.
     *
     * @return what z is drawn from
     */
    Latent latent();

    /**
     * The number of latent numbers of a set.
     *
     * @return the length of z
     */
    int latents();

    /**
     * The number of parameters of a set.
     *
     * @return the length of u
     */
    int dimension();

    /**
     * A new decoder, which owns its buffers.
     *
     * @return the decoder
     */
    Decoder decoder();

    /**
     * The density of what this generator draws.
     *
     * @return the density; empty if it has none that can be computed
     */
    Optional<Density> density();

    /**
     * The generator at a reference state.
     *
     * @param roles the roles of the model's parameters
     * @param state the state
     * @return the generator for this state; this one if it is not conditioned on the state
     */
    default Generator at(ParameterRoles roles, ReferenceState state) {
        return this;
    }

    /**
     * The kind of generator, by which a file says how its arrays are read.
     *
     * @return a short word, the same for all generators of a class
     */
    String family();

    /**
     * Everything that the generator consists of.
     *
     * @return its numbers, from which the same generator can be made again, bit for bit
     */
    NamedArrays arrays();

    /** Maps batches. Not thread-safe: one decoder, one thread. */
    @FunctionalInterface
    interface Decoder {

        /**
         * Maps latent numbers to coordinates.
         *
         * @param latents z row by row, shape [sets, latents]
         * @param coordinates receives u row by row, shape [sets, parameters]
         * @param sets how many rows
         */
        void decode(double[] latents, double[] coordinates, int sets);
    }

    /** The probability density of a generator's coordinates. Thread-safe. */
    @FunctionalInterface
    interface Density {

        /**
         * The logarithm of the density of a set.
         *
         * @param coordinates the coordinates of sets row by row, shape [sets, parameters]
         * @param set the row
         * @return \( \ln q(u) \)
         */
        double ln(double[] coordinates, int set);
    }
}
