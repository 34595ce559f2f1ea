package org.kindling.simulation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A batch fermentation: what grows, in what.
 *
 * @param growth how fast biomass grows
 * @param biomass the biomass at the start, gDW per litre of reactor
 * @param density the biomass in the volume that the model describes, gDW per litre of cell
 * @param medium what the medium holds at the start and reactions change, by species: concentrations in the model's unit
 * @param clamped species that keep one concentration, such as oxygen in a reactor that is sparged, with that
 *     concentration where it is not the model's
 * @param cell the compartments that make up the cell; empty for all that hold no species of the medium
 */
public record BioreactorSetup(
        Growth growth,
        double biomass,
        double density,
        Map<String, Double> medium,
        Map<String, Optional<Double>> clamped,
        List<String> cell) {

    /**
     * Checks the numbers and copies the collections, which keep their order.
     *
     * @throws IllegalArgumentException if a number is out of its range, or the medium is empty
     */
    public BioreactorSetup {
        medium = Collections.unmodifiableMap(new LinkedHashMap<>(medium));
        clamped = Collections.unmodifiableMap(new LinkedHashMap<>(clamped));
        cell = List.copyOf(cell);
        requireAtLeast0("biomass", biomass);
        if (!(density > 0 && Double.isFinite(density))) {
            throw new IllegalArgumentException("density is " + density + ", but must be a positive number");
        }
        if (medium.isEmpty()) {
            throw new IllegalArgumentException("medium is empty, but must name what the cells take up or excrete");
        }
        medium.forEach(BioreactorSetup::requireAtLeast0);
        clamped.forEach((species, value) -> value.ifPresent(number -> requireAtLeast0(species, number)));
    }

    private static void requireAtLeast0(String name, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(name + " is " + value + ", but must be a number from 0 on");
        }
    }

    /** What the specific growth rate is proportional to: the flux of one reaction. */
    public sealed interface Growth {

        /**
         * The reaction.
         *
         * @return its id
         */
        String reaction();

        /**
         * Growth by a known factor.
         *
         * @param reaction the reaction that makes biomass
         * @param factor the specific growth rate, per unit of time, over the rate of the reaction as its law gives it, extent
         *     per time
         */
        record PerFlux(String reaction, double factor) implements Growth {

            /**
             * Checks the factor.
             *
             * @throws IllegalArgumentException if it is not a finite number
             */
            public PerFlux {
                if (!Double.isFinite(factor)) {
                    throw new IllegalArgumentException("rate_per_flux is " + factor + ", but must be a finite number");
                }
            }
        }

        /**
         * Growth of known speed at the model's initial state.
         *
         * @param reaction the reaction that makes biomass
         * @param rate the specific growth rate there, per unit of time of the model
         */
        record AtReference(String reaction, double rate) implements Growth {

            /**
             * Checks the rate.
             *
             * @throws IllegalArgumentException if it is not a positive number
             */
            public AtReference {
                if (!(rate > 0 && Double.isFinite(rate))) {
                    throw new IllegalArgumentException("reference_rate is " + rate + ", but must be a positive number");
                }
            }
        }
    }
}
