package org.kindling.sampling;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.kindling.parameters.Coordinate;
import org.kindling.parameters.ParameterSpace;

/**
 * Draws parameter sets from the prior: each constant independently, saturations uniformly in their range (ORACLE).
 *
 * <p>Set number \( k \) of a seed is always the same set, whatever was drawn before and on whichever thread.
 *
 * <p>Source: L. Wang, I. Birol, V. Hatzimanikatis, Biophys. J. 87, 3750 (2004), doi:10.1529/biophysj.104.048090.
 */
public final class OracleSampler implements SetSource {

    private static final long PURPOSE = 0x4F5241434C45L; // "ORACLE" in ASCII

    private final List<Coordinate> coordinates;
    private final RandomStreams streams;

    private OracleSampler(List<Coordinate> coordinates, RandomStreams streams) {
        this.coordinates = coordinates;
        this.streams = streams;
    }

    /**
     * A sampler of a space.
     *
     * @param space the parameters and their priors
     * @param seed the seed
     * @return the sampler
     */
    public static OracleSampler of(ParameterSpace space, long seed) {
        return new OracleSampler(space.coordinates(), RandomStreams.of(seed, PURPOSE));
    }

    @Override
    public void draw(long first, double[] values, int sets) {
        int place = 0;
        for (int set = 0; set < sets; set++) {
            UniformRandomProvider random = streams.stream(first + set);
            for (Coordinate coordinate : coordinates) {
                values[place++] = Math.exp(coordinate.prior().lnValue(open(random)));
            }
        }
    }

    /** A uniform number strictly between 0 and 1: the middle of one of 2^52 cells. */
    private static double open(UniformRandomProvider random) {
        return ((random.nextLong() >>> 12) + 0.5) * 0x1p-52;
    }
}
