/**
 * What a model does in time: time courses and the interface of whatever simulates them, steady states, and how a model
 * responds to a perturbation.
 */
@NullMarked
package org.kindling.simulation;

import org.jspecify.annotations.NullMarked;
