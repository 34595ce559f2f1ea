/**
 * The domain: a kinetic model with its compartments, species, reactions and rate laws, its stoichiometry and
 * conserved moieties, and the reference state that everything is calibrated to.
 */
@NullMarked
package org.kindling.network;

import org.jspecify.annotations.NullMarked;
