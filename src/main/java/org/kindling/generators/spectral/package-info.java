/**
 * Trainers that follow the exact gradient of the spectrum: sharp ones, which aim at incidence, faithful ones, which aim at the
 * prior's conditional, and amortised ones, which learn one generator for many reference states.
 */
@NullMarked
package org.kindling.generators.spectral;

import org.jspecify.annotations.NullMarked;
