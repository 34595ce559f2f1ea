package org.kindling.app;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an export wrote.
 *
 * @param output the folder, or the file
 * @param members how many members
 * @param unscaled the reactions that were to be scaled and could not be
 */
public record ExportSummary(Path output, int members, List<String> unscaled) {

    /** Copies the list. */
    public ExportSummary {
        unscaled = List.copyOf(unscaled);
    }

    /**
     * What programs read of it.
     *
     * @return output, written, unscaledReactions
     */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("output", output.toString());
        values.put("written", members);
        values.put("unscaledReactions", unscaled);
        return values;
    }
}
