/**
 * Mathematics that knows nothing of biology: dense eigenvalue problems at high stiffness, linear systems, stiff
 * differential equations, compensated arithmetic, statistics and clustering of samples.
 */
@NullMarked
package org.kindling.numerics;

import org.jspecify.annotations.NullMarked;
