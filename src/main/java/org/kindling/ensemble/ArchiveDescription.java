package org.kindling.ensemble;

import java.time.Instant;
import java.util.List;

/**
 * What a COMBINE archive says about itself.
 *
 * @param title one line
 * @param description what the archive holds and where it comes from
 * @param creators who made it, may be empty
 * @param created when it was made first
 * @param modified when it was changed last; also the date of every file in it
 */
public record ArchiveDescription(
        String title, String description, List<Creator> creators, Instant created, Instant modified) {

    /** Copies the list. */
    public ArchiveDescription {
        creators = List.copyOf(creators);
    }
}
