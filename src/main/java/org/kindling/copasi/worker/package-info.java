/**
 * The worker that runs COPASI's Java bindings, in a Java machine of its own: their loader ends the machine in which it
 * fails, and COPASI may crash it. COPASI's classes are used by reflection alone, so that any version serves.
 */
@NullMarked
package org.kindling.copasi.worker;

import org.jspecify.annotations.NullMarked;
