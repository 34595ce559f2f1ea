package org.kindling.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kindling.analysis.Incidence;
import org.kindling.analysis.ParameterDifference;
import org.kindling.analysis.ParameterSplit;
import org.kindling.analysis.PopulationComparison;
import org.kindling.analysis.PopulationDivergence;
import org.kindling.analysis.PopulationFigures;

/**
 * A finished comparison of populations.
 *
 * @param folder where it is
 * @param result what came out
 */
public record PopulationComparisonSummary(Path folder, Result result) {

    /**
     * A population as it was read.
     *
     * @param name what it is called
     * @param incidence how many sets it has, and how many of them are valid
     */
    public record Drawn(String name, Incidence incidence) {

        /**
         * The counts for a reader.
         *
         * @return a phrase such as {@code 5,000 sets, 2,973 valid: incidence 0.5946 [0.5809, 0.6081]}
         */
        public String words() {
            return String.format(
                    Locale.ROOT,
                    "%,d sets, %,d valid: incidence %.4f [%.4f, %.4f]",
                    incidence.sets(),
                    incidence.valid(),
                    incidence.share(),
                    incidence.interval().lower(),
                    incidence.interval().upper());
        }
    }

    /**
     * What came out.
     *
     * @param criterion what valid sets had to meet, in words
     * @param timeUnit the unit of time of the model
     * @param drawn the populations as they were read, one or two
     * @param first what the first of those compared is called
     * @param second what the second is called
     * @param comparison how they differ
     * @param split the first population that was read, split by a parameter
     */
    public record Result(
            String criterion,
            String timeUnit,
            List<Drawn> drawn,
            String first,
            String second,
            PopulationComparison comparison,
            ParameterSplit split) {

        /** Copies the list. */
        public Result {
            drawn = List.copyOf(drawn);
        }

        /**
         * The result as an object to be written in JSON.
         *
         * @return the members, in order
         */
        public Map<String, Object> description() {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("criterion", criterion);
            object.put("timeUnit", timeUnit);
            object.put("drawn", drawn.stream().map(Result::drawn).toList());
            object.put("first", population(first, comparison.first()));
            object.put("second", population(second, comparison.second()));
            object.put("divergence", divergences());
            object.put("neighbours", comparison.neighbours());
            comparison
                    .map()
                    .ifPresent(map -> object.put(
                            "principalComponents",
                            List.of(map.explained().right(), map.explained().up())));
            object.put(
                    "ranking",
                    comparison.ranking().stream().map(Result::parameter).toList());
            object.put("split", groups());
            return object;
        }

        private static Map<String, Object> drawn(Drawn drawn) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("name", drawn.name());
            object.putAll(incidence(drawn.incidence()));
            return object;
        }

        private static Map<String, Object> incidence(Incidence incidence) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("sets", incidence.sets());
            object.put("valid", incidence.valid());
            object.put("incidence", incidence.share());
            object.put("interval", incidence.interval());
            return object;
        }

        private static Map<String, Object> population(String name, PopulationFigures figures) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("name", name);
            object.put("sets", figures.incidence().sets());
            object.put("effectiveSize", figures.effectiveSize());
            object.put("lambdaMax", figures.abscissa());
            figures.timeConstant().ifPresent(spread -> object.put("timeConstant", spread));
            object.put("effectiveRank", figures.effectiveRank());
            return object;
        }

        private Map<String, Object> divergences() {
            PopulationDivergence divergence = comparison.divergence();
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("mean", divergence.mean());
            object.put("maximum", divergence.maximum());
            object.put("floor", divergence.floor());
            object.put("floorMaximum", divergence.floorMaximum());
            object.put("published", comparison.published());
            return object;
        }

        private static Map<String, Object> parameter(ParameterDifference parameter) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("parameter", parameter.coordinate().address());
            object.put("divergence", parameter.divergence());
            object.put("floor", parameter.floor());
            return object;
        }

        private Map<String, Object> groups() {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("parameter", split.coordinate().address());
            object.put("trend", split.trend().name().toLowerCase(Locale.ROOT));
            object.put("strict", split.strict());
            split.correlation().ifPresent(correlation -> object.put("spearman", correlation));
            object.put("groups", split.groups().stream().map(Result::group).toList());
            return object;
        }

        private static Map<String, Object> group(ParameterSplit.Group group) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("lowest", group.lowest());
            object.put("highest", group.highest());
            object.putAll(incidence(group.incidence()));
            object.put("lambdaMax", group.abscissa());
            object.put("medianInterval", group.median());
            return object;
        }
    }
}
