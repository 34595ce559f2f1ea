/**
 * What draws parameter sets after learning: generators that map latent numbers to the coordinates of a parameter space, their
 * file, and training that can be interrupted and resumed.
 *
 * <p>Everything here is plain Java; networks that need a library for linear algebra live in {@code generators.nn}, and each
 * way of training in a package of its own.
 */
@NullMarked
package org.kindling.generators;

import org.jspecify.annotations.NullMarked;
