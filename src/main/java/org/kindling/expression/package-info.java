/**
 * Rate-law mathematics: an immutable expression graph, its exact derivatives, and its compilation to a tape that
 * evaluates many parameter sets at a time, or to bytecode that evaluates one.
 */
@NullMarked
package org.kindling.expression;

import org.jspecify.annotations.NullMarked;
