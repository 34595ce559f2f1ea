package org.kindling.report;

/** The three kinds of parameter sets that every histogram tells apart, in the order in which they are stacked. */
enum Group {
    VALID("valid", "valid: stable and within the criterion"),
    STABLE("stable", "stable, outside the criterion"),
    UNSTABLE("unstable", "not stable");

    private final String style;
    private final String label;

    Group(String style, String label) {
        this.style = style;
        this.label = label;
    }

    /** The class of its shapes in the page's style sheet. */
    String style() {
        return style;
    }

    /** What the legend says. */
    String label() {
        return label;
    }
}
