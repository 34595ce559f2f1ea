package org.kindling.ensemble;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.kindling.ensemble.ModelChange.Meaning;
import org.kindling.expression.Operation;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.network.Species;

/**
 * A simulation experiment: the same time course of a base model and its members, with some of their quantities reported
 * and some of those plotted.
 *
 * @param level level and version of SBML that all models have
 * @param models the models, at least one
 * @param quantities the quantities reported, at least one
 * @param plotted identifiers of the quantities plotted
 * @param timeCourse what is simulated
 */
public record SedMlExperiment(
        SbmlLevel level, List<Model> models, List<Quantity> quantities, Set<String> plotted, TimeCourse timeCourse) {

    /** Without underscores, so that identifiers made of a model's and a species' are all different. */
    private static final Pattern MODEL_ID = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    private static final Pattern SID = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /**
     * Checks that there is something to simulate and to show, and copies the lists.
     *
     * @throws IllegalArgumentException if a list is empty, or a plotted quantity is not reported
     */
    public SedMlExperiment {
        models = List.copyOf(models);
        quantities = List.copyOf(quantities);
        plotted = Set.copyOf(plotted);
        if (models.isEmpty() || quantities.isEmpty() || plotted.isEmpty()) {
            throw new IllegalArgumentException(models.size() + " models, " + quantities.size() + " quantities, "
                    + plotted.size() + " plotted: expected at least one of each");
        }
        for (String id : plotted) {
            if (quantities.stream().noneMatch(each -> each.id().equals(id))) {
                throw new IllegalArgumentException("plotted quantity " + id + ": expected one of those reported");
            }
        }
    }

    /** Which element of SBML a quantity is. */
    public enum Kind {
        /** A species. */
        SPECIES,
        /** A compartment. */
        COMPARTMENT,
        /** A parameter, global or local. */
        PARAMETER,
        /** A reaction, which stands for its rate. */
        REACTION;

        private static Kind of(KineticModel model, String id) {
            if (model.species(id).isPresent()) {
                return SPECIES;
            }
            if (model.parameter(id).isPresent()) {
                return PARAMETER;
            }
            return model.reaction(id).isPresent() ? REACTION : COMPARTMENT;
        }
    }

    /**
     * A model.
     *
     * @param id identifier in the experiment: a letter, then letters and digits, as {@code base} or {@code m0001}
     * @param source where its file is, relative to the experiment's
     * @param changes what is set in it
     */
    public record Model(String id, String source, List<Change> changes) {

        /**
         * Checks the identifier, and copies the list.
         *
         * @throws IllegalArgumentException if it has other characters
         */
        public Model {
            changes = List.copyOf(changes);
            if (!MODEL_ID.matcher(id).matches()) {
                throw new IllegalArgumentException("model " + id + ": expected a letter, then letters and digits");
            }
        }

        /**
         * A model as it is in its file.
         *
         * @param id identifier in the experiment
         * @param source where its file is
         */
        public Model(String id, String source) {
            this(id, source, List.of());
        }
    }

    /**
     * A value that a quantity is given at the start.
     *
     * @param kind what the quantity is
     * @param change the quantity and its value
     */
    public record Change(Kind kind, ModelChange change) {

        /**
         * A change in the form that the file gives the value in.
         *
         * @param model the model
         * @param symbol a parameter, compartment or species
         * @param value its value, in the unit of its symbol
         * @return the change: of a species' amount where the file gives that, else of its concentration
         */
        public static Change of(KineticModel model, Symbol symbol, double value) {
            Kind kind = Kind.of(model, symbol.name());
            if (kind != Kind.SPECIES) {
                return new Change(kind, new ModelChange(symbol, Meaning.VALUE, value));
            }
            Species species = model.species(symbol.name()).orElseThrow();
            // The reader makes a quotient of an amount, and a product of a concentration, where the symbol means the
            // other.
            boolean isOther = model.rules().initial().get(symbol) instanceof Operation;
            double volume = Objects.requireNonNull(model.initialValues().get(new Symbol(species.compartment())));
            boolean isAmount = species.amountOnly() != isOther;
            double factor = isAmount == species.amountOnly() ? 1 : isAmount ? volume : 1 / volume;
            Meaning meaning = isAmount ? Meaning.AMOUNT : Meaning.CONCENTRATION;
            return new Change(kind, new ModelChange(symbol, meaning, value * factor));
        }
    }

    /**
     * A quantity to be reported, a species as its concentration.
     *
     * @param id its identifier in the models
     * @param kind what it is
     * @param amountIn the compartment of a species that the models count in amounts (hasOnlySubstanceUnits), by whose size
     *     it is divided
     */
    public record Quantity(String id, Kind kind, Optional<String> amountIn) {

        /**
         * Checks the identifiers.
         *
         * @throws IllegalArgumentException if one is none of SBML
         */
        public Quantity {
            requireSid(id);
            amountIn.ifPresent(SedMlExperiment::requireSid);
        }

        /**
         * A quantity of a model.
         *
         * @param model the model
         * @param id the id of a species, global parameter, compartment or reaction
         * @return what is reported of it
         */
        public static Quantity of(KineticModel model, String id) {
            Optional<String> amountIn =
                    model.species(id).filter(Species::amountOnly).map(Species::compartment);
            return new Quantity(id, Kind.of(model, id), amountIn);
        }
    }

    /** An integrator, as the Kinetic Simulation Algorithm Ontology calls it. */
    public enum Algorithm {
        /** Adams and backward differentiation methods with switching, which most simulators have. */
        LSODA("KISAO:0000560"),
        /** Implicit Runge-Kutta methods on Radau points, which Kindling uses itself. */
        RADAU("KISAO:0000304");

        private final String kisao;

        Algorithm(String kisao) {
            this.kisao = kisao;
        }

        String kisao() {
            return kisao;
        }
    }

    /**
     * A time course from time zero, with equal steps of output.
     *
     * @param start the first time of the output, in the models' unit of time
     * @param end where it ends
     * @param intervals steps of output, one less than points
     * @param solver how it is integrated
     */
    public record TimeCourse(double start, double end, int intervals, Solver solver) {

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if the times do not rise from zero, or there is no step
         */
        public TimeCourse {
            requirePositive("end", end);
            requirePositive("intervals", intervals);
            if (!(start >= 0 && start < end)) {
                throw new IllegalArgumentException("start " + start + ": expected a number from 0 to " + end);
            }
        }
    }

    /**
     * How a time course is integrated.
     *
     * @param algorithm the integrator
     * @param relativeTolerance its relative tolerance
     * @param absoluteTolerance its absolute tolerance, in the models' units
     */
    public record Solver(Algorithm algorithm, double relativeTolerance, double absoluteTolerance) {

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if one is not positive and finite
         */
        public Solver {
            requirePositive("relative tolerance", relativeTolerance);
            requirePositive("absolute tolerance", absoluteTolerance);
        }
    }

    private static void requireSid(String id) {
        if (!SID.matcher(id).matches()) {
            throw new IllegalArgumentException("identifier " + id + ": expected letters, digits and underscores");
        }
    }

    private static void requirePositive(String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(what + " " + value + ": expected a positive number");
        }
    }
}
