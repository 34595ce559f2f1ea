/**
 * Rules that say in a few ranges of saturations which parameter sets have a property (iSCHRUNK): grown as a decision tree on
 * some sets of a population, and judged by the others.
 */
@NullMarked
package org.kindling.analysis.rules;

import org.jspecify.annotations.NullMarked;
