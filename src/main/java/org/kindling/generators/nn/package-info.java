/** Networks whose training or fast evaluation needs a library for linear algebra (ND4J, DL4J, OpenBLAS). */
@NullMarked
package org.kindling.generators.nn;

import org.jspecify.annotations.NullMarked;
