/**
 * What a model does in time: for now the way from its initial state to a steady one; time courses come to live here.
 */
@NullMarked
package org.kindling.simulation;

import org.jspecify.annotations.NullMarked;
