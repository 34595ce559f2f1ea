package org.kindling.generators.renaissance;

/**
 * The reward that RENAISSANCE gives a network for a batch of models: the share of valid ones, and as long as there is none
 *
 * <p>\[ 0.01 / (1 + \exp(\min \lambda - \lambda^*)) \]
 *
 * <p>with the spectral abscissa \( \lambda \) of each model and its bound \( \lambda^* \), in the model's unit.
 */
final class PublishedReward {

    private static final double LARGEST_WITHOUT_VALID = 0.01;

    private PublishedReward() {}

    static double of(double[] abscissa, double bound) {
        int valid = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (double value : abscissa) {
            valid += value <= bound ? 1 : 0;
            smallest = Math.min(smallest, value);
        }
        return valid > 0 ? (double) valid / abscissa.length : LARGEST_WITHOUT_VALID / (1 + Math.exp(smallest - bound));
    }
}
