package org.kindling.expression;

import java.util.Arrays;
import java.util.List;

/**
 * Expressions compiled to a list of instructions on registers, each of which holds one number for each lane: a register
 * machine that evaluates many parameter sets at a time.
 *
 * <p>Equal subexpressions are computed once. Work in lanes makes the cost of interpreting an instruction vanish beside its
 * arithmetic, and lets the virtual machine vectorise it; about 64 to 256 lanes are best.
 *
 * <p>A tape is immutable and can be shared; each thread evaluates it with an {@link Evaluator} of its own.
 */
public final class Tape {

    private final int inputs;
    private final int registers;
    private final int[] outputs;
    private final Instruction[] instructions;
    private final double[] constants;

    Tape(int inputs, int registers, int[] outputs, Instruction[] instructions, double[] constants) {
        this.inputs = inputs;
        this.registers = registers;
        this.outputs = outputs;
        this.instructions = instructions;
        this.constants = constants;
    }

    /**
     * Compiles expressions.
     *
     * @param inputs the symbols whose values are given at each evaluation
     * @param outputs what is computed
     * @return the tape
     * @throws IllegalArgumentException if an expression contains a symbol that is no input
     */
    public static Tape compile(List<Symbol> inputs, List<? extends Expression> outputs) {
        return TapeCompiler.compile(ValueNumbering.of(inputs, outputs));
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
        return outputs.length;
    }

    /**
     * The number of operations of one evaluation.
     *
     * @return how many instructions the tape has
     */
    public int operations() {
        return instructions.length;
    }

    /**
     * A new evaluator, which allocates its registers.
     *
     * @param lanes how many sets it evaluates at a time
     * @return the evaluator
     * @throws IllegalArgumentException if there is not at least one lane
     */
    public Evaluator evaluator(int lanes) {
        if (lanes < 1) {
            throw new IllegalArgumentException("An evaluator needs at least one lane, not " + lanes + ".");
        }
        return new Evaluator(lanes);
    }

    /** Evaluates the tape. Owns its registers and is not thread-safe. */
    public final class Evaluator {

        private final int lanes;
        private final double[][] register;

        private Evaluator(int lanes) {
            this.lanes = lanes;
            this.register = new double[registers][lanes];
            for (int k = 0; k < constants.length; k++) {
                Arrays.fill(register[inputs + k], constants[k]);
            }
        }

        /**
         * The number of lanes.
         *
         * @return how many sets are evaluated at a time
         */
        public int lanes() {
            return lanes;
        }

        /**
         * Where the values of an input are put before {@link #run}.
         *
         * @param index the position of the symbol among the inputs
         * @return the register itself, shape [lanes]
         */
        public double[] input(int index) {
            if (index < 0 || index >= inputs) {
                throw new IndexOutOfBoundsException("There is no input " + index + " among " + inputs + ".");
            }
            return register[index];
        }

        /**
         * Where the values of an output stand after {@link #run}.
         *
         * @param index the position of the expression among the outputs
         * @return the register itself, shape [lanes]; it must not be written to
         */
        public double[] output(int index) {
            return register[outputs[index]];
        }

        /** Computes all outputs from the inputs, in all lanes. */
        public void run() {
            run(lanes);
        }

        /**
         * Computes all outputs from the inputs, in the first lanes.
         *
         * @param count how many lanes; the others keep what they have, or lose it
         */
        public void run(int count) {
            for (Instruction instruction : instructions) {
                execute(instruction, count);
            }
        }

        private void execute(Instruction instruction, int count) {
            double[] x = register[instruction.first()];
            double[] y = register[instruction.second()];
            double[] result = register[instruction.target()];
            switch (instruction.operator()) {
                case ADD -> add(x, y, result, count);
                case SUBTRACT -> subtract(x, y, result, count);
                case MULTIPLY -> multiply(x, y, result, count);
                case DIVIDE -> divide(x, y, result, count);
                case SELECT -> select(x, y, register[instruction.third()], result, count);
                default -> other(instruction.operator(), x, y, result, count);
            }
        }
    }

    // One short loop for each frequent operator: each is compiled and vectorised by itself.

    private static void add(double[] x, double[] y, double[] result, int count) {
        for (int lane = 0; lane < count; lane++) {
            result[lane] = x[lane] + y[lane];
        }
    }

    private static void subtract(double[] x, double[] y, double[] result, int count) {
        for (int lane = 0; lane < count; lane++) {
            result[lane] = x[lane] - y[lane];
        }
    }

    private static void multiply(double[] x, double[] y, double[] result, int count) {
        for (int lane = 0; lane < count; lane++) {
            result[lane] = x[lane] * y[lane];
        }
    }

    private static void divide(double[] x, double[] y, double[] result, int count) {
        for (int lane = 0; lane < count; lane++) {
            result[lane] = x[lane] / y[lane];
        }
    }

    private static void select(double[] condition, double[] then, double[] otherwise, double[] result, int count) {
        for (int lane = 0; lane < count; lane++) {
            result[lane] = Operator.select(condition[lane], then[lane], otherwise[lane]);
        }
    }

    private static void other(Operator operator, double[] x, double[] y, double[] result, int count) {
        for (int lane = 0; lane < count; lane++) {
            result[lane] = operator.apply(x[lane], y[lane]);
        }
    }
}
