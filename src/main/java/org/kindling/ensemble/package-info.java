/**
 * Accepted parameter sets as files others can open: the run folder with its manifest, SBML members, COMBINE archives,
 * SED-ML and HDF5.
 */
@NullMarked
package org.kindling.ensemble;

import org.jspecify.annotations.NullMarked;
