package org.kindling.generators.spectral;

import org.kindling.generators.Generator;
import org.kindling.generators.Latent;

/**
 * Generators of one architecture whose weights are trained: the map from z to u, and the derivative of a loss by the weights.
 * Holds the values of the last forward pass; not thread-safe.
 */
public interface Family {

    /**
     * The distribution of z.
     *
     * @return what the latent numbers are drawn from
     */
    Latent latent();

    /**
     * The number of parameters of a set, which is also that of latent numbers.
     *
     * @return the length of u
     */
    int dimension();

    /**
     * The weights that generate the prior.
     *
     * @return a new array, shape [weights]
     */
    double[] prior();

    /**
     * Maps latent numbers.
     *
     * @param weights the weights, shape [weights]
     * @param latents z row by row, shape [sets, parameters]
     * @param sets how many rows
     * @param coordinates receives u, shape [sets, parameters]
     * @param lnDeterminant receives \( \ln |\det \partial u / \partial z| \) of each set, shape [sets]
     */
    void forward(double[] weights, double[] latents, int sets, double[] coordinates, double[] lnDeterminant);

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
