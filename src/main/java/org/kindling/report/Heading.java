package org.kindling.report;

/**
 * What a report is about.
 *
 * @param title its title
 * @param model the id or name of the kinetic model
 * @param timeUnit the model's unit of time, such as {@code h}
 * @param date the date of the run, as it is to be printed; may be empty
 */
public record Heading(String title, String model, String timeUnit, String date) {}
