package org.kindling.dynamics;

/**
 * The control coefficients of one steady state.
 *
 * @param flux those of the fluxes
 * @param concentration those of the concentrations
 * @param residuals how well the theorems hold
 */
public record Control(ControlMatrix flux, ControlMatrix concentration, TheoremResiduals residuals) {

    /**
     * How far the coefficients are from the theorems of metabolic control analysis, with the scaled elasticities \( E \) and
     * the link matrix \( T \).
     *
     * @param fluxSummation the largest \( |\sum_j C^v_{kj} - 1| \)
     * @param concentrationSummation the largest \( |\sum_j C^x_{kj}| \)
     * @param fluxConnectivity the largest entry of \( |C^v E T| \)
     * @param concentrationConnectivity the largest entry of \( |C^x E T + T| \)
     */
    public record TheoremResiduals(
            double fluxSummation,
            double concentrationSummation,
            double fluxConnectivity,
            double concentrationConnectivity) {

        /**
         * The largest of them.
         *
         * @return how far the coefficients are from any theorem
         */
        public double worst() {
            return Math.max(
                    Math.max(fluxSummation, concentrationSummation),
                    Math.max(fluxConnectivity, concentrationConnectivity));
        }
    }
}
