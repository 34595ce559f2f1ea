package org.kindling.generators.rekindle;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.openblas.global.openblas;
import org.kindling.dynamics.Criterion;
import org.kindling.generators.Latent;
import org.kindling.generators.nn.MatrixProducts;
import org.kindling.network.KineticModel;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sampling.Population;
import org.kindling.sampling.RandomStreams;
import org.kindling.sbml.SbmlReader;

/**
 * What an epoch of adversarial training costs beside the arithmetic of its matrix products at the rate of this machine: processor
 * time of one thread, the best of some repeats in turn, so that other work on the machine cancels.
 */
public final class EpochFloor {

    private static final int REPEATS = 6;
    private static final int SETS = 10_240;
    private static final int BATCH = 1_024;
    private static final int ORDER = 1_024;

    /** A product for the result and one each for the derivatives by weights and by inputs, two operations for each factor. */
    private static final double FORWARD = 2;

    private static final double BOTH_WAYS = 6;

    private EpochFloor() {}

    /**
     * Measures.
     *
     * @param arguments the model
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static void main(String[] arguments) throws InterruptedException {
        openblas.blas_set_num_threads(1);
        KineticModel model = SbmlReader.read(Path.of(arguments[0])).kinetics();
        ParameterSpace space = ParameterSpace.of(ParameterRoles.of(model), ReferenceState.of(model));
        Population population = population(space);
        for (AdversarialMethod method : AdversarialMethod.values()) {
            AdversarialTraining training = AdversarialTraining.of(
                    LabelledFeatures.of(population, Criterion.abscissaBelow(-9), method, method.width(population)),
                    generator -> new CheckpointJudge.Judgement(1, 1, 0, 0, 1),
                    new AdversarialTraining.Options(method, 1_000, BATCH, 1_000),
                    1,
                    Optional.empty(),
                    Optional.empty());
            training.advance();
            double[] rate = new double[REPEATS];
            double[] epoch = new double[REPEATS];
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                rate[repeat] = -productRate();
                double start = processorTime();
                training.advance();
                epoch[repeat] = processorTime() - start;
            }
            double floor = operations(method, space.dimension()) / -least(rate);
            System.out.printf(
                    Locale.ROOT,
                    "%s: an epoch of 72,000 sets takes %.2f s of processor time, its products %.2f s at %.1f GFlop/s: %.2f times%n",
                    method.word(),
                    least(epoch) * 72_000 / SETS,
                    floor * 72_000 / SETS,
                    -least(rate) / 1e9,
                    least(epoch) / floor);
        }
    }

    private static double least(double... numbers) {
        return Arrays.stream(numbers).min().orElseThrow();
    }

    private static Population population(ParameterSpace space) {
        double[] coordinates = new double[SETS * space.dimension()];
        Latent.LOGISTIC.draw(RandomStreams.of(1, 1).stream(0), coordinates, 0, coordinates.length);
        double[] abscissae = new double[SETS];
        for (int set = 0; set < SETS; set++) {
            abscissae[set] = set % 2 == 0 ? -10 : -1;
        }
        return Population.of(space, coordinates, abscissae, abscissae.clone(), abscissae.clone());
    }

    /** Of an epoch: half a batch through the generator, the double through the discriminator, and half a batch through both. */
    private static double operations(AdversarialMethod method, int dimension) {
        double generator = weights(method.latents(dimension) + 1, 128, 256, 512, dimension);
        double discriminator = weights(dimension + 1, 32, 64, 128, 1);
        double guide = method.guided() ? weights(dimension, 256, 128, 1) : 0;
        double rows = BATCH / 2.0;
        double step = rows
                * (generator * (FORWARD + BOTH_WAYS)
                        + discriminator * (2 * BOTH_WAYS + BOTH_WAYS)
                        + guide * 2 * BOTH_WAYS);
        return step * SETS / BATCH;
    }

    private static double weights(int... sizes) {
        double weights = 0;
        for (int layer = 1; layer < sizes.length; layer++) {
            weights += (double) sizes[layer - 1] * sizes[layer];
        }
        return weights;
    }

    /** Operations a second of a large product. */
    private static double productRate() {
        float[] a = new float[ORDER * ORDER];
        float[] c = new float[ORDER * ORDER];
        Arrays.fill(a, 1);
        double start = processorTime();
        for (int k = 0; k < 5; k++) {
            MatrixProducts.product(a, a, c, ORDER, ORDER, ORDER);
        }
        return 5 * 2.0 * ORDER * ORDER * ORDER / (processorTime() - start);
    }

    /** Of this thread, in seconds. */
    private static double processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }
}
