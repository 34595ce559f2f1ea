package org.kindling.report;

/**
 * One line of a table of two columns: a key fact, something that was left out, or a piece of provenance.
 *
 * @param label what it is about
 * @param value what there is to say
 */
public record Fact(String label, String value) {}
