package org.kindling.simulation;

import org.kindling.numerics.WilsonInterval;

/**
 * A share of perturbations that have returned.
 *
 * @param value the share, from 0 to 1
 * @param interval its 95 % confidence interval; each member counts once in it, however many perturbations it had, since
 *     those of one member have much in common
 */
public record ReturnedShare(double value, WilsonInterval interval) {

    static ReturnedShare of(long returned, int members, int perturbations) {
        double value = (double) returned / ((long) members * perturbations);
        return new ReturnedShare(value, WilsonInterval.ofShare(value, members == 1 ? perturbations : members));
    }
}
