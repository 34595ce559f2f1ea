package org.kindling.expression;

/** A stretch of generated straight-line code. Stateless, so that threads may share it. */
interface Part {

    /** Reads inputs and what earlier parts left in {@code shared}; writes outputs and what later parts need. */
    void run(double[] inputs, double[] shared, double[] outputs);
}
