/**
 * The command line: parses arguments, calls the facade and shows what it returns. The only place that prints or ends
 * the process.
 */
@NullMarked
package org.kindling.app.cli;

import org.jspecify.annotations.NullMarked;
