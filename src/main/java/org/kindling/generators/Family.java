package org.kindling.generators;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * Generators of one architecture whose weights are trained: the map from z to u, and the derivative of a loss by the weights.
 * Holds the values of the last forward pass; not thread-safe.
 */
public interface Family {

    /** In place of a reference state: the generator is not told which one it is. */
    int UNTOLD = -1;

    /**
     * The distribution of z.
     *
     * @return what the latent numbers are drawn from
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
     * The weights before training.
     *
     * @param random for whatever must not start alike
     * @return a new array, shape [weights]
     */
    double[] initial(UniformRandomProvider random);

    /**
     * How long a step may be in each direction.
     *
     * @return for each weight the length of its steps beside that of a median in coordinates u, shape [weights]
     */
    double[] stepLengths();

    /**
     * Maps latent numbers.
     *
     * @param weights the weights, shape [weights]
     * @param states the reference state of each set, or {@link #UNTOLD}, shape [sets]; families that are not conditioned take
     *     no notice
     * @param latents z row by row, shape [sets, latents]
     * @param coordinates receives u, shape [sets, parameters]
     * @param lnDeterminant receives \( \ln |\det \partial u / \partial z| \) of each set, shape [sets]
     */
    void forward(double[] weights, int[] states, double[] latents, double[] coordinates, double[] lnDeterminant);

    /**
     * Takes a derivative back through the last forward pass.
     *
     * @param byCoordinates the derivative of the loss by u, shape [sets, parameters]
     * @param byLnDeterminant the derivative of the loss by each set's \( \ln |\det| \), the same for all sets
     * @param byWeights receives the derivative of the loss by the weights, summed over the sets, shape [weights]
     */
    void backward(double[] byCoordinates, double byLnDeterminant, double[] byWeights);

    /**
     * The generator with given weights.
     *
     * @param weights the weights, shape [weights]
     * @return the generator
     */
    Generator generator(double[] weights);
}
