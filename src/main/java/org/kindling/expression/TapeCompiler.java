package org.kindling.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Compiles expressions to a tape: value numbering finds equal subexpressions, then registers are reused as soon as their
 * value is no longer needed, which keeps the working set of a batch in the processor's cache.
 */
final class TapeCompiler {

    /** Exponents up to this are written as products: far faster than a power, and as good to 4 units in the last place. */
    private static final int LARGEST_UNROLLED_EXPONENT = 8;

    /** One operation; unused operands repeat the first. */
    record Instruction(Operator operator, int first, int second, int third, int target) {}

    private record Key(Operator operator, int first, int second, int third) {}

    private final int inputs;
    private final Map<Symbol, Integer> inputNumber = new HashMap<>();
    private final Map<Long, Integer> constantNumber = new HashMap<>();
    private final List<Double> constants = new ArrayList<>();
    private final Map<Key, Integer> known = new HashMap<>();
    private final List<Instruction> code = new ArrayList<>();

    /** A value is numbered by its place: inputs from 0, operations from {@code inputs}, constants from -1 downwards. */
    TapeCompiler(List<Symbol> inputs) {
        this.inputs = inputs.size();
        for (int k = 0; k < inputs.size(); k++) {
            inputNumber.put(inputs.get(k), k);
        }
    }

    Tape compile(List<? extends Expression> outputs) {
        IdentityHashMap<Expression, Integer> numbers = new IdentityHashMap<>();
        for (Expression node : Graph.postorder(outputs)) {
            numbers.put(node, number(node, numbers));
        }
        return allocate(outputs.stream().mapToInt(numbers::get).toArray());
    }

    private int number(Expression node, IdentityHashMap<Expression, Integer> numbers) {
        if (node instanceof Constant constant) {
            return constant(constant.value());
        }
        if (node instanceof Symbol symbol) {
            Integer input = inputNumber.get(symbol);
            if (input == null) {
                throw new IllegalArgumentException("The symbol " + symbol + " is no input of the tape.");
            }
            return input;
        }
        Operation operation = (Operation) node;
        int[] arguments = operation.arguments().stream().mapToInt(numbers::get).toArray();
        return switch (operation.operator()) {
            case ADD, MULTIPLY -> chain(operation.operator(), arguments);
            case POWER -> power(operation, arguments);
            case SELECT -> emit(Operator.SELECT, arguments[0], arguments[1], arguments[2]);
            default -> emit(operation.operator(), arguments[0], arguments[arguments.length - 1], arguments[0]);
        };
    }

    private int chain(Operator operator, int[] arguments) {
        int value = arguments[0];
        for (int k = 1; k < arguments.length; k++) {
            value = emit(operator, value, arguments[k], value);
        }
        return value;
    }

    private int power(Operation power, int[] arguments) {
        if (power.argument(1) instanceof Constant constant) {
            double exponent = constant.value();
            if (exponent == 0.5) {
                return emit(Operator.SQRT, arguments[0], arguments[0], arguments[0]);
            }
            if (exponent == Math.rint(exponent) && Math.abs(exponent) <= LARGEST_UNROLLED_EXPONENT && exponent != 0) {
                int product = integerPower(arguments[0], (int) Math.abs(exponent));
                return exponent > 0 ? product : emit(Operator.DIVIDE, constant(1), product, product);
            }
        }
        return emit(Operator.POWER, arguments[0], arguments[1], arguments[0]);
    }

    private int integerPower(int base, int exponent) {
        if (exponent == 1) {
            return base;
        }
        int half = integerPower(base, exponent / 2);
        int square = emit(Operator.MULTIPLY, half, half, half);
        return exponent % 2 == 0 ? square : emit(Operator.MULTIPLY, square, base, square);
    }

    private int constant(double value) {
        return constantNumber.computeIfAbsent(Double.doubleToLongBits(value), key -> {
            constants.add(value);
            return -constants.size();
        });
    }

    private int emit(Operator operator, int first, int second, int third) {
        boolean commutes = operator == Operator.ADD || operator == Operator.MULTIPLY;
        Key key = commutes && first > second
                ? new Key(operator, second, first, second)
                : new Key(operator, first, second, commutes ? first : third);
        return known.computeIfAbsent(key, operation -> {
            code.add(new Instruction(operator, first, second, third, inputs + code.size()));
            return inputs + code.size() - 1;
        });
    }

    /** Gives every value a register: inputs first, then constants, then outputs and what is between. */
    private Tape allocate(int[] outputs) {
        int fixed = inputs + constants.size();
        int values = inputs + code.size();
        int[] lastUse = lastUses(outputs, values);
        int[] register = new int[values];
        Arrays.setAll(register, number -> number);
        Deque<Integer> free = new ArrayDeque<>();
        int registers = fixed;
        Instruction[] allocated = new Instruction[code.size()];
        for (int position = 0; position < code.size(); position++) {
            Instruction instruction = code.get(position);
            int target = free.isEmpty() ? registers++ : free.pop();
            int[] operands = IntStream.of(instruction.first(), instruction.second(), instruction.third())
                    .distinct()
                    .toArray();
            allocated[position] = new Instruction(
                    instruction.operator(),
                    place(instruction.first(), register),
                    place(instruction.second(), register),
                    place(instruction.third(), register),
                    target);
            register[instruction.target()] = target;
            for (int operand : operands) {
                if (operand >= inputs && lastUse[operand] == position) {
                    free.push(register[operand]);
                }
            }
        }
        int[] places =
                IntStream.of(outputs).map(number -> place(number, register)).toArray();
        return new Tape(
                inputs,
                registers,
                places,
                allocated,
                constants.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private int place(int number, int[] register) {
        return number < 0 ? inputs - 1 - number : register[number];
    }

    /** The position of the instruction that reads each value last; outputs are read after the end. */
    private int[] lastUses(int[] outputs, int values) {
        int[] last = new int[values];
        Arrays.fill(last, -1);
        for (int position = 0; position < code.size(); position++) {
            Instruction instruction = code.get(position);
            for (int operand : new int[] {instruction.first(), instruction.second(), instruction.third()}) {
                if (operand >= 0) {
                    last[operand] = position;
                }
            }
        }
        for (int output : outputs) {
            if (output >= 0) {
                last[output] = code.size();
            }
        }
        return last;
    }
}
