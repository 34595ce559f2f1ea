/**
 * Reads SBML into a {@code KineticModel} and writes parameter sets back into the file that was read; decides what is
 * refused and says why. The only home of JSBML.
 *
 * <p>{@link org.kindling.sbml.SbmlReader} reads: bytes become a tree of XML, the checks run on the tree
 * ({@link org.kindling.sbml.SbmlSource}), and JSBML turns a lean copy of it into formulas. Writing is
 * {@link org.kindling.sbml.SbmlPatch}, the tree with values set, or {@link org.kindling.sbml.SbmlTemplate}, the same bytes
 * for many members.
 */
@NullMarked
package org.kindling.sbml;

import org.jspecify.annotations.NullMarked;
