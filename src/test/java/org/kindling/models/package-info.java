/** Programs that write the models of {@code test-models} from their tables, and the tests that keep both the same. */
@NullMarked
package org.kindling.models;

import org.jspecify.annotations.NullMarked;
