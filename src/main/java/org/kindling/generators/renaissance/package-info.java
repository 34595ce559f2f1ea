/**
 * Generators trained by evolution strategies: only the fitness of perturbed networks is asked for, never a gradient.
 * RENAISSANCE as published, for comparison, and what makes the idea work.
 */
@NullMarked
package org.kindling.generators.renaissance;

import org.jspecify.annotations.NullMarked;
