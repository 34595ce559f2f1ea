package org.kindling.report;

/**
 * A model of the ensemble.
 *
 * @param id its id
 * @param abscissa its spectral abscissa \( \lambda_{max} \), unit 1 / time of the model
 * @param tau its slowest time constant, unit of time of the model
 */
public record Member(String id, double abscissa, double tau) {}
