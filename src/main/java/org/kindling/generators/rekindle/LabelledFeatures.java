package org.kindling.generators.rekindle;

import org.kindling.dynamics.Criterion;
import org.kindling.generators.ConditionalGenerator;
import org.kindling.sampling.Population;

/**
 * A population as the networks see it: a feature in [-1, 1] for each coordinate of a set, and a label, 1 for valid and -1 for other
 * sets. For saturation constants a coordinate is \( \ln K \) counted from the reference state, so that populations of two states
 * look alike. Immutable.
 */
public final class LabelledFeatures {

    private final int dimension;
    private final double width;
    private final float[] features;
    private final float[] labels;

    private LabelledFeatures(int dimension, double width, float[] features, float[] labels) {
        this.dimension = dimension;
        this.width = width;
        this.features = features;
        this.labels = labels;
    }

    /**
     * The features of a population.
     *
     * @param population the sets
     * @param criterion what valid ones meet
     * @param method what they are trained by
     * @param width the factor of the generator's last layer
     * @return the features
     * @throws IllegalArgumentException if the population is empty or the width is not positive
     */
    public static LabelledFeatures of(
            Population population, Criterion criterion, AdversarialMethod method, double width) {
        int dimension = population.space().dimension();
        if (population.size() == 0 || !(width > 0)) {
            throw new IllegalArgumentException("There must be sets, and a positive width.");
        }
        float[] features = new float[population.size() * dimension];
        float[] labels = new float[population.size()];
        for (int set = 0; set < labels.length; set++) {
            boolean valid = population.valid(set, criterion);
            labels[set] = valid ? ConditionalGenerator.VALID : -ConditionalGenerator.VALID;
            for (int k = 0; k < dimension; k++) {
                features[set * dimension + k] = (float) method.feature(population.coordinate(set, k), width);
            }
        }
        return new LabelledFeatures(dimension, width, features, labels);
    }

    /** The standard deviation of a feature around 0, over all features. */
    double deviation() {
        double squares = 0;
        for (float feature : features) {
            squares += feature * feature;
        }
        return Math.sqrt(squares / features.length);
    }

    int size() {
        return labels.length;
    }

    int dimension() {
        return dimension;
    }

    double width() {
        return width;
    }

    float label(int set) {
        return labels[set];
    }

    /** Copies the features of a set. */
    void copy(int set, float[] into, int at) {
        System.arraycopy(features, set * dimension, into, at, dimension);
    }
}
