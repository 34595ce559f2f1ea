/**
 * Plots and self-contained HTML pages that show what a run found.
 */
@NullMarked
package org.kindling.report;

import org.jspecify.annotations.NullMarked;
