package org.kindling.app;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.kindling.analysis.PopulationDivergence;
import org.kindling.dynamics.Criterion;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.generators.FreshSample;
import org.kindling.generators.Generator;
import org.kindling.generators.GeneratorSource;
import org.kindling.generators.rekindle.CheckpointJudge;
import org.kindling.numerics.PrincipalComponents;
import org.kindling.sampling.Population;
import org.kindling.sampling.Progress;
import org.kindling.sampling.Screen;

/** Judges checkpoints by sets that nobody else draws with the seed, and compares them with the valid ones of a population. */
final class PopulationJudge implements CheckpointJudge {

    /** Valid sets of the population that checkpoints are compared with; more cost time and change little. */
    private static final int REFERENCE = 10_000;

    private final JacobianFunction jacobian;
    private final FreshSample sample;
    private final int sets;
    private final long seed;
    private final double[] reference;
    private final double referenceRank;

    private PopulationJudge(JacobianFunction jacobian, FreshSample sample, int sets, long seed, double[] reference) {
        this.jacobian = jacobian;
        this.sample = sample;
        this.sets = sets;
        this.seed = seed;
        this.reference = reference;
        int size = Math.min(reference.length, sets * jacobian.space().dimension());
        this.referenceRank = rank(Arrays.copyOf(reference, size));
    }

    /**
     * A judge.
     *
     * @param screen labels the sets
     * @param threads how many threads label
     * @param sets how many sets are drawn each time
     * @param seed the seed of the training
     * @param population what the sets are compared with
     */
    static PopulationJudge of(Screen screen, int threads, int sets, long seed, Population population) {
        Criterion criterion = screen.criterion();
        int[] valid = IntStream.range(0, population.size())
                .filter(set -> population.valid(set, criterion))
                .limit(REFERENCE)
                .toArray();
        return new PopulationJudge(
                screen.jacobian(),
                FreshSample.of(screen, threads),
                sets,
                seed,
                population.rows(valid).coordinates());
    }

    @Override
    public Judgement judge(Generator generator) throws InterruptedException {
        GeneratorSource source = GeneratorSource.choosing(generator, jacobian.space(), seed);
        FreshSample.Outcome outcome = sample.judge(source, sets, Progress.NONE);
        double[] coordinates = new double[sets * generator.dimension()];
        source.coordinates(0, coordinates, sets);
        double[] weights = new double[sets];
        Arrays.fill(weights, 1);
        return new Judgement(
                sets,
                Math.toIntExact(outcome.valid()),
                outcome.medianAbscissa(),
                PopulationDivergence.of(coordinates, weights, reference).mean(),
                rank(coordinates) / referenceRank);
    }

    private double rank(double... coordinates) {
        int width = jacobian.space().dimension();
        double[][] points = new double[coordinates.length / width][];
        for (int set = 0; set < points.length; set++) {
            points[set] = Arrays.copyOfRange(coordinates, set * width, (set + 1) * width);
        }
        return PrincipalComponents.of(points).effectiveRank();
    }
}
