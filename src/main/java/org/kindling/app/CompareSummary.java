package org.kindling.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kindling.copasi.ComparisonReport;

/**
 * A finished comparison.
 *
 * @param folder where its tables and its report are
 * @param report what came of it
 */
public record CompareSummary(Path folder, ComparisonReport report) {

    /**
     * What programs read of it.
     *
     * @return engine, members, worstRelativeDeviation, worstDrift, worstEigenvalueDeviation, steadyStatesFound, failed, passed,
     *     folder; a number that there is not is left out
     */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>(ComparisonFiles.summary(report));
        values.put("folder", folder.toString());
        return values;
    }
}
