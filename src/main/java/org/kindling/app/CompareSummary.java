package org.kindling.app;

import java.nio.file.Path;
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
     * @return engine, members, worstRelativeDeviation, worstDrift, worstEigenvalueDeviation, steadyStatesFound, failed, passed;
     *     a number that there is not is left out
     */
    public Map<String, Object> values() {
        return ComparisonFiles.summary(report);
    }
}
