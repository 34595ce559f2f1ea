package org.kindling.expression;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gives every value of straight-line code a register: inputs first, then constants, then outputs and what is between.
 * Registers are reused as soon as their value is no longer needed, which keeps the working set of a batch in the
 * processor's cache.
 */
final class TapeCompiler {

    private final ValueNumbering numbering;
    private final int inputs;
    private final int[] register;

    private TapeCompiler(ValueNumbering numbering) {
        this.numbering = numbering;
        this.inputs = numbering.inputs();
        this.register = new int[inputs + numbering.code().size()];
        Arrays.setAll(register, number -> number);
    }

    static Tape compile(ValueNumbering numbering) {
        return new TapeCompiler(numbering).allocate();
    }

    private Tape allocate() {
        List<Instruction> code = numbering.code();
        double[] constants = numbering.constants();
        int[] lastUse = numbering.lastUses();
        Deque<Integer> free = new ArrayDeque<>();
        int registers = inputs + constants.length;
        Instruction[] allocated = new Instruction[code.size()];
        for (int position = 0; position < allocated.length; position++) {
            Instruction instruction = code.get(position);
            int target = free.isEmpty() ? registers++ : free.pop();
            int[] operands = IntStream.of(instruction.first(), instruction.second(), instruction.third())
                    .distinct()
                    .toArray();
            allocated[position] = new Instruction(
                    instruction.operator(),
                    place(instruction.first()),
                    place(instruction.second()),
                    place(instruction.third()),
                    target);
            register[instruction.target()] = target;
            for (int operand : operands) {
                if (operand >= inputs && lastUse[operand] == position) {
                    free.push(register[operand]);
                }
            }
        }
        int[] places = IntStream.of(numbering.outputs()).map(this::place).toArray();
        return new Tape(inputs, registers, places, allocated, constants);
    }

    private int place(int number) {
        return number < 0 ? inputs - 1 - number : register[number];
    }
}
