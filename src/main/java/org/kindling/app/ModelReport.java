package org.kindling.app;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What there is to know of a model before anything is drawn: what it holds, what can vary, whether its state is steady and
 * stable, and what is ignored. The components, those of the first three parts unwrapped, are the keys of
 * {@code kindling info --json}.
 *
 * @param network the size of the network
 * @param dynamics the spectrum at the reference state
 * @param remarks what is ignored, questionable, or a trap for other tools
 * @param referenceState the reference state
 * @param parameters how many parameters have each role
 * @param parameterTable every parameter
 */
public record ModelReport(
        @JsonUnwrapped Network network,
        @JsonUnwrapped Dynamics dynamics,
        @JsonUnwrapped Remarks remarks,
        State referenceState,
        Map<String, Integer> parameters,
        List<ParameterEntry> parameterTable) {

    /**
     * The size of the network.
     *
     * @param model the id of the model
     * @param release the SBML level and version of the file, such as {@code L3V1}
     * @param compartments the number of compartments
     * @param species the number of species
     * @param dynamicSpecies how many quantities reactions or rate rules change
     * @param independentSpecies how many of those the conserved moieties leave independent
     * @param reactions the number of reactions
     * @param conserved the conserved moieties
     */
    public record Network(
            String model,
            String release,
            int compartments,
            int species,
            int dynamicSpecies,
            int independentSpecies,
            int reactions,
            @JsonUnwrapped Conserved conserved) {}

    /**
     * What is conserved, and the units of the model.
     *
     * @param moieties the number of conserved moieties
     * @param moietyCompositions each moiety as the coefficients of the amounts that it adds up
     * @param timeUnit the unit of time
     * @param concentrationUnit the unit of concentrations
     */
    public record Conserved(
            int moieties, List<Map<String, Double>> moietyCompositions, String timeUnit, String concentrationUnit) {}

    /**
     * The spectrum at the reference state.
     *
     * @param lambdaMax the spectral abscissa, unit 1 / time; absent if there is no spectrum
     * @param lambdaMin the real part of the fastest mode, unit 1 / time; absent if there is no spectrum
     * @param stable whether the state is stable; absent if that is undecided or there is no spectrum
     * @param stability the same in words
     */
    @JsonInclude(Include.NON_ABSENT)
    public record Dynamics(
            Optional<Double> lambdaMax, Optional<Double> lambdaMin, Optional<Boolean> stable, String stability) {}

    /**
     * Remarks on the file.
     *
     * @param ignored what plays no part in the mathematics, and why; it is written back all the same
     * @param warnings what is questionable, and how it is understood
     * @param largeCoefficients the reactions with stoichiometric coefficients so large that other tools go wrong on them,
     *     with the largest
     */
    public record Remarks(List<String> ignored, List<String> warnings, Map<String, Double> largeCoefficients) {}

    /**
     * The reference state.
     *
     * @param steady whether it is steady
     * @param maxRelativeResidual the largest net rate beside its turnover
     * @param worstSpecies the species that has it; empty if nothing changes
     * @param conflict why sampling would refuse the state; empty if it would not
     * @param reachedBy by which way a search for the steady state reached it, in words; empty if none was asked for
     */
    public record State(
            boolean steady, double maxRelativeResidual, String worstSpecies, String conflict, String reachedBy) {}

    /**
     * A parameter.
     *
     * @param id its address
     * @param role its role
     * @param value its value at the reference state
     * @param species the species whose saturation it sets; empty for other roles
     * @param varies whether sampling varies it
     * @param reason why it has its role, or why it does not vary
     */
    public record ParameterEntry(String id, String role, double value, String species, boolean varies, String reason) {}
}
