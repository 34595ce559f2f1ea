/**
 * Descriptions of Kindling's commands for other toolchains: tools of the Common Workflow Language, and of Galaxy.
 *
 * <p>They are made from the command line's own model ({@link org.kindling.app.toolchains.CommandDescription}) and from
 * {@link org.kindling.app.toolchains.Toolbox}, one entry a command, which says what options do not: what a path names, and
 * which files come out.
 */
@NullMarked
package org.kindling.app.toolchains;

import org.jspecify.annotations.NullMarked;
