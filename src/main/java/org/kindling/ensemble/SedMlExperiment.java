package org.kindling.ensemble;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A simulation experiment: the same time course of a base model and its members, with concentrations reported and some
 * of them plotted.
 *
 * @param level level and version of SBML that all models have
 * @param models the models, at least one
 * @param species the species reported, at least one
 * @param plotted identifiers of the species plotted
 * @param timeCourse what is simulated
 */
public record SedMlExperiment(
        SbmlLevel level, List<Model> models, List<Species> species, Set<String> plotted, TimeCourse timeCourse) {

    /** Without underscores, so that identifiers made of a model's and a species' are all different. */
    private static final Pattern MODEL_ID = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    private static final Pattern SID = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /**
     * Checks that there is something to simulate and to show, and copies the lists.
     *
     * @throws IllegalArgumentException if a list is empty, or a plotted species is not reported
     */
    public SedMlExperiment {
        models = List.copyOf(models);
        species = List.copyOf(species);
        plotted = Set.copyOf(plotted);
        if (models.isEmpty() || species.isEmpty() || plotted.isEmpty()) {
            throw new IllegalArgumentException(models.size() + " models, " + species.size() + " species, "
                    + plotted.size() + " plotted: expected at least one of each");
        }
        for (String id : plotted) {
            if (species.stream().noneMatch(each -> each.id().equals(id))) {
                throw new IllegalArgumentException("plotted species " + id + ": expected one of those reported");
            }
        }
    }

    /**
     * A model.
     *
     * @param id identifier in the experiment: a letter, then letters and digits, as {@code base} or {@code m0001}
     * @param source where its file is, relative to the experiment's
     */
    public record Model(String id, String source) {

        /**
         * Checks the identifier.
         *
         * @throws IllegalArgumentException if it has other characters
         */
        public Model {
            if (!MODEL_ID.matcher(id).matches()) {
                throw new IllegalArgumentException("model " + id + ": expected a letter, then letters and digits");
            }
        }
    }

    /**
     * A species to be reported as a concentration.
     *
     * @param id its identifier in the models
     * @param amountIn its compartment if the models count it in amounts (hasOnlySubstanceUnits), then divided by
     */
    public record Species(String id, Optional<String> amountIn) {

        /**
         * Checks the identifiers.
         *
         * @throws IllegalArgumentException if one is none of SBML
         */
        public Species {
            requireSid(id);
            amountIn.ifPresent(SedMlExperiment::requireSid);
        }
    }

    /**
     * A time course from time zero, with equal steps of output.
     *
     * @param end where it ends, in the models' unit of time
     * @param intervals steps of output, one less than points
     * @param relativeTolerance of the integrator
     * @param absoluteTolerance of the integrator, in the models' units
     */
    public record TimeCourse(double end, int intervals, double relativeTolerance, double absoluteTolerance) {

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if one is not positive and finite
         */
        public TimeCourse {
            requirePositive("end", end);
            requirePositive("intervals", intervals);
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
