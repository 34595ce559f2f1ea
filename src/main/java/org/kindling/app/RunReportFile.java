package org.kindling.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kindling.dynamics.Spectrum;
import org.kindling.ensemble.AtomicFile;
import org.kindling.ensemble.Manifest;
import org.kindling.ensemble.SetsTable;
import org.kindling.ensemble.TextTable;
import org.kindling.report.Fact;
import org.kindling.report.Heading;
import org.kindling.report.HtmlReport;
import org.kindling.report.Interval;
import org.kindling.report.Member;
import org.kindling.report.Outcome;
import org.kindling.report.ParameterRange;
import org.kindling.report.RunReport;
import org.kindling.report.ScreenedSpectra;

/** Makes the report of a run from its manifest and tables. */
final class RunReportFile {

    static final String NAME = "report.html";

    /** Ranges of parameters are those of the first sets up to this number: quantiles need no more. */
    private static final int RANGED = 20_000;

    private final Path folder;
    private final Manifest manifest;
    private final SetsTable sets;

    private RunReportFile(Path folder, Manifest manifest) throws IOException {
        this.folder = folder;
        this.manifest = manifest;
        this.sets = SetsTable.ofSets(folder);
    }

    /** Writes the report of a folder whose tables are complete. */
    static void write(Path folder, Manifest manifest, Path file) throws IOException {
        String html =
                HtmlReport.of(new RunReportFile(folder, manifest).report()).html();
        AtomicFile.write(file, out -> out.write(html.getBytes(StandardCharsets.UTF_8)));
    }

    private RunReport report() throws IOException {
        Manifest.Provenance provenance = manifest.provenance();
        Manifest.ModelEntry model = provenance.model();
        return new RunReport(
                new Heading("Ensemble of " + model.id(), model.id(), model.timeUnit(), provenance.date()),
                facts(),
                outcome(),
                spectra(),
                ranges(),
                members(),
                model.remarks().stream().map(RunReportFile::remark).toList(),
                provenanceFacts());
    }

    private List<Fact> facts() {
        Manifest.Spectra spectra = manifest.spectra();
        String perTime = " per " + manifest.provenance().model().timeUnit();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Criterion", spectra.criterion()),
                new Fact("Slowest mode of the model as read", NumberWords.significant(spectra.lambdaMax()) + perTime),
                new Fact("Parameters drawn", Integer.toString(parameterColumns().size())),
                new Fact(
                        "Numerical self-check",
                        "largest relative error of lambda_max " + NumberWords.brief(spectra.selfCheckLargestError())
                                + " among " + spectra.selfCheckedSets()
                                + " sets, by eigenpair residuals in extended precision")));
        manifest.incidence().lift().ifPresent(lift -> facts.add(new Fact("Lift", words(lift))));
        return facts;
    }

    private static String words(Manifest.Lift lift) {
        return String.format(
                Locale.ROOT,
                "%.3f [%.3f, %.3f]: the incidence within the rule over %.4f of the population that the rule was learnt from",
                lift.value(),
                lift.low(),
                lift.high(),
                lift.population());
    }

    private Outcome outcome() {
        Manifest.Counts counts = manifest.counts();
        Manifest.Incidence incidence = manifest.incidence();
        return new Outcome(
                manifest.spectra().bounds().criterion(),
                manifest.spectra().criterion(),
                counts.drawn(),
                counts.stable(),
                counts.valid(),
                counts.written(),
                new Interval(incidence.value(), incidence.low(), incidence.high()));
    }

    private List<String> parameterColumns() {
        int labels = sets.column("weight").orElseThrow() + 1;
        return sets.columns().subList(labels, sets.columns().size());
    }

    private ScreenedSpectra spectra() throws IOException {
        int drawn = Math.toIntExact(manifest.counts().drawn());
        double[] slowest = new double[drawn];
        double[] fastest = new double[drawn];
        BitSet stable = new BitSet(drawn);
        BitSet valid = new BitSet(drawn);
        int[] next = {0};
        sets.read(row -> {
            int set = next[0]++;
            slowest[set] = row[1];
            fastest[set] = row[2];
            stable.set(set, row[3] != 0);
            valid.set(set, row[4] != 0);
            return true;
        });
        return ScreenedSpectra.of(slowest, fastest, stable, valid);
    }

    private List<ParameterRange> ranges() throws IOException {
        List<String> names = parameterColumns();
        int offset = sets.columns().size() - names.size();
        List<double[]> rows = new ArrayList<>();
        BitSet valid = new BitSet();
        sets.read(row -> {
            valid.set(rows.size(), row[4] != 0);
            rows.add(Arrays.copyOfRange(row, offset, row.length));
            return rows.size() < RANGED;
        });
        Map<String, List<String>> described = described();
        List<ParameterRange> ranges = new ArrayList<>();
        for (int column = 0; column < names.size(); column++) {
            int index = column;
            double[] all = rows.stream().mapToDouble(row -> row[index]).toArray();
            double[] kept = valid.stream().mapToDouble(row -> all[row]).toArray();
            List<String> about = described.getOrDefault(names.get(column), List.of("", "", ""));
            ranges.add(ParameterRange.of(
                    new ParameterRange.Name(names.get(column), about.get(0), about.get(1), about.get(2)), all, kept));
        }
        return ranges;
    }

    /** Reactions, species and unit of each parameter. */
    private Map<String, List<String>> described() throws IOException {
        Path file = folder.resolve("parameters.csv");
        try (InputStream in = Files.newInputStream(file)) {
            TextTable table = TextTable.read(in, file.toString());
            int reactions = table.columns().indexOf("reactions");
            int species = table.columns().indexOf("species");
            int unit = table.columns().indexOf("unit");
            return table.rows().stream()
                    .collect(Collectors.toMap(
                            row -> row.get(0),
                            row -> List.of(row.get(reactions), row.get(species), row.get(unit)),
                            (first, second) -> first));
        }
    }

    private List<Member> members() throws IOException {
        List<Integer> ranks = writtenRanks();
        SetsTable table = SetsTable.ofMembers(folder);
        List<Member> members = new ArrayList<>();
        int[] rank = {0};
        table.read(row -> {
            int next = members.size();
            if (next < ranks.size() && rank[0]++ == ranks.get(next) - 1) {
                members.add(new Member(memberId(next), row[1], Spectrum.timeConstant(row[1])));
            }
            return members.size() < ranks.size();
        });
        return members;
    }

    private List<String> memberFiles() {
        return manifest.files().stream()
                .map(Manifest.FileEntry::path)
                .filter(path -> path.startsWith("members/"))
                .sorted()
                .toList();
    }

    private String memberId(int position) {
        String[] parts = memberFiles().get(position).split("\\.");
        return parts[parts.length - 2];
    }

    private List<Integer> writtenRanks() {
        List<Integer> ranks = new ArrayList<>();
        for (int position = 0; position < memberFiles().size(); position++) {
            ranks.add(Integer.parseInt(memberId(position).substring(1)));
        }
        return ranks;
    }

    private static Fact remark(String remark) {
        int colon = remark.indexOf(": ");
        return colon < 0
                ? new Fact("model", remark)
                : new Fact(remark.substring(0, colon), remark.substring(colon + 2));
    }

    private List<Fact> provenanceFacts() {
        Manifest.Provenance provenance = manifest.provenance();
        List<Fact> facts = new ArrayList<>();
        // Not the command line, which the manifest has: the same run on more threads has the same report.
        provenance
                .configuration()
                .forEach((option, value) -> facts.add(new Fact("Option " + option, value.toString())));
        facts.add(new Fact("Program", provenance.software().program()));
        facts.add(new Fact("Seed", provenance.seed() + " (" + provenance.randomAlgorithm() + ")"));
        for (Manifest.FileEntry input : provenance.inputs()) {
            facts.add(new Fact("Input " + input.path(), "SHA-256 " + input.sha256()));
        }
        Optional<Manifest.FileEntry> table = manifest.files().stream()
                .filter(file -> file.path().startsWith("sets."))
                .findFirst();
        table.ifPresent(file -> facts.add(new Fact("Table " + file.path(), "SHA-256 " + file.sha256())));
        return facts;
    }
}
