package org.kindling.generators;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.kindling.dynamics.Criterion;
import org.kindling.sampling.RandomStreams;

/** Valid sets of the prior, found by drawing until there are enough; kept in a file, since at 1 % this takes minutes. */
final class RejectionReference {

    private static final int BATCH = 1_000;

    private final long drawn;
    private final double[] coordinates;

    private RejectionReference(long drawn, double[] coordinates) {
        this.drawn = drawn;
        this.coordinates = coordinates;
    }

    /** Reads the sets from a file if it is there, else draws and writes them. */
    static RejectionReference of(Path file, SpectralPool pool, Criterion criterion, int sets)
            throws IOException, InterruptedException {
        if (!Files.exists(file)) {
            draw(pool, criterion, sets).write(file);
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            long drawn = in.readLong();
            double[] coordinates = new double[in.readInt()];
            for (int place = 0; place < coordinates.length; place++) {
                coordinates[place] = in.readDouble();
            }
            return new RejectionReference(drawn, coordinates);
        }
    }

    private void write(Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeLong(drawn);
            out.writeInt(coordinates.length);
            for (double coordinate : coordinates) {
                out.writeDouble(coordinate);
            }
        }
    }

    private static RejectionReference draw(SpectralPool pool, Criterion criterion, int sets)
            throws InterruptedException {
        int dimension = pool.jacobian().space().dimension();
        double[] found = new double[sets * dimension];
        double[] u = new double[BATCH * dimension];
        double[] abscissa = new double[BATCH];
        long drawn = 0;
        int valid = 0;
        for (long batch = 0; valid < sets; batch++) {
            Latent.LOGISTIC.draw(RandomStreams.of(99, 7).stream(batch), u, 0, u.length);
            pool.abscissae(u, BATCH, abscissa);
            for (int set = 0; set < BATCH && valid < sets; set++, drawn++) {
                if (abscissa[set] < 0 && criterion.accepts(abscissa[set], 0)) {
                    System.arraycopy(u, set * dimension, found, valid * dimension, dimension);
                    valid++;
                }
            }
        }
        return new RejectionReference(drawn, found);
    }

    /** The share of the prior that is valid. */
    double mass(int dimension) {
        return (double) sets(dimension) / drawn;
    }

    int sets(int dimension) {
        return coordinates.length / dimension;
    }

    double[] coordinates() {
        return coordinates.clone();
    }

    /** The mean variance of a coordinate over the sets. */
    double meanVariance(int dimension) {
        double[] means = means(dimension);
        double sum = 0;
        for (int place = 0; place < coordinates.length; place++) {
            double apart = coordinates[place] - means[place % dimension];
            sum += apart * apart;
        }
        return sum / coordinates.length;
    }

    double[] means(int dimension) {
        double[] means = new double[dimension];
        for (int place = 0; place < coordinates.length; place++) {
            means[place % dimension] += coordinates[place] / sets(dimension);
        }
        return means;
    }

    /** The effective rank of the first sets. */
    double effectiveRank(int dimension, int sets) {
        return Populations.effectiveRank(Arrays.copyOf(coordinates, sets * dimension), dimension);
    }
}
