package org.kindling.generators.nn;

/**
 * What a layer of a {@link LayeredNetwork} does: products with weights, a bias, the activation, then perhaps normalisation over the
 * batch, then perhaps dropout.
 *
 * @param outputs how many neurons it has
 * @param activation what each neuron does with its sum
 * @param normalised whether the neurons are normalised over the batch in training, and by running averages afterwards
 * @param dropped the share of neurons that are left out at random in training
 */
public record LayerKind(int outputs, Activation activation, boolean normalised, double dropped) {

    /** What a neuron does with its sum. */
    public enum Activation {
        /** Nothing. */
        LINEAR,
        /** \( \max(y, 0.2\,y) \). */
        LEAKY,
        /** The hyperbolic tangent. */
        TANH
    }

    /**
     * Creates a kind.
     *
     * @throws IllegalArgumentException if there is no neuron, or none is kept
     */
    public LayerKind {
        if (outputs < 1 || !(dropped >= 0 && dropped < 1)) {
            throw new IllegalArgumentException("A layer has neurons and keeps some of them, not " + outputs
                    + " of which " + dropped + " are dropped.");
        }
    }

    /**
     * A hidden layer.
     *
     * @param outputs how many neurons it has
     * @param normalised whether it is normalised over the batch
     * @param dropped the share that is left out at random in training
     * @return a leaky layer
     */
    public static LayerKind hidden(int outputs, boolean normalised, double dropped) {
        return new LayerKind(outputs, Activation.LEAKY, normalised, dropped);
    }

    /**
     * An output layer.
     *
     * @param outputs how many neurons it has
     * @param activation what they do
     * @return a layer that is neither normalised nor dropped
     */
    public static LayerKind output(int outputs, Activation activation) {
        return new LayerKind(outputs, activation, false, 0);
    }
}
