package org.kindling.simulation;

import java.util.List;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;

/**
 * A batch fermentation as a kinetic model: the model of a cell to which biomass and a medium of limited amount are added.
 *
 * <p>Biomass \( B \), gDW per litre of reactor, and the concentrations \( m_i \) in the medium, the model's unit, follow
 *
 * \[ \frac{\mathrm{d}B}{\mathrm{d}t} = \mu B, \qquad \mu = c\, v_g, \qquad
 *    \frac{\mathrm{d}m_i}{\mathrm{d}t} = \frac{B}{\rho} \frac{1}{V} \sum_j s_{ij} v_j \]
 *
 * with the rates \( v_j \), shape [reactions], extent per time, that the model gives for cells of volume \( V \), the growth
 * reaction \( g \) and its factor \( c \), the stoichiometry \( s_{ij} \), shape [medium, reactions], amount per extent, and
 * the density \( \rho \), gDW per litre of cell: \( B / \rho \) is the share of the reactor that cells fill. All else changes as
 * it does in the model of the cell. The volume of the cells is neglected beside that of the medium.
 *
 * <p>What is added is made of rate rules, so that whatever simulates the one model simulates the other. Immutable.
 */
public final class Bioreactor {

    private final KineticModel model;
    private final Symbol biomass;
    private final Symbol growthRate;
    private final List<Symbol> medium;

    private Bioreactor(BioreactorBuilder builder, BioreactorSetup setup) {
        this.model = builder.build();
        this.biomass = builder.biomass();
        this.growthRate = builder.growthRate();
        this.medium = setup.medium().keySet().stream().map(Symbol::new).toList();
    }

    /**
     * The fermentation of a cell.
     *
     * @param cell the model of the cell
     * @param setup what grows, in what
     * @return the fermentation
     * @throws InputException if the setup names what the model does not have, or what cannot be part of a medium
     */
    public static Bioreactor of(KineticModel cell, BioreactorSetup setup) {
        return new Bioreactor(new BioreactorBuilder(cell, setup), setup);
    }

    /**
     * The model of cells and medium.
     *
     * @return the model, to be simulated
     */
    public KineticModel model() {
        return model;
    }

    /**
     * The biomass.
     *
     * @return its symbol, {@code biomass} unless the model of the cell has that already; gDW per litre of reactor
     */
    public Symbol biomass() {
        return biomass;
    }

    /**
     * The specific growth rate.
     *
     * @return its symbol, {@code growth_rate} unless the model of the cell has that already; per unit of time
     */
    public Symbol growthRate() {
        return growthRate;
    }

    /**
     * What changes in the medium.
     *
     * @return the symbols of the concentrations, in the order of the setup
     */
    public List<Symbol> medium() {
        return medium;
    }
}
