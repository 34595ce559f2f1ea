package org.kindling.copasi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.kindling.dynamics.Spectrum;
import org.kindling.simulation.TimeGrid;
import org.kindling.simulation.Tolerances;

/**
 * A COPASI that knows one model, A and B that turn into each other at rates k A and k B, and solves it in closed form; k = 13
 * kills it, and k = 17 takes too long.
 */
final class FakeCopasi {

    /** The model that it knows. */
    static final String MODEL = """
            compartment cell = 1
            species A in cell = 2
            species B in cell = 1
            parameter k = 0.5
            reaction R: A -> B; k*A
            reaction Q: B -> A; k*B
            """;

    private final AtomicInteger started = new AtomicInteger();
    private final double error;
    private final String unreadable;

    private FakeCopasi(double error, String unreadable) {
        this.error = error;
        this.unreadable = unreadable;
    }

    /** One whose time courses are too high by a share of the tolerance asked for. */
    static FakeCopasi withError(double error) {
        return new FakeCopasi(error, "");
    }

    /** One that cannot read the model. */
    static FakeCopasi unableToRead(String reason) {
        return new FakeCopasi(0, reason);
    }

    Engine engine() {
        return Engine.of(EngineKind.PYTHON, "fake", "nowhere", limits -> {
            started.incrementAndGet();
            return new Worker();
        });
    }

    /** How many workers were started. */
    int started() {
        return started.get();
    }

    private final class Worker implements CopasiWorker {

        private boolean alive = true;

        @Override
        public void load(String sbml) throws WorkerFailure {
            if (!unreadable.isEmpty()) {
                throw new WorkerFailure(WorkerFailure.Kind.REFUSED, unreadable);
            }
        }

        @Override
        public RecordedCourse course(Map<String, Double> values, TimeGrid grid, Tolerances tolerances)
                throws WorkerFailure {
            double k = values.getOrDefault("k", 0.5);
            fail(k == 13, WorkerFailure.Kind.DIED, "crash");
            fail(k == 17, WorkerFailure.Kind.OUT_OF_TIME, "too long");
            double[][] rows = new double[grid.size()][];
            double a = values.getOrDefault("A", 2.0);
            double b = values.getOrDefault("B", 1.0);
            for (int row = 0; row < rows.length; row++) {
                double half = (a + b) / 2;
                double exact = half + (a - half) * Math.exp(-2 * k * grid.time(row));
                double found = exact * (1 + error * tolerances.relative());
                rows[row] = new double[] {a + b - found, found};
            }
            return RecordedCourse.of(List.of("B", "A"), rows, "");
        }

        private void fail(boolean now, WorkerFailure.Kind kind, String reason) throws WorkerFailure {
            if (now) {
                alive = false;
                throw new WorkerFailure(kind, reason);
            }
        }

        @Override
        public CopasiSimulator.Spectra spectra(Map<String, Double> values) {
            double k = values.getOrDefault("k", 0.5);
            return new CopasiSimulator.Spectra(
                    Spectrum.of(new double[] {1e-9, -2 * k}, new double[2]),
                    Spectrum.of(new double[] {-2 * k}, new double[1]),
                    Optional.of(Spectrum.of(new double[] {-2.1 * k}, new double[1])));
        }

        @Override
        public Rest steadyState(Map<String, Double> values) {
            double half = (values.getOrDefault("A", 2.0) + values.getOrDefault("B", 1.0)) / 2;
            return new Rest(true, Map.of("A", half, "B", half));
        }

        @Override
        public boolean alive() {
            return alive;
        }

        @Override
        public void close() {
            alive = false;
        }
    }
}
