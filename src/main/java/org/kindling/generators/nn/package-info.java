/**
 * Networks by means of a library for linear algebra: what {@code generators} computes in plain Java, here fast, on the
 * OpenBLAS that ND4J brings.
 *
 * <p>A library computes with one thread; whoever wants more takes a decoder for each of its own.
 */
@NullMarked
package org.kindling.generators.nn;

import org.jspecify.annotations.NullMarked;
