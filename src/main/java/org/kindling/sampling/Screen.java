package org.kindling.sampling;

import org.kindling.dynamics.Criterion;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.dynamics.SpectrumSolver;
import org.kindling.dynamics.Stability;

/** Labels parameter sets by the spectrum of their Jacobian: which are stable, and which meet a criterion. */
public final class Screen {

    /** Sets evaluated at a time: large enough that interpreting the tape costs nothing beside its arithmetic. */
    static final int LANES = 64;

    /** One set in so many has its eigenpair checked in extended precision. */
    static final int SELF_CHECK_INTERVAL = 256;

    private final JacobianFunction jacobian;
    private final Criterion criterion;

    private Screen(JacobianFunction jacobian, Criterion criterion) {
        this.jacobian = jacobian;
        this.criterion = criterion;
    }

    /**
     * A screen.
     *
     * @param jacobian the Jacobian as a function of the parameters
     * @param criterion what a valid set must meet, besides being stable
     * @return the screen
     */
    public static Screen of(JacobianFunction jacobian, Criterion criterion) {
        return new Screen(jacobian, criterion);
    }

    /**
     * How many of the first sets of a sequence have their eigenpair checked in extended precision.
     *
     * @param sets how many sets there are
     * @return how many of them are checked, where they have a spectrum
     */
    public static long selfChecks(long sets) {
        return (sets + SELF_CHECK_INTERVAL - 1) / SELF_CHECK_INTERVAL;
    }

    /**
     * The Jacobian that is examined.
     *
     * @return the function
     */
    public JacobianFunction jacobian() {
        return jacobian;
    }

    /**
     * The criterion.
     *
     * @return what a valid set must meet
     */
    public Criterion criterion() {
        return criterion;
    }

    /**
     * A new worker, which owns its buffers.
     *
     * @return the worker
     */
    public Worker worker() {
        return new Worker();
    }

    /** Labels batches. Not thread-safe: one worker, one thread. */
    public final class Worker {

        private final JacobianFunction.Worker evaluation = jacobian.worker(LANES);
        private final SpectrumSolver solver = SpectrumSolver.ofOrder(jacobian.order());
        private final double[] matrix = new double[jacobian.order() * jacobian.order()];

        private Worker() {}

        /**
         * Labels consecutive sets.
         *
         * @param first the index of the first set
         * @param values the sets row by row, shape [sets, parameters]; the batch keeps the array
         * @param sets how many there are
         * @return the labelled batch
         */
        public ScreenedBatch label(long first, double[] values, int sets) {
            ScreenedBatch batch = new ScreenedBatch(first, sets, values);
            for (int start = 0; start < sets; start += LANES) {
                int lanes = Math.min(LANES, sets - start);
                evaluation.evaluate(values, start, lanes);
                for (int lane = 0; lane < lanes; lane++) {
                    label(batch, start + lane, lane);
                }
            }
            return batch;
        }

        private void label(ScreenedBatch batch, int set, int lane) {
            if (!evaluation.jacobian(lane, matrix)) {
                batch.label(set, Double.NaN, Double.NaN, Verdict.INFEASIBLE);
                return;
            }
            if (!solver.solve(matrix)) {
                batch.label(set, Double.NaN, Double.NaN, Verdict.UNSOLVED);
                return;
            }
            batch.label(set, solver.abscissa(), solver.smallestReal(), verdict());
            boolean decided = Stability.of(solver.abscissa(), solver.smallestReal()) != Stability.UNDECIDED;
            if (decided && (batch.first() + set) % SELF_CHECK_INTERVAL == 0) {
                solver.relativeError(matrix).ifPresent(batch::checked);
            }
        }

        private Verdict verdict() {
            if (Stability.of(solver.abscissa(), solver.smallestReal()) != Stability.STABLE) {
                return Verdict.UNSTABLE;
            }
            return criterion.accepts(solver.abscissa(), solver.smallestReal()) ? Verdict.VALID : Verdict.STABLE;
        }
    }
}
