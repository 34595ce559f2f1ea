package org.kindling.app;

import java.nio.file.Path;

/**
 * What a search for rules came to.
 *
 * @param file the file that was written
 * @param rules its content
 */
public record RulesSummary(Path file, RulesFile rules) {}
