/**
 * Elasticities, the reduced Jacobian and its spectrum for many parameter sets, and the criteria that decide which are
 * wanted.
 */
@NullMarked
package org.kindling.dynamics;

import org.jspecify.annotations.NullMarked;
