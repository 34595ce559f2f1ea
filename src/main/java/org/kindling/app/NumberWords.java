package org.kindling.app;

import java.util.Locale;

/** Numbers as they are printed for people. */
final class NumberWords {

    private NumberWords() {}

    static String significant(double value) {
        return String.format(Locale.ROOT, "%.9g", value);
    }

    static String brief(double value) {
        return String.format(Locale.ROOT, "%.1e", value);
    }
}
