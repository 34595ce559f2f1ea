package org.kindling.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindling.app.JsonText;
import org.kindling.app.ModelReport;
import org.kindling.app.ModelReport.ParameterEntry;
import org.kindling.ensemble.Manifest;
import org.kindling.ensemble.RunCheck;

/** Shows what is known of a model or a run folder. */
final class InfoView {

    /** More lines of one kind than this are counted, and listed with {@code -v}. */
    private static final int SHORT_LIST = 12;

    private final PrintWriter out;
    private final CommonOptions common;

    InfoView(PrintWriter out, CommonOptions common) {
        this.out = out;
        this.common = common;
    }

    void show(ModelReport report) {
        if (common.json()) {
            out.println(JsonText.of(report));
        } else {
            showNetwork(report.network());
            showState(report);
            showParameters(report);
            list("ignored (written back unchanged)", report.remarks().ignored());
            list("remarks", report.remarks().warnings());
            list(
                    "coefficients so large that other tools, COPASI among them, may go wrong on them; members without them:"
                            + " 'kindling export --scale-stoichiometry'",
                    report.remarks().largeCoefficients().entrySet().stream()
                            .map(entry ->
                                    String.format(Locale.ROOT, "reaction %s: %,.6g", entry.getKey(), entry.getValue()))
                            .toList());
        }
        out.flush();
    }

    private void showNetwork(ModelReport.Network network) {
        print("model        %s (SBML %s)", plain(network.model()), network.release());
        print(
                "network      %d species in %d compartments, %d reactions",
                network.species(), network.compartments(), network.reactions());
        print(
                "dynamics     %d change with time, %d of them independent, %d conserved moieties",
                network.dynamicSpecies(),
                network.independentSpecies(),
                network.conserved().moieties());
        for (Map<String, Double> moiety : network.conserved().moietyCompositions()) {
            print("             %s", sum(moiety));
        }
        print(
                "units        time in %s, concentrations in %s",
                network.conserved().timeUnit(), network.conserved().concentrationUnit());
    }

    private static String sum(Map<String, Double> moiety) {
        StringBuilder text = new StringBuilder();
        moiety.forEach((species, coefficient) -> {
            double size = Math.abs(coefficient);
            String sign = coefficient < 0 ? " - " : text.isEmpty() ? "" : " + ";
            String factor =
                    size == 1 ? "" : String.format(Locale.ROOT, "%.6g ", size).replaceFirst("\\.?0+ $", " ");
            text.append(sign).append(factor).append(species);
        });
        return text.toString();
    }

    private void showState(ModelReport report) {
        ModelReport.State state = report.referenceState();
        print(
                "state        %s: the largest net rate is %.2g of its turnover%s",
                state.steady() ? "steady" : "not steady",
                state.maxRelativeResidual(),
                state.worstSpecies().isEmpty() ? "" : " (" + plain(state.worstSpecies()) + ")");
        if (!state.reachedBy().isEmpty()) {
            print("             reached by %s", state.reachedBy());
        }
        if (!state.steady()) {
            print(
                    "             go to a steady state with --steady-state, or give one with --concentrations and --fluxes");
        }
        if (!state.conflict().isEmpty()) {
            print("             %s", plain(state.conflict()));
        }
        ModelReport.Dynamics dynamics = report.dynamics();
        print("stability    %s", dynamics.stability());
        if (dynamics.lambdaMax().isPresent()) {
            double abscissa = dynamics.lambdaMax().get();
            print(
                    "             slowest mode %.9g, fastest %.4g per %s%s",
                    abscissa,
                    dynamics.lambdaMin().orElse(Double.NaN),
                    report.network().conserved().timeUnit(),
                    abscissa < 0 ? String.format(Locale.ROOT, "; time constant %.4g", -1 / abscissa) : "");
        }
    }

    private void showParameters(ModelReport report) {
        List<ParameterEntry> table = report.parameterTable();
        long varying = table.stream().filter(ParameterEntry::varies).count();
        String roles = report.parameters().entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
        print("parameters   %d: %s", table.size(), roles);
        print("can vary     %d", varying);
        list(
                "varies",
                table.stream()
                        .filter(ParameterEntry::varies)
                        .map(entry -> entry.id() + (entry.species().isEmpty() ? "" : " of " + entry.species()))
                        .toList());
        list(
                "kept",
                table.stream()
                        .filter(entry -> !entry.varies()
                                && !entry.role().equals("scale")
                                && !entry.role().equals("equilibrium"))
                        .map(entry -> entry.id() + " = " + entry.value() + ": " + entry.reason())
                        .toList());
    }

    private void list(String title, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        if (lines.size() > SHORT_LIST && !common.verbose()) {
            print("%s: %d (list them with -v), such as", title, lines.size());
            lines.stream().limit(3).forEach(line -> print("  %s", plain(line)));
            return;
        }
        print("%s:", title);
        lines.forEach(line -> print("  %s", plain(line)));
    }

    void show(Path folder, RunCheck check) {
        Manifest manifest = check.manifest();
        if (common.json()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("folder", folder.toString());
            object.put("whole", check.whole());
            object.put("faults", check.faults());
            object.put("manifest", manifest);
            out.println(JsonText.of(object));
        } else {
            Manifest.Counts counts = manifest.counts();
            print(
                    "run          %s, made by %s",
                    folder, manifest.provenance().software().program());
            print(
                    "from         %s, seed %d",
                    manifest.provenance().inputs().get(0).path(),
                    manifest.provenance().seed());
            print(
                    "sets         %,d drawn, %,d stable, %,d valid (%s), %,d written",
                    counts.drawn(),
                    counts.stable(),
                    counts.valid(),
                    manifest.spectra().criterion(),
                    counts.written());
            print(
                    "incidence    %.4f [%.4f, %.4f]",
                    manifest.incidence().value(),
                    manifest.incidence().low(),
                    manifest.incidence().high());
            print(
                    "self-check   largest relative error of a spectral abscissa %.2g in %,d sets",
                    manifest.spectra().selfCheckLargestError(),
                    manifest.spectra().selfCheckedSets());
            print("files        %d, %s", manifest.files().size(), check.whole() ? "all as written" : "not as written:");
            check.faults().forEach(fault -> print("  %s", plain(fault)));
        }
        out.flush();
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }

    /** Names in files may hold anything; on a terminal only what can be printed shall arrive, and not without end. */
    private static String plain(String text) {
        String printable = text.replaceAll("\\p{Cntrl}", " ");
        return printable.length() <= 200 ? printable : printable.substring(0, 197) + "...";
    }
}
