package org.kindling.sbml;

import java.util.List;
import java.util.Map;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;

/**
 * A model as SBML Level 3 Version 1 for other programs to compute with: the mathematics, in the plainest form, and nothing
 * else. It is written from the {@link KineticModel}, not from the file (see docs/decisions/0012-exchange-model.md).
 *
 * <ul>
 *   <li>Every local parameter is a global one, named {@link #idOf}: some tools rename local ones.
 *   <li>Reactions with large coefficients are scaled, see {@link StoichiometryScaling} and {@link #fluxFactor}.
 *   <li>Function definitions are expanded. Every value at the start is a number, so that all of them can be set; whoever
 *       changes a value sets those that depend on it too, see {@link KineticModel#initialValues(Map)}.
 *   <li>The numbers are the model's own. They stand as moles, litres and seconds, whatever the file's units are, since
 *       some tools cannot count particles without units.
 *   <li>The id of the model, which is its name too, is different for different documents.
 * </ul>
 *
 * Immutable.
 */
public final class ExchangeModel {

    private final String text;
    private final Map<String, String> promoted;
    private final StoichiometryScaling scaling;

    private ExchangeModel(KineticModel model) {
        this.scaling = StoichiometryScaling.of(model);
        ExchangeWriter writer = new ExchangeWriter(model, scaling);
        this.promoted = Map.copyOf(writer.promoted());
        this.text = SbmlText.of(writer.document());
    }

    /**
     * The copy of a model.
     *
     * @param model the model
     * @return its copy
     * @throws InputException if a formula is too long when function definitions are expanded
     */
    public static ExchangeModel of(KineticModel model) {
        return new ExchangeModel(model);
    }

    /**
     * The document.
     *
     * @return SBML Level 3 Version 1, to be encoded in UTF-8
     */
    public String text() {
        return text;
    }

    /**
     * The id by which the document calls a quantity.
     *
     * @param symbol a symbol of the model
     * @return its id: for a local parameter {@code R1.k} one like {@code R1__k}, for all else its name
     */
    public String idOf(Symbol symbol) {
        return promoted.getOrDefault(symbol.name(), symbol.name());
    }

    /**
     * What a flux in the document is multiplied by to give the flux in the model.
     *
     * @param reaction the id of a reaction
     * @return a power of two; 1 for a reaction that is not scaled
     */
    public double fluxFactor(String reaction) {
        return 1 / scaling.factor(reaction);
    }

    /**
     * The reactions whose flux is not the model's.
     *
     * @return their ids in the order of the model
     */
    public List<String> scaledReactions() {
        return scaling.scalable();
    }
}
