/**
 * The facade: one method for each thing a user does. Adapters for hosts (the command line) live in the rooms below and
 * parse, call the facade and show.
 */
@NullMarked
package org.kindling.app;

import org.jspecify.annotations.NullMarked;
