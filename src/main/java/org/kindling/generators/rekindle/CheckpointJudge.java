package org.kindling.generators.rekindle;

import org.kindling.generators.Generator;

/** Judges the generator at a checkpoint of its training, by sets of its own. */
@FunctionalInterface
public interface CheckpointJudge {

    /**
     * What was found.
     *
     * @param evaluated how many sets were evaluated, with a Jacobian each
     * @param valid how many of them are valid
     * @param medianAbscissa the median spectral abscissa, unit 1 / time
     * @param divergence the mean Kullback-Leibler divergence of a parameter from the valid sets of the population
     * @param effectiveRank the effective rank of the sets beside that of as many valid sets of the population
     */
    record Judgement(int evaluated, int valid, double medianAbscissa, double divergence, double effectiveRank) {

        /** The share of valid sets. */
        double incidence() {
            return (double) valid / evaluated;
        }
    }

    /**
     * Judges a generator.
     *
     * @param generator the generator as trained so far
     * @return what was found, the same for the same generator
     * @throws InterruptedException if the calling thread is interrupted
     */
    Judgement judge(Generator generator) throws InterruptedException;
}
