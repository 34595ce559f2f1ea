package org.kindling.expression;

/**
 * What an operation does with its arguments. Truth values are the numbers 1 and 0; any number other than 0 is true.
 *
 * <p>The set is closed under differentiation and covers MathML as SBML uses it: everything else (logarithms to other
 * bases, the rarer trigonometric functions, n-ary relations) is composed of these by {@link Expressions}.
 */
public enum Operator {
    /** Sum of two or more arguments. */
    ADD(2, Integer.MAX_VALUE),
    /** Product of two or more arguments. */
    MULTIPLY(2, Integer.MAX_VALUE),
    /** First argument minus the second. */
    SUBTRACT(2),
    /** First argument divided by the second. */
    DIVIDE(2),
    /** First argument raised to the second. */
    POWER(2),
    /** The negative of the argument. */
    NEGATE(1),
    /** Square root. */
    SQRT(1),
    /** Exponential function. */
    EXP(1),
    /** Natural logarithm. */
    LN(1),
    /** Logarithm to base 10. */
    LOG10(1),
    /** Absolute value. */
    ABS(1),
    /** Sign: -1, 0 or 1. */
    SIGN(1),
    /** Largest integer not above the argument. */
    FLOOR(1),
    /** Smallest integer not below the argument. */
    CEILING(1),
    /** Factorial of an integer. */
    FACTORIAL(1),
    /** Sine. */
    SIN(1),
    /** Cosine. */
    COS(1),
    /** Tangent. */
    TAN(1),
    /** Inverse sine. */
    ASIN(1),
    /** Inverse cosine. */
    ACOS(1),
    /** Inverse tangent. */
    ATAN(1),
    /** Hyperbolic sine. */
    SINH(1),
    /** Hyperbolic cosine. */
    COSH(1),
    /** Hyperbolic tangent. */
    TANH(1),
    /** Smaller of two arguments. */
    MIN(2),
    /** Larger of two arguments. */
    MAX(2),
    /** Remainder of the division, with the sign of the dividend. */
    REMAINDER(2),
    /** 1 if the arguments are equal. */
    EQUAL(2),
    /** 1 if the first argument is less than the second. */
    LESS(2),
    /** 1 if the first argument is not greater than the second. */
    LESS_OR_EQUAL(2),
    /** 1 if both arguments are true. */
    AND(2),
    /** 1 if an argument is true. */
    OR(2),
    /** 1 if the argument is false. */
    NOT(1),
    /** The second argument where the first is true, else the third. */
    SELECT(3);

    private final int fewest;
    private final int most;

    Operator(int arity) {
        this(arity, arity);
    }

    Operator(int fewest, int most) {
        this.fewest = fewest;
        this.most = most;
    }

    boolean accepts(int arguments) {
        return arguments >= fewest && arguments <= most;
    }

    /** Refuses a number of arguments that this operator does not take. */
    void require(int arguments) {
        if (!accepts(arguments)) {
            throw new IllegalArgumentException(this + " does not take " + arguments + " arguments.");
        }
    }

    /**
     * The value of this operator at one or two numbers; {@link #SELECT} and longer sums and products are made of these by
     * their callers.
     */
    double apply(double x, double y) {
        return switch (this) {
            case ADD -> x + y;
            case MULTIPLY -> x * y;
            case SUBTRACT -> x - y;
            case DIVIDE -> x / y;
            case POWER -> Math.pow(x, y);
            case MIN -> Math.min(x, y);
            case MAX -> Math.max(x, y);
            case REMAINDER -> x % y;
            case EQUAL -> truth(x == y);
            case LESS -> truth(x < y);
            case LESS_OR_EQUAL -> truth(x <= y);
            case AND -> truth(x != 0 && y != 0);
            case OR -> truth(x != 0 || y != 0);
            case NEGATE -> -x;
            case SQRT -> Math.sqrt(x);
            case EXP -> Math.exp(x);
            case LN -> Math.log(x);
            case LOG10 -> Math.log10(x);
            case ABS -> Math.abs(x);
            case SIGN -> Math.signum(x);
            case FLOOR -> Math.floor(x);
            case CEILING -> Math.ceil(x);
            case FACTORIAL -> factorial(x);
            case SIN -> Math.sin(x);
            case COS -> Math.cos(x);
            case TAN -> Math.tan(x);
            case ASIN -> Math.asin(x);
            case ACOS -> Math.acos(x);
            case ATAN -> Math.atan(x);
            case SINH -> Math.sinh(x);
            case COSH -> Math.cosh(x);
            case TANH -> Math.tanh(x);
            case NOT -> truth(x == 0);
            case SELECT -> throw new IllegalArgumentException("SELECT takes three arguments.");
        };
    }

    /** The value of {@link #SELECT}. */
    static double select(double condition, double then, double otherwise) {
        return condition != 0 ? then : otherwise;
    }

    private static double truth(boolean value) {
        return value ? 1 : 0;
    }

    /** Factorials beyond 170 exceed the range of a double. */
    private static double factorial(double x) {
        if (x < 0 || x != Math.rint(x)) {
            return Double.NaN;
        }
        if (x > 170) {
            return Double.POSITIVE_INFINITY;
        }
        double product = 1;
        for (int factor = 2; factor <= x; factor++) {
            product *= factor;
        }
        return product;
    }
}
