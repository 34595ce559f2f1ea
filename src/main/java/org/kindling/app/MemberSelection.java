package org.kindling.app;

/**
 * Which valid sets are written as SBML models.
 *
 * @param kind how they are chosen
 * @param most how many at most; not used for {@link Kind#ALL}
 */
public record MemberSelection(Kind kind, int most) {

    /** How members are chosen. */
    public enum Kind {
        /** All valid sets. */
        ALL,
        /** Those with the fastest slowest mode. */
        TOP,
        /** One for each cluster of the valid sets in log-space, that nearest to the centre. */
        REPRESENTATIVE,
        /** None. */
        NONE
    }

    /** A few members that differ: enough to look at, quick to write. */
    public static final MemberSelection DEFAULT = new MemberSelection(Kind.REPRESENTATIVE, 10);

    /**
     * Reads a selection.
     *
     * @param text {@code all}, {@code none}, {@code top:K} or {@code representative:K}
     * @return the selection
     * @throws IllegalArgumentException if the text is none of these
     */
    public static MemberSelection parse(String text) {
        String[] parts = text.split(":", 2);
        for (Kind kind : Kind.values()) {
            if (kind.name().equalsIgnoreCase(parts[0])) {
                boolean counted = kind == Kind.TOP || kind == Kind.REPRESENTATIVE;
                if (counted && parts.length == 2 && parts[1].matches("[1-9][0-9]{0,6}")) {
                    return new MemberSelection(kind, Integer.parseInt(parts[1]));
                }
                if (!counted && parts.length == 1) {
                    return new MemberSelection(kind, Integer.MAX_VALUE);
                }
            }
        }
        throw new IllegalArgumentException(
                "'" + text + "' is no selection; write all, none, top:K or representative:K");
    }
}
