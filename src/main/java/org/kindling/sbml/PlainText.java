package org.kindling.sbml;

/** Text from a file made fit for a message: one line, no control characters, bounded length. */
final class PlainText {

    /** Ids in the wild have at most some tens of characters; hostile ones have been seen with 100,000. */
    private static final int LONGEST_ID = 60;

    private static final int LONGEST_LINE = 400;

    private PlainText() {}

    /** Returns an id or a value of an attribute, shortened, without control characters. */
    static String id(String text) {
        return bounded(text, LONGEST_ID);
    }

    /** Returns a sentence on one line, shortened. */
    static String line(String text) {
        return bounded(text, LONGEST_LINE);
    }

    private static String bounded(String text, int longest) {
        StringBuilder plain = new StringBuilder();
        text.codePoints()
                .limit(longest)
                .map(point -> isPrintable(point) ? point : ' ')
                .forEach(plain::appendCodePoint);
        return text.codePointCount(0, text.length()) > longest
                ? plain.append("...").toString()
                : plain.toString();
    }

    private static boolean isPrintable(int point) {
        int type = Character.getType(point);
        return type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR
                && type != Character.UNASSIGNED;
    }
}
