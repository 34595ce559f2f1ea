package org.kindling.app;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an ensemble says of each reaction and species.
 *
 * @param model the id of the model
 * @param members how many members were summarised
 * @param reactions the reactions of the model, in its order
 * @param species the species of the model, in its order
 */
public record NetworkProfile(String model, int members, List<Element> reactions, List<Element> species) {

    /** Copies the lists. */
    public NetworkProfile {
        reactions = List.copyOf(reactions);
        species = List.copyOf(species);
    }

    /**
     * A reaction or a species. Spreads are distances between quartiles; what does not apply is left out.
     *
     * <p>Of a reaction: {@code flux}, of the reference state; {@code log10 Vmax median} and {@code log10 Vmax spread}, of the constant
     * that its law is proportional to; {@code log10 K median} and {@code log10 K spread}, means over its saturation constants;
     * {@code own flux control}, the median of its enzyme's coefficient on its own flux; {@code flux control strength}, the mean size of
     * its enzyme's coefficients on all fluxes, each counting 1 at most; {@code control of R median} and {@code control of R spread}, of
     * its enzyme on the flux of the reaction in focus.
     *
     * <p>Of a species: {@code concentration}, of the reference state; {@code log10 K median} and {@code log10 K spread}, means over the
     * saturation constants that are its own; {@code strongest control}, the median coefficient of the enzyme that controls its
     * concentration most; {@code control by R median} and {@code control by R spread}, of the enzyme of the reaction in focus.
     *
     * @param id the SBML id
     * @param numbers the figures by the name of their column
     * @param words {@code strongest controller}, of a species: the reaction whose enzyme that is
     */
    public record Element(String id, Map<String, Double> numbers, Map<String, String> words) {

        /** Copies the maps, keeping their order. */
        public Element {
            numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
            words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
        }
    }
}
