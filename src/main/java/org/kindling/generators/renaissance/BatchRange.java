package org.kindling.generators.renaissance;

import java.util.Arrays;
import org.kindling.generators.PerceptronGenerator;
import org.kindling.generators.PerceptronShape;

/**
 * RENAISSANCE's way from the outputs y of a perceptron to constants: the smallest and the largest output of a batch, over all
 * models and parameters, become the ends of the range of \( \ln K \), K in mol/l,
 *
 * <p>\[ \ln K = -25 + 28 \, \frac{y - \min y}{\max y - \min y} . \]
 *
 * @param lowest the smallest output of the batch
 * @param highest the largest output of the batch
 */
record BatchRange(double lowest, double highest) {

    private static final double LOWEST_LN = -25;
    private static final double HIGHEST_LN = 3;

    static BatchRange of(double[] outputs) {
        return new BatchRange(
                Arrays.stream(outputs).min().orElseThrow(),
                Arrays.stream(outputs).max().orElseThrow());
    }

    private double slope() {
        return (HIGHEST_LN - LOWEST_LN) / (highest - lowest);
    }

    private double start() {
        return LOWEST_LN - slope() * lowest;
    }

    /**
     * Turns outputs into coordinates.
     *
     * @param outputs the outputs, shape [sets, parameters], which are overwritten
     * @param lnMole where each coordinate is 0, as a natural logarithm of mol/l, shape [parameters]
     */
    void toCoordinates(double[] outputs, double[] lnMole) {
        double slope = slope();
        double start = start();
        for (int k = 0; k < outputs.length; k++) {
            outputs[k] = slope * outputs[k] + start - lnMole[k % lnMole.length];
        }
    }

    /** A perceptron whose outputs are the coordinates, with this range whatever its batch. */
    PerceptronGenerator freeze(PerceptronShape shape, float[] weights, double[] lnMole) {
        int last = shape.layers() - 1;
        float[] frozen = weights.clone();
        for (int k = shape.weightsAt(last); k < frozen.length; k++) {
            frozen[k] *= (float) slope();
        }
        for (int k = 0; k < lnMole.length; k++) {
            frozen[shape.biasesAt(last) + k] += (float) (start() - lnMole[k]);
        }
        return PerceptronGenerator.of(shape, frozen);
    }
}
