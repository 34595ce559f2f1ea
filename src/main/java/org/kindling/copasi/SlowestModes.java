package org.kindling.copasi;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.kindling.dynamics.Spectrum;

/** Takes from a spectrum the eigenvalues that conserved moieties bring: rounding makes them small numbers, not zeros. */
final class SlowestModes {

    private SlowestModes() {}

    /** The spectrum without so many eigenvalues nearest to zero. */
    static Spectrum without(Spectrum spectrum, int zeros) {
        int[] kept = IntStream.range(0, spectrum.size())
                .boxed()
                .sorted(Comparator.comparingDouble(mode -> Math.hypot(spectrum.real(mode), spectrum.imaginary(mode))))
                .skip(zeros)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        return Spectrum.of(
                IntStream.of(kept).mapToDouble(spectrum::real).toArray(),
                IntStream.of(kept).mapToDouble(spectrum::imaginary).toArray());
    }
}
