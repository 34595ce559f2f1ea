/**
 * What can vary in a kinetic model: the role of each parameter, its bounds and prior, measured constants, and sets of
 * values on the axes of a {@code ParameterSpace}.
 */
@NullMarked
package org.kindling.parameters;

import org.jspecify.annotations.NullMarked;
