package org.kindling.numerics;

import org.hipparchus.ode.EquationsMapper;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.sampling.AbstractODEStateInterpolator;

/** The dense output of one step, as step handlers and event detectors ask for it. */
final class RadauInterpolator extends AbstractODEStateInterpolator {
    private final transient CollocationPolynomial polynomial;

    RadauInterpolator(
            CollocationPolynomial polynomial,
            ODEStateAndDerivative start,
            ODEStateAndDerivative end,
            EquationsMapper mapper) {
        super(true, start, end, start, end, mapper);
        this.polynomial = polynomial;
    }

    private RadauInterpolator(
            CollocationPolynomial polynomial,
            RadauInterpolator whole,
            ODEStateAndDerivative from,
            ODEStateAndDerivative to) {
        super(true, whole.getGlobalPreviousState(), whole.getGlobalCurrentState(), from, to, whole.getMapper());
        this.polynomial = polynomial;
    }

    @Override
    protected AbstractODEStateInterpolator create(
            boolean newForward,
            ODEStateAndDerivative newGlobalPreviousState,
            ODEStateAndDerivative newGlobalCurrentState,
            ODEStateAndDerivative newSoftPreviousState,
            ODEStateAndDerivative newSoftCurrentState,
            EquationsMapper newMapper) {
        return new RadauInterpolator(polynomial, this, newSoftPreviousState, newSoftCurrentState);
    }

    @Override
    protected ODEStateAndDerivative computeInterpolatedStateAndDerivatives(
            EquationsMapper equationsMapper, double time, double theta, double thetaH, double oneMinusThetaH) {
        return equationsMapper.mapStateAndDerivative(time, polynomial.value(time), polynomial.slope(time));
    }
}
