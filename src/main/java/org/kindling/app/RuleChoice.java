package org.kindling.app;

import java.nio.file.Path;

/**
 * A rule that sets are to obey.
 *
 * @param file the file of rules
 * @param rule the number of the rule in it, from 1
 */
public record RuleChoice(Path file, int rule) {}
