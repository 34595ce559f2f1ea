package org.kindling.app;

import java.nio.file.Path;
import java.util.Optional;
import org.kindling.copasi.ComparisonOptions;
import org.kindling.copasi.CopasiOptions;
import org.kindling.copasi.EngineKind;
import org.kindling.copasi.EngineOptions;
import org.kindling.copasi.Marks;
import org.kindling.ensemble.MemberSelection;
import org.kindling.simulation.Tolerances;

/**
 * What is compared with COPASI.
 *
 * @param subject a run folder, or a model file, which counts as one member
 * @param members which members of the run
 * @param engine the way to run COPASI; where empty, the first that is found
 * @param engines where COPASI is looked for
 * @param copasi how many of its processes, within which limits
 * @param study what is simulated
 * @param marks the deviations at which the comparison passes
 */
public record CompareOptions(
        Path subject,
        MemberSelection members,
        Optional<EngineKind> engine,
        EngineOptions engines,
        CopasiOptions copasi,
        Study study,
        Marks marks) {

    /**
     * What is simulated.
     *
     * @param perturbation the factor by which species are disturbed at most
     * @param seed the seed of the disturbances
     * @param duration how long; where empty an hour, or 1 in a model that does not say how long its unit of time is
     * @param points how many times are compared, evenly spaced after the start
     * @param tolerances of both sides
     * @param search whether COPASI searches for steady states of its own
     */
    public record Study(
            double perturbation,
            long seed,
            Optional<TimeSpan> duration,
            int points,
            Tolerances tolerances,
            ComparisonOptions.Search search) {

        /** Species between half and double, an hour at 60 times, nine digits. */
        public static final Study DEFAULT =
                new Study(2, 1, Optional.empty(), 60, Tolerances.TIGHT, ComparisonOptions.Search.ASKED);

        /**
         * Creates a study.
         *
         * @throws IllegalArgumentException if the factor is below 1, or there is no time to compare
         */
        public Study {
            if (!(perturbation >= 1 && Double.isFinite(perturbation))) {
                throw new IllegalArgumentException("A perturbation is a factor from 1 on, not " + perturbation + ".");
            }
            if (points < 1) {
                throw new IllegalArgumentException("There must be at least one time to compare, not " + points + ".");
            }
        }
    }
}
