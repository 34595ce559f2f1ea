package org.kindling.sbml;

import com.fasterxml.jackson.core.io.NumberOutput;

/**
 * Numbers as they are written: the shortest digits that read back as the same double. Not {@code Double.toString}, whose
 * digits differ between versions of Java.
 */
final class Numerals {

    private Numerals() {}

    static String of(double value) {
        return NumberOutput.toString(value, true);
    }
}
