package org.kindling.generators;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Figures of a round of training. Jacobians are counted whatever they were spent on.
 *
 * @param round the number of the round, from 1
 * @param jacobians how many Jacobians were evaluated up to now, over all rounds
 * @param valid how many of the evaluated sets met the criterion
 * @param evaluated how many sets of the generator this round evaluated
 * @param medianAbscissa the median spectral abscissa of these sets, unit 1 / time; 0 if there was none
 * @param loss the quantity that the training lowers; its unit depends on the training
 * @param further what else the training tells of this round, by name; files that were written before there was any are read as
 *     without
 */
public record TrainingFigures(
        long round,
        long jacobians,
        int valid,
        int evaluated,
        double medianAbscissa,
        double loss,
        @JsonSetter(nulls = Nulls.AS_EMPTY) Map<String, Double> further) {

    /** Copies the map. */
    public TrainingFigures {
        further = Collections.unmodifiableMap(new LinkedHashMap<>(further));
    }

    /**
     * Figures of a training that tells nothing else.
     *
     * @param round the number of the round, from 1
     * @param jacobians how many Jacobians were evaluated up to now, over all rounds
     * @param valid how many of the evaluated sets met the criterion
     * @param evaluated how many sets of the generator this round evaluated
     * @param medianAbscissa the median spectral abscissa of these sets, unit 1 / time; 0 if there was none
     * @param loss the quantity that the training lowers; its unit depends on the training
     */
    public TrainingFigures(long round, long jacobians, int valid, int evaluated, double medianAbscissa, double loss) {
        this(round, jacobians, valid, evaluated, medianAbscissa, loss, Map.of());
    }
}
