package org.kindling.generators;

import java.util.List;

/**
 * The sizes of a perceptron's layers, and where each layer lies in one flat vector of all weights: layer after layer, first
 * its weights, shape [inputs, outputs], then its biases, shape [outputs].
 *
 * @param sizes the number of latents, of the neurons of each hidden layer, and of parameters
 */
public record PerceptronShape(List<Integer> sizes) {

    /**
     * Creates a shape.
     *
     * @throws IllegalArgumentException if there is no layer, or one without neurons
     */
    public PerceptronShape {
        sizes = List.copyOf(sizes);
        if (sizes.size() < 2 || sizes.stream().anyMatch(size -> size < 1)) {
            throw new IllegalArgumentException("A perceptron needs at least two positive sizes, not " + sizes + ".");
        }
    }

    /**
     * The number of layers of weights.
     *
     * @return one less than there are sizes
     */
    public int layers() {
        return sizes.size() - 1;
    }

    /**
     * The number of inputs of a layer.
     *
     * @param layer the layer, from 0
     * @return how many neurons it reads
     */
    public int inputs(int layer) {
        return sizes.get(layer);
    }

    /**
     * The number of outputs of a layer.
     *
     * @param layer the layer, from 0
     * @return how many neurons it has
     */
    public int outputs(int layer) {
        return sizes.get(layer + 1);
    }

    /**
     * Where the weights of a layer begin.
     *
     * @param layer the layer, from 0; the number of layers for the end of the last one
     * @return the place in the flat vector
     */
    public int weightsAt(int layer) {
        int place = 0;
        for (int before = 0; before < layer; before++) {
            place += (inputs(before) + 1) * outputs(before);
        }
        return place;
    }

    /**
     * Where the biases of a layer begin.
     *
     * @param layer the layer, from 0
     * @return the place in the flat vector
     */
    public int biasesAt(int layer) {
        return weightsAt(layer) + inputs(layer) * outputs(layer);
    }

    /**
     * The length of the flat vector.
     *
     * @return the number of all weights and biases
     */
    public int count() {
        return weightsAt(layers());
    }

    /**
     * The size of the largest layer.
     *
     * @return the largest number of neurons
     */
    public int widest() {
        return sizes.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }
}
