package org.kindling.numerics;

/**
 * What an integration cost.
 *
 * @param steps number of steps accepted
 * @param rejections number of steps tried in vain, for their error or because the iteration did not converge
 * @param evaluations number of times the slopes were computed
 * @param jacobians number of times the Jacobian was computed
 * @param decompositions number of matrices factored, real and complex
 * @param solutions number of linear systems solved, real and complex
 */
public record StiffStatistics(
        int steps, int rejections, int evaluations, int jacobians, int decompositions, int solutions) {}
