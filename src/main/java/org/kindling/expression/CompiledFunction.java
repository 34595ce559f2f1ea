package org.kindling.expression;

import java.util.List;

/**
 * Expressions compiled to bytecode, for work that needs one set of values at a time, such as an integrator; for many sets
 * at a time a {@link Tape} is faster. Both give the same numbers to the last bit.
 *
 * <p>HotSpot does not compile methods of more than 8,000 bytes, and a class file holds at most 65,535 constants. So the code
 * is cut into parts of a hundred steps, each a hidden class of its own: there is no limit to the size of the
 * expressions. The classes are unloaded with the function.
 *
 * <p>A function is immutable and can be shared; each thread evaluates it with an {@link Evaluator} of its own.
 */
public final class CompiledFunction {

    private final int inputs;
    private final int outputs;
    private final int shared;
    private final int operations;
    private final Part[] parts;

    private CompiledFunction(ValueNumbering numbering) {
        PartCompiler compiler = new PartCompiler(numbering);
        this.inputs = numbering.inputs();
        this.outputs = numbering.outputs().length;
        this.operations = numbering.code().size();
        this.shared = compiler.shared();
        this.parts = compiler.compile();
    }

    /**
     * Compiles expressions.
     *
     * @param inputs the symbols whose values are given at each evaluation
     * @param outputs what is computed
     * @return the function
     * @throws IllegalArgumentException if an expression contains a symbol that is no input
     */
    public static CompiledFunction compile(List<Symbol> inputs, List<? extends Expression> outputs) {
        return new CompiledFunction(ValueNumbering.of(inputs, outputs));
    }

    /**
     * The number of inputs.
     *
     * @return how many symbols are given
     */
    public int inputs() {
        return inputs;
    }

    /**
     * The number of outputs.
     *
     * @return how many expressions are computed
     */
    public int outputs() {
        return outputs;
    }

    /**
     * The number of operations of one evaluation.
     *
     * @return how many there are after equal subexpressions were merged
     */
    public int operations() {
        return operations;
    }

    /**
     * A new evaluator.
     *
     * @return the evaluator, which belongs to one thread
     */
    public Evaluator evaluator() {
        return new Evaluator();
    }

    /** Evaluates the function without allocating memory. Not thread-safe. */
    public final class Evaluator {

        private final double[] values = new double[shared];

        private Evaluator() {}

        /**
         * Computes all outputs.
         *
         * @param given the value of each input, shape [inputs]
         * @param computed receives the value of each output, shape [outputs]; not the array of the inputs
         * @throws IllegalArgumentException if an array has another length
         */
        public void evaluate(double[] given, double[] computed) {
            if (given.length != inputs || computed.length != outputs) {
                throw new IllegalArgumentException("There are %d inputs and %d outputs, not %d and %d."
                        .formatted(inputs, outputs, given.length, computed.length));
            }
            for (Part part : parts) {
                part.run(given, values, computed);
            }
        }
    }
}
