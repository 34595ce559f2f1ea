/**
 * Generators trained against a discriminator on labelled sets, as REKINDLE does it: features, the two networks, their losses,
 * alternating training with checkpoints, and the choice of the best of them.
 */
@NullMarked
package org.kindling.generators.rekindle;

import org.jspecify.annotations.NullMarked;
