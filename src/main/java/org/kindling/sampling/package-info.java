/**
 * Draws that need no learning: ORACLE's prior over saturations, counter-based random streams, and the screen that
 * labels each draw by a criterion.
 */
@NullMarked
package org.kindling.sampling;

import org.jspecify.annotations.NullMarked;
