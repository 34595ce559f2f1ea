package org.kindling.simulation;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindling.network.KineticModel;
import org.kindling.sbml.SbmlReader;

/** Times one simulation of each published model that has reference courses, at the default tolerance, after warming up. */
public final class PublishedModelsSpeed {

    private static final int RUNS = 60;

    private PublishedModelsSpeed() {}

    /**
     * Prints the processor time of one simulation of each model, and the median over models.
     *
     * @param arguments the folder of the models
     * @throws IOException if a file cannot be read
     * @throws InterruptedException if the thread is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Double> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        try (PrintStream out =
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            for (TrajectoriesReferenceTest.Published row : TrajectoriesReferenceTest.published()) {
                if (seen.add(row.model())) {
                    KineticModel model =
                            SbmlReader.read(Path.of(arguments[0], row.model())).kinetics();
                    EmbeddedSimulator simulator = EmbeddedSimulator.of(model);
                    TimeGrid grid = TimeGrid.even(row.start(), row.end(), row.rows() - 1);
                    double milliseconds = milliseconds(simulator, new Experiment(Map.of(), grid, Tolerances.DEFAULT));
                    all.add(milliseconds);
                    out.printf("%-60s %8.3f ms%n", row.model(), milliseconds);
                }
            }
            Collections.sort(all);
            out.printf("median of %d models: %.3f ms%n", all.size(), all.get(all.size() / 2));
        }
    }

    private static double milliseconds(EmbeddedSimulator simulator, Experiment experiment) throws InterruptedException {
        List<Double> times = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            simulator.simulate(experiment);
            times.add((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e6);
        }
        List<Double> warm = times.subList(RUNS / 2, RUNS);
        Collections.sort(warm);
        return warm.get(warm.size() / 2);
    }
}
