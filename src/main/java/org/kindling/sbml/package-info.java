/**
 * Reads SBML into a {@code KineticModel} and writes parameter sets back into the file that was read; decides what is
 * refused and says why. The only home of JSBML.
 */
@NullMarked
package org.kindling.sbml;

import org.jspecify.annotations.NullMarked;
