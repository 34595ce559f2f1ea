package org.kindling.generators.spectral;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.apache.commons.rng.UniformRandomProvider;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.dynamics.SpectralGradient;
import org.kindling.dynamics.Spectrum;
import org.kindling.generators.spectral.FastestSet.Descent;
import org.kindling.generators.spectral.FastestSet.Origin;
import org.kindling.numerics.NonsmoothDescent;
import org.kindling.sampling.Progress;
import org.kindling.sampling.RandomStreams;
import org.kindling.sampling.WorkerThreads;

/**
 * Looks for the parameter set whose slowest mode is the fastest: descents of the spectral abscissa by its exact gradient, some
 * from the prior, then generations of others from the best set so far, perturbed. What a descent does depends on the seed and
 * its index alone.
 *
 * <p>A set moves in \( w \) with \( u_k = b \tanh(w_k / b) \), which keeps it in the box \( |u_k| &lt; b \) and is nearly u
 * itself where the prior has its mass. At a minimum several modes are equally slow, so that the abscissa has a kink there;
 * {@link NonsmoothDescent} is made for these. A soft maximum of falling softness led the same starts to worse minima.
 */
public final class FastestSearch {

    private static final long PURPOSE = 0x46415354L; // "FAST" in ASCII

    /** Descents meet ties all the time, where central differences would cost hundreds of times what a slope costs. */
    private static final SpectralGradient.Options ALONG_TIES =
            new SpectralGradient.Options(0, 1, SpectralGradient.Ties.ONE_SIDE);

    /** A coordinate so near to the end of the box, beside its width, lies at it. */
    private static final double AT_BOX = 0.01;

    /**
     * How far and how long is searched.
     *
     * @param jacobians how many Jacobians may be spent
     * @param starts descents in each generation
     * @param generations generations; the first begins at the prior, the others at the best set, perturbed
     * @param box the bound b of the coordinates: 12 leaves 1 prior draw in 80,000 outside at either end, and beyond it an
     *     elasticity changes by less than 1e-5
     * @param perturbation the scale of the logistic noise that perturbs the best set; 1 is that of the prior
     */
    public record Options(long jacobians, int starts, int generations, double box, double perturbation) {

        /** Chosen on two E. coli networks; docs/benchmarks.md has the numbers. */
        public static final Options DEFAULT = new Options(8_000, 4, 4, 12, 0.3);

        /**
         * Creates options.
         *
         * @throws IllegalArgumentException if one is out of range
         */
        public Options {
            if (!(starts >= 1
                    && generations >= 1
                    && jacobians >= (long) starts * generations
                    && box > 0
                    && perturbation > 0)) {
                throw new IllegalArgumentException(
                        "There must be at least one start, generation and Jacobian for each, "
                                + "and box and perturbation must be positive: " + starts + ", " + generations + ", "
                                + jacobians
                                + ", " + box + " and " + perturbation + ".");
            }
        }

        private long share() {
            return jacobians / ((long) starts * generations);
        }
    }

    private final JacobianFunction jacobian;
    private final SpectralGradient gradient;
    private final Options options;
    private final int threads;

    private FastestSearch(JacobianFunction jacobian, Options options, int threads) {
        this.jacobian = jacobian;
        this.gradient = SpectralGradient.of(jacobian, ALONG_TIES);
        this.options = options;
        this.threads = threads;
    }

    /**
     * A search.
     *
     * @param jacobian the Jacobian as a function of the parameters, at the reference state
     * @param options how far and how long
     * @param threads how many threads work; the result does not depend on it
     * @return the search
     * @throws IllegalArgumentException unless there is a thread
     */
    public static FastestSearch of(JacobianFunction jacobian, Options options, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("There must be at least one thread, not " + threads + ".");
        }
        return new FastestSearch(jacobian, options, threads);
    }

    /** Where a descent ended, with its coordinates, which count for nothing else than the next generation. */
    private static final class Point {

        private final Descent descent;
        private final double[] u;

        Point(Descent descent, double[] u) {
            this.descent = descent;
            this.u = u;
        }

        double abscissa() {
            return descent.abscissa();
        }
    }

    /**
     * Searches.
     *
     * @param seed the seed
     * @param progress told how many Jacobians are spent, after each descent
     * @return the best set, and where each descent ended
     * @throws InterruptedException if the calling thread is interrupted
     */
    public FastestSet run(long seed, Progress progress) throws InterruptedException {
        RandomStreams streams = RandomStreams.of(seed, PURPOSE);
        List<Point> points = new ArrayList<>();
        try (WorkerThreads crew = WorkerThreads.of(threads)) {
            ExecutorService executor = crew.executor();
            double[] centre = new double[jacobian.space().dimension()];
            for (int generation = 0; generation < options.generations(); generation++) {
                points.addAll(generation(executor, streams, generation, centre, progress));
                centre = best(points).u;
            }
        }
        return result(points);
    }

    private List<Point> generation(
            ExecutorService executor, RandomStreams streams, int generation, double[] centre, Progress progress)
            throws InterruptedException {
        List<Future<Point>> tasks = new ArrayList<>();
        for (int start = 0; start < options.starts(); start++) {
            long index = (long) generation * options.starts() + start;
            Callable<Point> task = () -> descend(streams.stream(index), generation, centre);
            tasks.add(executor.submit(task));
        }
        List<Point> points = new ArrayList<>();
        long descents = (long) options.starts() * options.generations();
        for (Future<Point> task : tasks) {
            points.add(result(task));
            long done = (long) generation * options.starts() + points.size();
            progress.at(done * options.share(), descents * options.share());
        }
        return points;
    }

    private static Point result(Future<Point> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A descent failed.", failure.getCause());
        }
    }

    private Point descend(UniformRandomProvider random, int generation, double[] centre) throws InterruptedException {
        double[] w = new double[centre.length];
        double scale = generation == 0 ? 1 : options.perturbation();
        for (int k = 0; k < w.length; k++) {
            double share = random.nextDouble(Double.MIN_NORMAL, 1);
            w[k] = unbounded(centre[k]) + scale * Math.log(share / (1 - share));
        }
        SpectralGradient.Worker worker = gradient.worker(1);
        double[] u = new double[w.length];
        double[] abscissa = new double[1];
        NonsmoothDescent.Outcome outcome = NonsmoothDescent.of(options.share())
                .minimise(
                        (x, slope) -> {
                            if (Thread.interrupted()) {
                                throw new InterruptedException("while descending");
                            }
                            bounded(x, u);
                            worker.gradients(u, 0, 1, abscissa, slope);
                            for (int k = 0; k < u.length; k++) {
                                slope[k] *= 1 - u[k] * u[k] / (options.box() * options.box());
                            }
                            return abscissa[0];
                        },
                        w);
        bounded(w, u);
        return new Point(
                new Descent(
                        generation == 0 ? Origin.PRIOR : Origin.PERTURBED,
                        outcome.value(),
                        outcome.evaluations() + worker.differences(),
                        outcome.status()),
                u);
    }

    private void bounded(double[] w, double[] u) {
        for (int k = 0; k < w.length; k++) {
            u[k] = options.box() * Math.tanh(w[k] / options.box());
        }
    }

    /** The inverse of that, kept off the ends, from which no descent would come back. */
    private double unbounded(double u) {
        double share = Math.max(-1 + AT_BOX, Math.min(1 - AT_BOX, u / options.box()));
        return options.box() / 2 * Math.log((1 + share) / (1 - share));
    }

    private static Point best(List<Point> points) {
        Point best = points.get(0);
        for (Point point : points) {
            best = point.abscissa() < best.abscissa() ? point : best;
        }
        return best;
    }

    private FastestSet result(List<Point> points) {
        double[] u = best(points).u;
        double[] values = new double[u.length];
        jacobian.space().values(u, values, 1);
        double abscissa = jacobian.spectrum(values).map(Spectrum::abscissa).orElse(Double.POSITIVE_INFINITY);
        List<Descent> descents = points.stream().map(point -> point.descent).toList();
        return new FastestSet(
                abscissa,
                Arrays.stream(u).boxed().toList(),
                descents,
                descents.stream().mapToLong(Descent::jacobians).sum(),
                (int) Arrays.stream(u)
                        .filter(coordinate -> Math.abs(coordinate) > (1 - AT_BOX) * options.box())
                        .count());
    }
}
