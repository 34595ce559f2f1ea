package org.kindling.generators;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.kindling.generators.nn.FastPerceptron;
import org.kindling.generators.nn.MatrixProducts;
import org.kindling.sampling.RandomStreams;

/**
 * The time in which the RENAISSANCE network decodes sets, and that of its products of matrices alone. Arguments: {@code SETS
 * THREADS [SIZES...]}.
 */
public final class PerceptronSpeed {

    private static final int BATCH = 1_024;

    private PerceptronSpeed() {}

    public static void main(String[] arguments) throws InterruptedException {
        int sets = Integer.parseInt(arguments[0]);
        int threads = Integer.parseInt(arguments[1]);
        List<Integer> sizes = arguments.length > 2
                ? IntStream.range(2, arguments.length)
                        .mapToObj(k -> Integer.valueOf(arguments[k]))
                        .toList()
                : List.of(128, 256, 512, 1024, 384);
        PerceptronShape shape = new PerceptronShape(sizes);
        float[] weights = new float[shape.count()];
        for (int k = 0; k < weights.length; k++) {
            weights[k] = (float) (Math.sin(k) / Math.sqrt(shape.widest()));
        }
        PerceptronGenerator plain = PerceptronGenerator.of(shape, weights);
        FastPerceptron fast = FastPerceptron.of(plain);
        int batches = sets / BATCH / threads;
        for (int repeat = 0; repeat < 2; repeat++) {
            // The first is for the compiler.
            int some = repeat == 0 ? Math.max(1, batches / 20) : batches;
            double bare = seconds(threads, some, () -> products(shape));
            double decoded = seconds(threads, some, () -> decoding(fast));
            double plainly = seconds(threads, Math.max(1, some / 20), () -> decoding(plain));
            if (repeat == 1) {
                double scale = (double) sets / BATCH / threads / batches;
                System.out.println("sets,threads,products_seconds,fast_seconds,plain_seconds");
                System.out.printf(
                        Locale.ROOT,
                        "%d,%d,%.1f,%.1f,%.1f%n",
                        sets,
                        threads,
                        bare * scale,
                        decoded * scale,
                        plainly * scale * batches / Math.max(1, batches / 20));
            }
        }
    }

    private static Runnable decoding(Generator generator) {
        Generator.Decoder decoder = generator.decoder();
        double[] latents = new double[BATCH * generator.latents()];
        double[] coordinates = new double[BATCH * generator.dimension()];
        generator.latent().draw(RandomStreams.of(1, 1).stream(0), latents, 0, latents.length);
        return () -> decoder.decode(latents, coordinates, BATCH);
    }

    private static Runnable products(PerceptronShape shape) {
        List<float[]> neurons =
                shape.sizes().stream().map(size -> new float[BATCH * size]).toList();
        List<float[]> matrices = IntStream.range(0, shape.layers())
                .mapToObj(layer -> new float[shape.inputs(layer) * shape.outputs(layer)])
                .toList();
        return () -> {
            for (int layer = 0; layer < shape.layers(); layer++) {
                MatrixProducts.product(
                        neurons.get(layer),
                        matrices.get(layer),
                        neurons.get(layer + 1),
                        BATCH,
                        shape.inputs(layer),
                        shape.outputs(layer));
            }
        };
    }

    private static double seconds(int threads, int batches, Supplier<Runnable> work) throws InterruptedException {
        List<Thread> workers = IntStream.range(0, threads)
                .mapToObj(thread -> {
                    Runnable batch = work.get();
                    return new Thread(() -> {
                        for (int k = 0; k < batches; k++) {
                            batch.run();
                        }
                    });
                })
                .toList();
        long start = System.nanoTime();
        workers.forEach(Thread::start);
        for (Thread worker : workers) {
            worker.join();
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
