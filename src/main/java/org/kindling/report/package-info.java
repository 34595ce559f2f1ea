/**
 * Plots and self-contained HTML pages that show what a run found.
 *
 * <p>Plots are written as SVG whose shapes name classes of the page's style sheet. So one drawing serves light, dark and
 * printed pages, text stays text, and the bytes depend on no font of the machine, as they would if a library laid the
 * text out before writing it.
 */
@NullMarked
package org.kindling.report;

import org.jspecify.annotations.NullMarked;
