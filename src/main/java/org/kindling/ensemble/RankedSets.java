package org.kindling.ensemble;

import java.io.IOException;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.kindling.sampling.Verdict;

/**
 * The valid sets of a run in rank order, the fastest slowest mode first; sets of equal rank stand in the order in which they
 * were drawn. A member's id is its rank.
 */
public final class RankedSets {

    private final DrawnSets sets;
    private final long[] index;

    private RankedSets(DrawnSets sets, long[] index) {
        this.sets = sets;
        this.index = index;
    }

    /**
     * Ranks the valid sets of a run.
     *
     * @param sets the drawn sets
     * @return the ranks
     * @throws IOException if the sets cannot be read
     */
    public static RankedSets of(DrawnSets sets) throws IOException {
        int valid = Math.toIntExact(sets.tally().valid());
        long[] index = new long[valid];
        double[] abscissa = new double[valid];
        int found = 0;
        for (long set = 0; set < sets.tally().sets(); set++) {
            DrawnSets.Row row = sets.read(set);
            if (row.verdict() == Verdict.VALID) {
                index[found] = set;
                abscissa[found++] = row.abscissa();
            }
        }
        long[] ranked = IntStream.range(0, valid)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> abscissa[k]).thenComparing(k -> k))
                .mapToLong(k -> index[k])
                .toArray();
        return new RankedSets(sets, ranked);
    }

    /**
     * The number of valid sets.
     *
     * @return how many members there could be
     */
    public int size() {
        return index.length;
    }

    /**
     * The valid sets.
     *
     * @return their indices
     */
    public BitSet valid() {
        BitSet valid = new BitSet();
        for (long set : index) {
            valid.set(Math.toIntExact(set));
        }
        return valid;
    }

    /**
     * Reads the set of a rank.
     *
     * @param rank the rank, from 0
     * @return the set
     * @throws IOException if it cannot be read
     */
    public DrawnSets.Row read(int rank) throws IOException {
        return sets.read(index[rank]);
    }

    /**
     * The id of a member.
     *
     * @param rank its rank, from 0
     * @return {@code m} and the rank from 1, padded with zeros to one length for all, at least 4
     */
    public String memberId(int rank) {
        return memberId(rank, index.length);
    }

    static String memberId(int rank, long size) {
        int digits = Math.max(4, Long.toString(size).length());
        return "m" + String.format(Locale.ROOT, "%0" + digits + "d", rank + 1);
    }
}
