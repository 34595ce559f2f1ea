package org.kindling.generators;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kindling.dynamics.Criterion;
import org.kindling.parameters.Bounds;
import org.kindling.parameters.Coordinate;
import org.kindling.parameters.MeasuredConstant;
import org.kindling.parameters.ParameterRole;
import org.kindling.parameters.RoleMapping;

/**
 * What a generator's file says of itself: {@code generator.json}. Its components are the keys of the document. It holds no times
 * and no paths, so that the same training gives the same bytes.
 *
 * @param formatVersion the version of this form
 * @param program the program that wrote it, with its version
 * @param shape what kind of generator it is
 * @param network the fingerprint of the network that it draws for, {@link org.kindling.parameters.NetworkHash}
 * @param parameters the parameters of a set, in the order of the coordinates
 * @param roles the roles that the user gave to parameters, by address
 * @param training how it was trained
 * @param fresh what fresh sets of it were found to be
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GeneratorRecord(
        int formatVersion,
        String program,
        Shape shape,
        String network,
        List<ParameterEntry> parameters,
        Map<String, RoleEntry> roles,
        TrainingEntry training,
        FreshSample.Outcome fresh) {

    /** The version of the form that this program writes. */
    public static final int FORMAT_VERSION = 1;

    /** Copies the collections. */
    public GeneratorRecord {
        parameters = List.copyOf(parameters);
        roles = Collections.unmodifiableMap(new LinkedHashMap<>(roles));
    }

    /**
     * What kind of generator it is.
     *
     * @param family its family
     * @param latent the distribution of the latent numbers
     * @param latents how many latent numbers make a set
     */
    public record Shape(String family, Latent latent, int latents) {

        /**
         * The shape of a generator.
         *
         * @param generator the generator
         * @return its shape
         */
        public static Shape of(Generator generator) {
            return new Shape(generator.family(), generator.latent(), generator.latents());
        }
    }

    /**
     * A parameter that a set has.
     *
     * @param address its address
     * @param species the species whose saturation it sets, if it sets one
     * @param lower the least value, where a range was measured
     * @param upper the largest value, where a range was measured
     * @param mean the geometric mean, where one was measured
     * @param deviationLog10 the standard deviation of the decimal logarithm, where a mean was measured
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record ParameterEntry(
            String address,
            Optional<String> species,
            Optional<Double> lower,
            Optional<Double> upper,
            Optional<Double> mean,
            Optional<Double> deviationLog10) {

        /**
         * The entry of a coordinate.
         *
         * @param coordinate the axis
         * @return the entry
         */
        public static ParameterEntry of(Coordinate coordinate) {
            Optional<Bounds> range = coordinate
                    .measured()
                    .filter(MeasuredConstant.Range.class::isInstance)
                    .map(measured -> ((MeasuredConstant.Range) measured).bounds());
            Optional<MeasuredConstant.Estimate> estimate = coordinate
                    .measured()
                    .filter(MeasuredConstant.Estimate.class::isInstance)
                    .map(MeasuredConstant.Estimate.class::cast);
            return new ParameterEntry(
                    coordinate.address(),
                    coordinate.parameter().species(),
                    range.map(Bounds::lower).filter(Double::isFinite),
                    range.map(Bounds::upper).filter(Double::isFinite),
                    estimate.map(MeasuredConstant.Estimate::mean),
                    estimate.map(MeasuredConstant.Estimate::deviationLog10));
        }

        /**
         * What was known of the parameter.
         *
         * @return the measured constant, if there was one
         */
        public Optional<MeasuredConstant> measured() {
            if (mean.isPresent()) {
                return Optional.of(new MeasuredConstant.Estimate(mean.get(), deviationLog10.orElseThrow()));
            }
            return lower.isEmpty() && upper.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new MeasuredConstant.Range(
                            new Bounds(lower.orElse(0.0), upper.orElse(Double.POSITIVE_INFINITY))));
        }
    }

    /**
     * A role that the user gave.
     *
     * @param role the role in lower case
     * @param species the species whose saturation the parameter sets, if it is one
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record RoleEntry(String role, Optional<String> species) {

        /**
         * The entry of a mapping.
         *
         * @param mapping the role as given
         * @return the entry
         */
        public static RoleEntry of(RoleMapping mapping) {
            return new RoleEntry(mapping.role().label(), mapping.species());
        }

        /**
         * The mapping.
         *
         * @return the role as it was given
         * @throws IllegalArgumentException if there is no such role
         */
        public RoleMapping mapping() {
            return new RoleMapping(ParameterRole.valueOf(role.toUpperCase(Locale.ROOT)), species);
        }
    }

    /**
     * How a generator was trained.
     *
     * @param method the way of training
     * @param options everything that decides its outcome
     * @param seed the seed of all its random numbers
     * @param criterion what a valid set must meet
     * @param jacobians how many Jacobians the training took
     * @param rounds the figures of every round
     */
    public record TrainingEntry(
            String method,
            Map<String, Object> options,
            long seed,
            Goal criterion,
            long jacobians,
            List<TrainingFigures> rounds) {

        /** Copies the collections. */
        public TrainingEntry {
            options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
            rounds = List.copyOf(rounds);
        }
    }

    /**
     * What a valid set must meet.
     *
     * @param words the criterion in words
     * @param highestLambdaMax the spectral abscissa must not exceed this, unit 1 / time
     * @param lowestLambdaMax the spectral abscissa must not be below this; absent if there is no such bound
     * @param lowestLambdaMin no real part may be below this; absent if there is no such bound
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Goal(
            String words, double highestLambdaMax, Optional<Double> lowestLambdaMax, Optional<Double> lowestLambdaMin) {

        /**
         * The goal that a criterion sets.
         *
         * @param criterion the criterion
         * @param words the same in words
         * @return the goal
         */
        public static Goal of(Criterion criterion, String words) {
            return new Goal(
                    words,
                    criterion.highestAbscissa(),
                    Optional.of(criterion.lowestAbscissa()).filter(Double::isFinite),
                    Optional.of(criterion.lowestReal()).filter(Double::isFinite));
        }

        /**
         * The criterion.
         *
         * @return what a valid set must meet
         */
        public Criterion criterion() {
            return new Criterion(
                    lowestLambdaMax.orElse(Double.NEGATIVE_INFINITY),
                    highestLambdaMax,
                    lowestLambdaMin.orElse(Double.NEGATIVE_INFINITY));
        }
    }
}
