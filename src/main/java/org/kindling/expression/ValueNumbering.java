package org.kindling.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Expressions as straight-line code in which equal subexpressions are computed once. Whatever executes it gets the same
 * numbers to the last bit, since the order of all operations is settled here.
 *
 * <p>A value is numbered by its place: inputs from 0, operations from {@link #inputs} on, constants from -1 downwards.
 */
final class ValueNumbering {

    /** Exponents up to this are written as products: far faster than a power, and as good to 4 units in the last place. */
    private static final int LARGEST_UNROLLED_EXPONENT = 8;

    private record Key(Operator operator, int first, int second, int third) {}

    private final int inputs;
    private final int[] outputs;
    private final Map<Symbol, Integer> inputNumber = new HashMap<>();
    private final Map<Long, Integer> constantNumber = new HashMap<>();
    private final List<Double> constants = new ArrayList<>();
    private final Map<Key, Integer> known = new HashMap<>();
    private final List<Instruction> code = new ArrayList<>();
    private final IdentityHashMap<Expression, Integer> numbers = new IdentityHashMap<>();

    private ValueNumbering(List<Symbol> inputs, List<? extends Expression> outputs) {
        this.inputs = inputs.size();
        for (int k = 0; k < inputs.size(); k++) {
            inputNumber.put(inputs.get(k), k);
        }
        for (Expression node : Graph.postorder(outputs)) {
            numbers.put(node, number(node));
        }
        this.outputs = outputs.stream().mapToInt(numbers::get).toArray();
    }

    /** Numbers the values of expressions; an unknown symbol is an IllegalArgumentException. */
    static ValueNumbering of(List<Symbol> inputs, List<? extends Expression> outputs) {
        return new ValueNumbering(inputs, outputs);
    }

    /** The value of an expression that occurs in the outputs. */
    int valueOf(Expression node) {
        return Objects.requireNonNull(numbers.get(node));
    }

    int inputs() {
        return inputs;
    }

    /** The value of each output, shape [outputs]. */
    int[] outputs() {
        return outputs.clone();
    }

    /** The operations in an order in which each follows its operands; the target of the k-th is {@code inputs + k}. */
    List<Instruction> code() {
        return List.copyOf(code);
    }

    /** The constants, that of value -1 first. */
    double[] constants() {
        return constants.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The place of the operation that uses each value last, -1 for none; outputs are used after the end. */
    int[] lastUses() {
        int[] last = new int[inputs + code.size()];
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

    private int number(Expression node) {
        if (node instanceof Constant constant) {
            return constant(constant.value());
        }
        if (node instanceof Symbol symbol) {
            Integer input = inputNumber.get(symbol);
            if (input == null) {
                throw new IllegalArgumentException("The symbol " + symbol + " is no input.");
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
}
