package org.kindling.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kindling.expression.Constant;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Symbol;
import org.kindling.network.Compartment;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.network.Parameter;
import org.kindling.network.Reaction;
import org.kindling.network.Rules;
import org.kindling.network.Species;

/** Adds a reactor to the model of a cell, and refuses a setup that does not fit. */
final class BioreactorBuilder {

    private final KineticModel cell;
    private final BioreactorSetup setup;
    private final Symbol biomass;
    private final Symbol growthRate;

    BioreactorBuilder(KineticModel cell, BioreactorSetup setup) {
        this.cell = cell;
        this.setup = setup;
        this.biomass = unused("biomass");
        this.growthRate = unused("growth_rate");
    }

    Symbol biomass() {
        return biomass;
    }

    Symbol growthRate() {
        return growthRate;
    }

    KineticModel build() {
        setup.medium().keySet().forEach(this::checkMedium);
        setup.clamped().keySet().forEach(this::checkClamped);
        Map<Symbol, Expression> assignments = new LinkedHashMap<>(cell.rules().assignments());
        Map<Symbol, Expression> rates = new LinkedHashMap<>(cell.rules().rates());
        Map<Symbol, Expression> initial = new LinkedHashMap<>(cell.rules().initial());
        assignments.put(growthRate, growth());
        rates.put(biomass, Expressions.product(growthRate, biomass));
        initial.put(biomass, new Constant(setup.biomass()));
        Expression cellsPerVolume = cellsPerVolume();
        setup.medium().forEach((species, concentration) -> {
            rates.put(new Symbol(species), Expressions.product(cellsPerVolume, released(species)));
            initial.put(new Symbol(species), new Constant(concentration));
        });
        setup.clamped()
                .forEach((species, concentration) ->
                        concentration.ifPresent(value -> initial.put(new Symbol(species), new Constant(value))));
        List<Parameter> parameters = new ArrayList<>(cell.parameters());
        parameters.add(added(biomass, "biomass"));
        parameters.add(added(growthRate, "specific growth rate"));
        return KineticModel.of(
                cell.id(),
                cell.units(),
                new KineticModel.Elements(cell.compartments(), species(), parameters, cell.reactions()),
                new Rules(assignments, rates, initial));
    }

    private Symbol unused(String name) {
        Set<Symbol> used = new LinkedHashSet<>(cell.rules().initial().keySet());
        Stream.of(
                        cell.species().stream().map(Species::symbol),
                        cell.compartments().stream().map(Compartment::symbol),
                        cell.parameters().stream().map(Parameter::symbol),
                        cell.reactions().stream().map(Reaction::symbol))
                .flatMap(symbols -> symbols)
                .forEach(used::add);
        Symbol symbol = new Symbol(name);
        for (int number = 2; used.contains(symbol); number++) {
            symbol = new Symbol(name + "_" + number);
        }
        return symbol;
    }

    private static Parameter added(Symbol symbol, String name) {
        return new Parameter(symbol.name(), name, Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    private void checkMedium(String id) {
        Species species = known("medium", id);
        if (species.amountOnly()) {
            throw refused("medium, " + id, "the model gives it as an amount", "clamp it, or leave it out");
        }
        if (cell.reactions().stream().noneMatch(reaction -> takesPart(reaction, id))) {
            throw refused("medium, " + id, "no reaction makes or takes it", "clamp it, or leave it out");
        }
    }

    private void checkClamped(String id) {
        known("clamped", id);
        if (setup.medium().containsKey(id)) {
            throw refused("clamped, " + id, "it is in the medium too", "keep one of the two");
        }
    }

    private Species known(String key, String id) {
        Species species = cell.species(id)
                .orElseThrow(() -> refused(key + ", " + id, "the model has no such species", "correct the id"));
        Rules rules = cell.rules();
        if (rules.assignments().containsKey(species.symbol()) || rules.rates().containsKey(species.symbol())) {
            throw refused(key + ", " + id, "a rule of the model determines it", "leave it out");
        }
        return species;
    }

    private static boolean takesPart(Reaction reaction, String species) {
        return Stream.concat(reaction.reactants().stream(), reaction.products().stream())
                .anyMatch(participant -> participant.species().equals(species));
    }

    private Expression growth() {
        BioreactorSetup.Growth growth = setup.growth();
        Reaction reaction = cell.reaction(growth.reaction())
                .orElseThrow(() ->
                        refused("growth, " + growth.reaction(), "the model has no such reaction", "correct the id"));
        return Expressions.product(new Constant(ratePerFlux(growth)), reaction.symbol());
    }

    private double ratePerFlux(BioreactorSetup.Growth growth) {
        if (growth instanceof BioreactorSetup.Growth.PerFlux known) {
            return known.factor();
        }
        double rate = ((BioreactorSetup.Growth.AtReference) growth).rate();
        double flux = cell.initialValues().getOrDefault(new Symbol(growth.reaction()), Double.NaN);
        double factor = rate / flux;
        if (!Double.isFinite(factor)) {
            throw refused(
                    "growth, " + growth.reaction(),
                    "its flux at the reference state is " + flux,
                    "give rate_per_flux instead of reference_rate");
        }
        return factor;
    }

    /** Litres of cells per litre of reactor, over the volume of the cells that the model describes. */
    private Expression cellsPerVolume() {
        List<Expression> sizes = cellCompartments().stream()
                .map(id -> (Expression) new Symbol(id))
                .toList();
        Expression described = Expressions.product(new Constant(setup.density()), Expressions.sum(sizes));
        return Expressions.quotient(biomass, described);
    }

    private List<String> cellCompartments() {
        Set<String> outside = setup.medium().keySet().stream()
                .map(id -> cell.species(id).orElseThrow().compartment())
                .collect(Collectors.toSet());
        List<String> named = setup.cell().isEmpty()
                ? cell.compartments().stream()
                        .filter(compartment -> compartment.dimensions() == 3 && !outside.contains(compartment.id()))
                        .map(Compartment::id)
                        .toList()
                : setup.cell();
        if (named.isEmpty()) {
            throw refused(
                    "cell",
                    "every compartment holds a species of the medium",
                    "name the compartments of the cell, as in `cell: [c]`");
        }
        Map<Symbol, Double> sizes = cell.initialValues();
        for (String id : named) {
            if (cell.compartments().stream()
                    .noneMatch(compartment -> compartment.id().equals(id))) {
                throw refused("cell, " + id, "the model has no such compartment", "correct the id");
            }
            if (!(sizes.getOrDefault(new Symbol(id), 0.0) > 0)) {
                throw refused("cell, " + id, "it has no size", "give it one in the model");
            }
        }
        return named;
    }

    /** The amount of a species that all reactions together make in a unit of time. */
    private Expression released(String id) {
        Species species = cell.species(id).orElseThrow();
        List<Expression> terms = new ArrayList<>();
        for (Reaction reaction : cell.reactions()) {
            reaction.products().forEach(product -> addTerm(terms, reaction, product, species, 1));
            reaction.reactants().forEach(reactant -> addTerm(terms, reaction, reactant, species, -1));
        }
        return Expressions.sum(terms);
    }

    private static void addTerm(
            List<Expression> terms, Reaction reaction, Reaction.Participant participant, Species species, int sign) {
        if (participant.species().equals(species.id())) {
            List<Expression> factors =
                    new ArrayList<>(List.of(new Constant(sign), participant.stoichiometry(), reaction.symbol()));
            species.conversionFactor().ifPresent(factors::add);
            terms.add(Expressions.product(factors));
        }
    }

    private List<Species> species() {
        return cell.species().stream()
                .map(species -> setup.medium().containsKey(species.id())
                        ? with(species, false)
                        : setup.clamped().containsKey(species.id()) ? with(species, true) : species)
                .toList();
    }

    /** A species that reactions no longer change by themselves. */
    private static Species with(Species species, boolean constant) {
        return new Species(
                species.id(),
                species.name(),
                species.compartment(),
                true,
                constant,
                species.amountOnly(),
                species.conversionFactor());
    }

    private static InputException refused(String element, String problem, String remedy) {
        return new InputException("bioreactor setup, " + element, problem, remedy);
    }
}
