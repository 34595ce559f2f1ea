/**
 * What a population of models says: here the control coefficients of an ensemble, how they spread and how far the members
 * agree on their signs.
 */
@NullMarked
package org.kindling.analysis;

import org.jspecify.annotations.NullMarked;
