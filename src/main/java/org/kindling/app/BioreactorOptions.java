package org.kindling.app;

import java.nio.file.Path;
import java.util.Optional;
import org.kindling.ensemble.MemberSelection;

/**
 * Which fermentations are simulated.
 *
 * @param source a run folder, or the file of a model
 * @param setup the YAML file that says what grows, in what
 * @param measured the table of measured curves, if there is one
 * @param members which members of a run
 * @param relativeTolerance how exact the time courses are asked to be, from 1e-14 to 0.1
 * @param threads how many threads work at it; the result does not depend on them
 */
public record BioreactorOptions(
        Path source,
        Path setup,
        Optional<Path> measured,
        MemberSelection members,
        double relativeTolerance,
        int threads) {}
