package org.kindling.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindling.expression.Symbol;
import org.kindling.network.InitialValues;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.Calibration;
import org.kindling.parameters.ParameterRoles;

/**
 * A table of reference states of one network, a row each: columns {@code state}, {@code x.<species>}, {@code v.<reaction>} and
 * {@code lnGamma.<reaction>}. What has no column keeps its value in the model.
 */
final class StateTable {

    /** A row: its name and the state. */
    record NamedState(String name, ReferenceState state) {}

    private final InputTables.Source source;
    private final ParameterRoles roles;
    private final ReferenceState file;
    private final InitialValues initial;
    private final Map<Integer, Symbol> species = new LinkedHashMap<>();
    private final Map<Integer, String> fluxes = new LinkedHashMap<>();
    private final Map<Integer, String> displacements = new LinkedHashMap<>();

    private StateTable(InputTables.Source source, ParameterRoles roles) {
        this.source = source;
        this.roles = roles;
        this.file = ReferenceState.of(roles.model());
        List<String> columns = source.table().columns();
        for (int column = 0; column < columns.size(); column++) {
            assign(column, columns.get(column));
        }
        this.initial = InitialValues.of(roles.model(), Set.copyOf(species.values()));
    }

    /**
     * Reads all states of a table.
     *
     * @throws InputException if a column names something that the model lacks, or a state is not steady or contradicts its laws
     */
    static List<NamedState> read(Path file, ParameterRoles roles) {
        StateTable table = new StateTable(InputTables.source(file), roles);
        List<NamedState> states = new ArrayList<>();
        for (int row = 0; row < table.source.table().rows().size(); row++) {
            states.add(table.state(row));
        }
        if (states.isEmpty()) {
            throw new InputException(file.toString(), "has no row", "give at least one state");
        }
        return states;
    }

    private void assign(int column, String name) {
        KineticModel model = roles.model();
        if (name.startsWith("x.") && model.species(name.substring(2)).isPresent()) {
            species.put(column, new Symbol(name.substring(2)));
        } else if (name.startsWith("v.") && model.reaction(name.substring(2)).isPresent()) {
            fluxes.put(column, name.substring(2));
        } else if (name.startsWith("lnGamma.")
                && model.reaction(name.substring(8)).isPresent()) {
            displacements.put(column, name.substring(8));
        } else if (!name.equals("state")) {
            throw new InputException(
                    source.file() + ", column " + name,
                    "the model has no such species or reaction",
                    "name columns state, x.<species>, v.<reaction>, lnGamma.<reaction>");
        }
    }

    private NamedState state(int row) {
        Map<Symbol, Double> concentrations = new LinkedHashMap<>();
        species.forEach((column, symbol) -> concentrations.put(symbol, source.number(row, column)));
        Map<String, Double> flux = new LinkedHashMap<>();
        fluxes.forEach((column, reaction) -> flux.put(reaction, source.number(row, column)));
        Map<String, Double> lnGamma = new LinkedHashMap<>();
        displacements.forEach((column, reaction) -> lnGamma.put(reaction, source.number(row, column)));
        String name = source.text(row, source.column("state"));
        ReferenceState state;
        try {
            state = Calibration.withDisplacements(
                    roles, file.at(initial, concentrations).withFluxes(flux), lnGamma);
            Calibration.check(roles, state);
        } catch (InputException refused) {
            throw source.refused(row, String.valueOf(refused.getMessage()), "correct or remove the row");
        }
        if (!state.steady()) {
            throw source.refused(row, "the state is not steady", "its fluxes must balance");
        }
        return new NamedState(name.isEmpty() ? Integer.toString(row) : name, state);
    }
}
