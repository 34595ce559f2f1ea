package org.kindling.app.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindling.analysis.NeighbourDistances;
import org.kindling.analysis.ParameterDifference;
import org.kindling.analysis.ParameterSplit;
import org.kindling.analysis.ParameterSplit.Group;
import org.kindling.analysis.PopulationDivergence;
import org.kindling.analysis.PopulationFigures;
import org.kindling.app.JsonText;
import org.kindling.app.PopulationComparisonSummary;
import org.kindling.app.PopulationComparisonSummary.Drawn;
import org.kindling.app.PopulationComparisonSummary.Result;

/** Shows how populations differ. */
final class ComparePopulationsView {

    /** Parameters that are shown; the table holds all. */
    private static final int MOST = 10;

    private final PrintWriter out;
    private final CommonOptions common;

    ComparePopulationsView(PrintWriter out, CommonOptions common) {
        this.out = out;
        this.common = common;
    }

    void show(PopulationComparisonSummary summary) {
        if (common.json()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("folder", summary.folder().toString());
            object.putAll(summary.result().description());
            out.println(JsonText.of(object));
        } else if (!common.quiet()) {
            show(summary.result());
            print("folder     %s", summary.folder());
        }
        out.flush();
    }

    private void show(Result result) {
        print("criterion  %s", result.criterion());
        for (Drawn drawn : result.drawn()) {
            print("drawn      %s: %s", drawn.name(), drawn.words());
        }
        showPopulation("first", result.first(), result.comparison().first());
        showPopulation("second", result.second(), result.comparison().second());
        PopulationDivergence divergence = result.comparison().divergence();
        print(
                "divergence mean %.4g (noise %.4g), maximum %.4g (noise %.4g), as published %.4g",
                divergence.mean(),
                divergence.floor(),
                divergence.maximum(),
                divergence.floorMaximum(),
                result.comparison().published());
        for (ParameterDifference parameter :
                result.comparison().ranking().stream().limit(MOST).toList()) {
            print("  %-32s %8.4f", parameter.coordinate().address(), parameter.divergence());
        }
        NeighbourDistances neighbours = result.comparison().neighbours();
        print(
                "nearest    within first %.4g, within second %.4g, first to second %.4g",
                neighbours.firstWithin(), neighbours.secondWithin(), neighbours.firstToSecond());
        showSplit(result.split(), result.timeUnit());
    }

    private void showPopulation(String label, String name, PopulationFigures figures) {
        print(
                "%-10s %s: %,d, median lambda_max %.4g, effective rank %.4g",
                label, name, figures.incidence().sets(), figures.abscissa().median(), figures.effectiveRank());
    }

    private void showSplit(ParameterSplit split, String timeUnit) {
        List<Group> groups = split.groups();
        Group lowest = groups.get(0);
        Group highest = groups.get(groups.size() - 1);
        String trend = switch (split.trend()) {
            case RISING -> split.strict() ? "rising throughout" : "rising, but for noise";
            case FALLING -> split.strict() ? "falling throughout" : "falling, but for noise";
            case NONE -> "neither rising nor falling";
        };
        print("split      into %d by %s:", groups.size(), split.coordinate().address());
        print(
                "           median lambda_max from %.4g to %.4g per %s, %s",
                lowest.abscissa().median(), highest.abscissa().median(), timeUnit, trend);
        print(
                "           incidence from %.4f to %.4f",
                lowest.incidence().share(), highest.incidence().share());
        split.correlation().ifPresent(correlation -> print("           rank correlation %.4f", correlation));
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
