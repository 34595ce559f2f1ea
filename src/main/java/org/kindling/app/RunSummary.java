package org.kindling.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kindling.ensemble.Manifest;

/**
 * What a finished run left.
 *
 * @param folder the run folder
 * @param manifest what it says of itself
 */
public record RunSummary(Path folder, Manifest manifest) {

    /**
     * What programs read of it.
     *
     * @return folder, counts, incidence, jacobians, seconds
     */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("folder", folder.toString());
        values.put("counts", manifest.counts());
        values.put("incidence", manifest.incidence());
        values.put("jacobians", manifest.jacobians());
        values.put("seconds", manifest.seconds());
        return values;
    }
}
