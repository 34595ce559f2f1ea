package org.kindling.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.kindling.dynamics.Criterion;

/** Made runs to report: what they hold is random but looks like the E. coli models. */
final class RunReports {

    static final double LIMIT = -9;

    private RunReports() {}

    /** A run of so many sets with the spectra of a stiff network. */
    static RunReport of(int sets, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] slowest = new double[sets];
        double[] fastest = new double[sets];
        BitSet stable = new BitSet();
        BitSet valid = new BitSet();
        for (int set = 0; set < sets; set++) {
            boolean decays = random.nextDouble() < 0.71;
            slowest[set] = decays
                    ? -Math.min(40, Math.exp(2.6 + 0.55 * normal(random)))
                    : Math.min(1e4, Math.exp(3.5 + 2 * normal(random)));
            fastest[set] = -Math.exp(22 + 1.5 * normal(random));
            stable.set(set, decays);
            valid.set(set, slowest[set] <= LIMIT);
        }
        long drawn = sets;
        Outcome outcome = new Outcome(
                Criterion.abscissaBelow(LIMIT),
                "slowest mode at or below −9 per h, a time constant of at most 6.7 min",
                drawn,
                stable.cardinality(),
                valid.cardinality(),
                Math.min(100, valid.cardinality()),
                interval(valid.cardinality(), drawn));
        return new RunReport(
                new Heading("ORACLE sampling of E. coli central carbon metabolism", "ecoli_fdp1", "h", "2026-11-21"),
                facts(),
                outcome,
                ScreenedSpectra.of(slowest, fastest, stable, valid),
                parameters(random, 238),
                members(Math.min(100, valid.cardinality())),
                leftOut(),
                provenance());
    }

    /** A run with other names, otherwise the same. */
    static RunReport named(RunReport report, String name) {
        ParameterRange range = report.parameters().get(0);
        return new RunReport(
                new Heading(name, name, name, name),
                List.of(new Fact(name, name)),
                report.outcome(),
                report.spectra(),
                List.of(new ParameterRange(
                        new ParameterRange.Name(name, name, name, name), range.before(), range.after(), 0.5)),
                List.of(new Member(name, -10, 0.1)),
                List.of(new Fact(name, name)),
                List.of(new Fact(name, name)));
    }

    static Interval interval(long hits, long draws) {
        if (draws == 0) {
            return new Interval(0, 0, 1);
        }
        double share = (double) hits / draws;
        double half = 1.96 * Math.sqrt(Math.max(share * (1 - share), 1.0 / draws) / draws);
        return new Interval(share, Math.max(0, share - half), Math.min(1, share + half));
    }

    private static List<Fact> facts() {
        return List.of(
                new Fact("model file", "ecoli_central_carbon.xml (SBML Level 3 Version 1)"),
                new Fact("species", "65, of which 50 dynamic and 44 independent (6 conserved moieties)"),
                new Fact("reactions", "67"),
                new Fact("parameters", "238 sampled, 67 solved for, 61 kept"),
                new Fact("reference state", "steady, largest relative residual 3.1 × 10⁻¹²"));
    }

    private static List<ParameterRange> parameters(SplittableRandom random, int count) {
        List<ParameterRange> ranges = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            double centre = -3 + 5 * random.nextDouble();
            double shift = index % 8 == 0 ? random.nextDouble() - 0.4 : 0.02 * normal(random);
            double[] all = logistic(random, 2_000, centre, 0.45);
            double[] valid = logistic(random, 1_200, centre + shift, 0.45 - 0.3 * Math.abs(shift));
            String reaction =
                    List.of("PGI", "PFK", "GAPD", "PDH", "G6PDH2r", "ATPS4rpp").get(index % 6);
            String species = List.of("f6p_c", "fdp_c", "nad_c", "pyr_c", "h_p", "13dpg_c")
                    .get(index % 5);
            ranges.add(ParameterRange.of(
                    new ParameterRange.Name(reaction + ".km_" + species + "_" + index, reaction, species, "mmol/l"),
                    all,
                    valid));
        }
        return ranges;
    }

    private static List<Member> members(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> {
                    double abscissa = -40 + 0.3 * index;
                    return new Member(String.format("ecoli_fdp1.m%04d", index + 1), abscissa, -1 / abscissa);
                })
                .toList();
    }

    private static List<Fact> leftOut() {
        return List.of(
                new Fact("parameter km_h2o_ENO", "kept at its value: no law depends on it"),
                new Fact("species h2o_c", "kept: boundary condition, constant"),
                new Fact("reaction BIOMASS", "has coefficients up to 5 × 10⁷; some other tools lose digits on it"));
    }

    private static List<Fact> provenance() {
        return List.of(
                new Fact(
                        "command line",
                        "kindling sample ecoli_central_carbon.xml -n 20000 --lambda-max -9 --seed 1 -o fdp1 --threads 2"),
                new Fact("seed", "1 (L64X128MixRandom, one stream a set)"),
                new Fact("program", "Kindling 0.1.0, Java 17.0.15"),
                new Fact("model, SHA-256", "8f14e45fceea167a5a36dedd4bea2543b1c6f0e2f8cbdf33f6a0f6e8b1b9a7c2"),
                new Fact("sets.csv, SHA-256", "c9f0f895fb98ab9159f51fd0297e236d4f5e0a1c2b3d4e5f60718293a4b5c6d7"));
    }

    private static double[] logistic(SplittableRandom random, int count, double centre, double width) {
        return random.doubles(count)
                .map(share -> Math.pow(10, centre + width * Math.log(share / (1 - share))))
                .toArray();
    }

    private static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
