package org.kindling.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What drawing parameter sets alone has left.
 *
 * @param folder the folder
 * @param sets how many sets were written
 * @param parameters how many parameters a set has
 * @param seconds how long drawing and writing took
 */
public record GenerationSummary(Path folder, long sets, int parameters, double seconds) {

    /**
     * What programs read of it.
     *
     * @return folder, sets, parameters, seconds
     */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("folder", folder.toString());
        values.put("sets", sets);
        values.put("parameters", parameters);
        values.put("seconds", seconds);
        return values;
    }
}
