package org.kindling.app.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindling.analysis.Characterisation;
import org.kindling.analysis.CharacterisedState;
import org.kindling.app.CharacterisationSummary;
import org.kindling.app.JsonText;
import org.kindling.dynamics.ModeShares;
import org.kindling.generators.spectral.FastestSet;
import org.kindling.generators.spectral.FastestSet.Origin;

/** Shows how fast states can be made. */
final class CharacteriseView {

    /** States that are shown one by one. */
    private static final int MOST = 10;

    private static final int STRONGEST = 5;

    private final PrintWriter out;
    private final CommonOptions common;

    CharacteriseView(PrintWriter out, CommonOptions common) {
        this.out = out;
        this.common = common;
    }

    void show(CharacterisationSummary summary) {
        if (common.json()) {
            out.println(JsonText.of(object(summary)));
        } else if (!common.quiet()) {
            showStates(summary);
        }
        out.flush();
    }

    private void showStates(CharacterisationSummary summary) {
        Characterisation result = summary.characterisation();
        show(result.states().get(0), summary.timeUnit());
        if (result.states().size() > 1) {
            print(
                    "states     %,d, of which %,d reach %.6g per %s; fastest first:",
                    result.states().size(), result.feasible(), result.highestAbscissa(), summary.timeUnit());
            for (CharacterisedState state :
                    result.fastestFirst().stream().limit(MOST).toList()) {
                print("  %-24s %12.6g", state.name(), state.fastest().abscissa());
            }
        }
        print("spent      %,d Jacobians, %.1f s", result.jacobians(), summary.seconds());
        print("folder     %s", summary.folder());
    }

    private void show(CharacterisedState state, String timeUnit) {
        FastestSet fastest = state.fastest();
        print(
                "fastest    lambda_max %.6g per %s, time constant %.4g %s",
                fastest.abscissa(), timeUnit, fastest.timeConstant(), timeUnit);
        showDescents("from prior", fastest.reached(Origin.PRIOR));
        showDescents("perturbed", fastest.reached(Origin.PERTURBED));
        state.slow().ifPresent(slow -> {
            print("held by    the slowest %d modes, mean %.6g", slow.modes().size(), slow.mean());
            print("  species    %s", words(slow.species()));
            print("  reactions  %s", words(slow.reactions()));
        });
    }

    private void showDescents(String from, List<Double> reached) {
        if (!reached.isEmpty()) {
            print(
                    "%-10s %d descents, best %.6g, median %.6g, worst %.6g",
                    from,
                    reached.size(),
                    reached.get(0),
                    reached.get(reached.size() / 2),
                    reached.get(reached.size() - 1));
        }
    }

    private static String words(List<ModeShares.Share> shares) {
        return shares.stream()
                .limit(STRONGEST)
                .map(share -> String.format(Locale.ROOT, "%s %.3g", share.id(), share.value()))
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> object(CharacterisationSummary summary) {
        Characterisation result = summary.characterisation();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("folder", summary.folder().toString());
        object.put("timeUnit", summary.timeUnit());
        object.put("wantedLambdaMax", result.highestAbscissa());
        object.put("feasible", result.feasible());
        object.put("jacobians", result.jacobians());
        object.put("seconds", summary.seconds());
        object.put(
                "states",
                result.states().stream()
                        .map(state -> object(state, result.highestAbscissa()))
                        .toList());
        return object;
    }

    private static Map<String, Object> object(CharacterisedState state, double highest) {
        FastestSet fastest = state.fastest();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("state", state.name());
        object.put("lambdaMax", fastest.abscissa());
        object.put("feasible", state.reaches(highest));
        object.put("fromPrior", fastest.reached(Origin.PRIOR));
        object.put("perturbed", fastest.reached(Origin.PERTURBED));
        object.put("jacobians", fastest.jacobians());
        object.put("atBox", fastest.atBox());
        state.slow().ifPresent(slow -> {
            object.put("slowModes", slow.modes());
            object.put("species", slow.species().stream().limit(STRONGEST).toList());
            object.put("reactions", slow.reactions().stream().limit(STRONGEST).toList());
        });
        return object;
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
