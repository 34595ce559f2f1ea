package org.kindling.analysis;

import org.kindling.generators.FreshSample;

/**
 * One training on few sets of a physiology.
 *
 * @param sets how many it learnt from
 * @param repeat which of the repeats it was, from 1
 * @param pretrained whether it went on from a generator of another physiology, or began from scratch
 * @param chosen the share of valid sets at the checkpoint that was chosen, by the sets that it was chosen by
 * @param incidence the share of valid sets among fresh ones
 * @param divergence the mean Kullback-Leibler divergence of a parameter from the valid sets of the physiology, at that checkpoint
 * @param jacobians how many Jacobians it took, all of them for choosing
 */
public record TransferOutcome(
        int sets,
        int repeat,
        boolean pretrained,
        double chosen,
        FreshSample.Incidence incidence,
        double divergence,
        long jacobians) {}
