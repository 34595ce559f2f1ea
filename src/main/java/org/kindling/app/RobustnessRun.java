package org.kindling.app;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.kindling.ensemble.AtomicFolder;
import org.kindling.ensemble.AtomicFolder.Existing;
import org.kindling.network.InputException;
import org.kindling.network.ModelUnits;
import org.kindling.sampling.Progress;
import org.kindling.simulation.PerturbationResponses;
import org.kindling.simulation.Robustness;
import org.kindling.simulation.TimeGrid;
import org.kindling.simulation.Tolerances;

/** One run of {@code robustness}: computes everything, then writes the folder whole. */
final class RobustnessRun {

    /** Times of the curves, besides those asked for: enough to see their bends. */
    private static final int CURVE_TIMES = 42;

    /** Time courses that are kept whole: as many lines as a figure can show. */
    private static final int TRAJECTORIES = 60;

    /** The absolute tolerance beside the relative one, as that of the defaults. */
    private static final double ABSOLUTE_TO_RELATIVE = Tolerances.DEFAULT.absolute() / Tolerances.DEFAULT.relative();

    private RobustnessRun() {}

    static RobustnessSummary run(RobustnessOptions options, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        if (!output.force() && Files.exists(output.folder())) {
            throw exists(output.folder());
        }
        long begin = System.nanoTime();
        RobustnessSubject subject = RobustnessSubject.of(options.subject(), options.members());
        double[] times = times(options, subject.model().units());
        TimeGrid grid = grid(times);
        Robustness study = Robustness.of(
                subject.model(),
                subject.state(),
                new Robustness.Options(
                        options.factors(),
                        options.perturbations(),
                        grid,
                        new Tolerances(options.relativeTolerance(), options.relativeTolerance() * ABSOLUTE_TO_RELATIVE),
                        options.seed(),
                        TRAJECTORIES));
        PerturbationResponses responses = study.run(subject.ids().size(), subject::values, options.threads(), progress);
        List<Integer> rows = IntStream.range(0, grid.size())
                .filter(row -> IntStream.range(0, times.length).anyMatch(k -> times[k] == grid.time(row)))
                .boxed()
                .toList();
        Path folder = write(output, new RobustnessFiles.Content(options, output, subject, responses, rows));
        return new RobustnessSummary(
                folder,
                responses.members(),
                options.perturbations(),
                rows.stream()
                        .map(row -> RobustnessSummary.Returned.of(grid.time(row), responses.share(row)))
                        .toList(),
                responses.failures(),
                subject.model().units().time(),
                (System.nanoTime() - begin) / 1e9);
    }

    private static double[] times(RobustnessOptions options, ModelUnits units) {
        return options.times().stream()
                .mapToDouble(time -> time.in(units))
                .sorted()
                .distinct()
                .toArray();
    }

    /** The times asked for, and others evenly spaced up to the last of them. */
    private static TimeGrid grid(double... asked) {
        double end = asked[asked.length - 1];
        TreeSet<Double> times = new TreeSet<>();
        for (double time : asked) {
            times.add(time);
        }
        for (int k = 0; k < CURVE_TIMES; k++) {
            times.add(end * k / CURVE_TIMES);
        }
        return TimeGrid.at(times.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Path write(OutputOptions output, RobustnessFiles.Content content)
            throws IOException, InterruptedException {
        Existing existing = output.force() ? Existing.REPLACE : Existing.REFUSE;
        AtomicFolder folder = AtomicFolder.of(output.folder(), RobustnessFiles.MARKER);
        try {
            // There is nothing to resume: what a killed process may have left is in the way.
            RobustnessFiles.write(folder.begin(Existing.REPLACE), content);
            return folder.complete(existing);
        } catch (FileAlreadyExistsException taken) {
            throw exists(output.folder());
        } catch (ClosedByInterruptException closed) {
            Thread.interrupted();
            folder.discard();
            InterruptedException interrupted = new InterruptedException("while writing");
            interrupted.initCause(closed);
            throw interrupted;
        }
    }

    private static InputException exists(Path output) {
        return new InputException(
                "output " + output, "is there already", "choose another one with -o, or replace it with --force");
    }
}
