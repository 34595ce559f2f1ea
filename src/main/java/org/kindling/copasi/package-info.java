/**
 * COPASI as a second opinion: finds the COPASI that is installed, runs it in worker processes under limits of time and
 * memory, and compares what it computes with what Kindling does.
 *
 * <p>COPASI is never needed: it is found when the program runs, or said to be missing.
 */
@NullMarked
package org.kindling.copasi;

import org.jspecify.annotations.NullMarked;
