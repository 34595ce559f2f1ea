package org.kindling.app.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.kindling.app.JsonText;
import org.kindling.app.RulesFile;
import org.kindling.app.RulesSummary;

/** Shows rules. */
final class RulesView {

    private final PrintWriter out;
    private final CommonOptions common;

    RulesView(PrintWriter out, CommonOptions common) {
        this.out = out;
        this.common = common;
    }

    void show(RulesSummary summary) {
        if (common.json()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("file", summary.file().toString());
            object.put("property", summary.rules().property().words());
            object.put("population", summary.rules().population());
            object.put("rules", summary.rules().rules());
            out.println(JsonText.of(object));
        } else if (!common.quiet()) {
            print(summary);
        }
        out.flush();
    }

    private void print(RulesSummary summary) {
        RulesFile rules = summary.rules();
        RulesFile.Sets sets = rules.population();
        print("wanted     %s", rules.property().words());
        print("have it    %,d of %,d sets (%.4f)", sets.wanted(), sets.sets(), (double) sets.wanted() / sets.sets());
        print("learnt     from %,d of them; the figures are those of the other %,d", sets.grown(), sets.heldOut());
        if (rules.rules().isEmpty()) {
            print("no rule raises that share and covers enough of the wanted sets");
        } else {
            print("%nrule   purity                     coverage   lift   where");
            rules.rules().forEach(this::print);
            print("");
        }
        print("file       %s", summary.file());
    }

    private void print(RulesFile.Entry entry) {
        String figures = String.format(
                Locale.ROOT,
                "%4d   %.4f [%.4f, %.4f]    %.4f     %5.3f",
                entry.rule(),
                entry.purity().value(),
                entry.purity().low(),
                entry.purity().high(),
                entry.coverage().value(),
                entry.lift());
        for (RulesFile.Range range : entry.ranges()) {
            print("%s  %s", figures, words(range));
            figures = " ".repeat(figures.length());
        }
    }

    private static String words(RulesFile.Range range) {
        String constant = range.parameter() + " "
                + between(
                        "%.3g", range.lowestConstant(), range.highestConstant().orElse(Double.POSITIVE_INFINITY));
        // Beyond 1 there is no saturation, so that a limit of 1 is none.
        double highest = range.highestSaturation() == 1 ? Double.POSITIVE_INFINITY : range.highestSaturation();
        return range.species()
                .map(species -> "saturation by " + species + " " + between("%.3f", range.lowestSaturation(), highest)
                        + ": " + constant)
                .orElse(constant);
    }

    /** A range of positive numbers in words; one of the limits may be none. */
    private static String between(String format, double lowest, double highest) {
        if (lowest == 0) {
            return String.format(Locale.ROOT, "at most " + format, highest);
        }
        return highest == Double.POSITIVE_INFINITY
                ? String.format(Locale.ROOT, "at least " + format, lowest)
                : String.format(Locale.ROOT, "from " + format + " to " + format, lowest, highest);
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
