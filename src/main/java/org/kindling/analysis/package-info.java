/**
 * What a population of models says: control coefficients of an ensemble, how they spread and how far the members agree on their
 * signs; how fast states can be made; how two populations of parameter sets differ, and which parameter their dynamics go with.
 */
@NullMarked
package org.kindling.analysis;

import org.jspecify.annotations.NullMarked;
