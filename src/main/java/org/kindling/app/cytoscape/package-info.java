/** Kindling as an app of Cytoscape: its commands as task factories, and what an ensemble says of nodes. */
@NullMarked
package org.kindling.app.cytoscape;

import org.jspecify.annotations.NullMarked;
