package org.kindling.report;

/**
 * A colour of a figure and what it stands for.
 *
 * @param style the class of the shapes of that colour
 * @param label what they stand for
 */
public record LegendEntry(String style, String label) {}
