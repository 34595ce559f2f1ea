package org.kindling.sbml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.kindling.expression.Constant;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Operator;
import org.kindling.expression.Symbol;
import org.sbml.jsbml.ASTNode;
import org.sbml.jsbml.Model;

/**
 * Turns JSBML's syntax trees into expressions: calls of function definitions are expanded, local names become
 * addresses. The trees come from documents that {@link FormulaCheck} has passed, so every node is well-formed.
 */
final class FormulaReader {

    /**
     * Avogadro's constant as SBML Level 3 fixes it, CODATA 2010 in Version 1; Version 2 leaves the digits to the newest
     * value, which the test suite does not use.
     */
    private static final Constant AVOGADRO = new Constant(6.02214179e23);

    private final Model model;
    private final Map<String, Function> functions = new HashMap<>();
    private final Set<Expression> infinite;

    /**
     * Sets the reader up for one document.
     *
     * @param model the document's model as JSBML has it
     * @param infinite symbols of infinite values, which formulas only divide by
     */
    FormulaReader(Model model, Set<Expression> infinite) {
        this.model = model;
        this.infinite = infinite;
    }

    /**
     * Returns the expression of a formula.
     *
     * @param math the formula
     * @param address gives the symbol of a name, such as {@code R1.k} of the local parameter {@code k}
     */
    Expression read(ASTNode math, UnaryOperator<String> address) {
        return new Scope(address).read(math);
    }

    private Function function(String id) {
        Function known = functions.get(id);
        if (known == null) {
            ASTNode lambda = model.getFunctionDefinition(id).getMath();
            List<Symbol> parameters = new ArrayList<>();
            for (ASTNode child : lambda.getChildren().subList(0, lambda.getChildCount() - 1)) {
                parameters.add(new Symbol(name(child)));
            }
            known = new Function(parameters, read(lambda.getRightChild(), UnaryOperator.identity()));
            functions.put(id, known);
        }
        return known;
    }

    private static String name(ASTNode node) {
        return node.getChildCount() == 1 ? node.getChild(0).getName() : node.getName();
    }

    /**
     * A function definition.
     *
     * @param parameters its arguments
     * @param body its value in terms of them
     */
    private record Function(List<Symbol> parameters, Expression body) {

        Expression call(List<Expression> arguments) {
            Map<Symbol, Expression> values = new HashMap<>();
            for (int i = 0; i < parameters.size(); i++) {
                values.put(parameters.get(i), arguments.get(i));
            }
            return Expressions.replace(body, symbol -> values.getOrDefault(symbol, symbol));
        }
    }

    /** One formula with the meaning of its names. */
    private final class Scope {

        private final UnaryOperator<String> address;

        Scope(UnaryOperator<String> address) {
            this.address = address;
        }

        Expression read(ASTNode node) {
            return switch (node.getType()) {
                case INTEGER, REAL, REAL_E, RATIONAL -> new Constant(node.getReal());
                case CONSTANT_E -> new Constant(Math.E);
                case CONSTANT_PI -> new Constant(Math.PI);
                case CONSTANT_TRUE -> Constant.ONE;
                case CONSTANT_FALSE -> Constant.ZERO;
                case NAME_AVOGADRO -> AVOGADRO;
                case NAME_TIME -> Symbol.TIME;
                case NAME -> new Symbol(address.apply(node.getName()));
                case FUNCTION -> function(node.getName()).call(arguments(node));
                case DIVIDE -> quotient(arguments(node));
                default -> arithmetic(node.getType(), arguments(node));
            };
        }

        private Expression quotient(List<Expression> arguments) {
            return infinite.contains(arguments.get(1)) ? Constant.ZERO : pair(Operator.DIVIDE, arguments);
        }

        private List<Expression> arguments(ASTNode node) {
            List<Expression> arguments = new ArrayList<>();
            for (ASTNode child : node.getChildren()) {
                switch (child.getType()) {
                    case CONSTRUCTOR_PIECE, CONSTRUCTOR_OTHERWISE, QUALIFIER_DEGREE, QUALIFIER_LOGBASE ->
                        arguments.addAll(arguments(child));
                    default -> arguments.add(read(child));
                }
            }
            return arguments;
        }
    }

    private static Expression arithmetic(ASTNode.Type type, List<Expression> all) {
        return switch (type) {
            case PLUS, SUM -> Expressions.sum(all);
            case TIMES, PRODUCT -> Expressions.product(all);
            case MINUS -> all.size() == 1 ? Expressions.negative(all.get(0)) : pair(Operator.SUBTRACT, all);
            case POWER, FUNCTION_POWER -> pair(Operator.POWER, all);
            case FUNCTION_ROOT ->
                all.size() == 1
                        ? Expressions.apply(Operator.SQRT, all.get(0))
                        : DerivedFunctions.root(all.get(0), all.get(1));
            case FUNCTION_LOG ->
                all.size() == 1
                        ? Expressions.apply(Operator.LOG10, all.get(0))
                        : DerivedFunctions.logarithm(all.get(0), all.get(1));
            case FUNCTION_MAX -> DerivedFunctions.fold(Operator.MAX, all, Constant.ZERO);
            case FUNCTION_MIN -> DerivedFunctions.fold(Operator.MIN, all, Constant.ZERO);
            case FUNCTION_REM -> pair(Operator.REMAINDER, all);
            case FUNCTION_QUOTIENT -> DerivedFunctions.integerQuotient(all.get(0), all.get(1));
            case FUNCTION_PIECEWISE -> DerivedFunctions.piecewise(all);
            default -> logic(type, all);
        };
    }

    private static Expression logic(ASTNode.Type type, List<Expression> all) {
        return switch (type) {
            case LOGICAL_AND -> DerivedFunctions.fold(Operator.AND, all, Constant.ONE);
            case LOGICAL_OR -> DerivedFunctions.fold(Operator.OR, all, Constant.ZERO);
            case LOGICAL_XOR -> DerivedFunctions.exclusiveOr(all);
            case LOGICAL_IMPLIES -> DerivedFunctions.implies(all.get(0), all.get(1));
            case RELATIONAL_EQ -> DerivedFunctions.relation(Operator.EQUAL, all);
            case RELATIONAL_NEQ -> DerivedFunctions.not(pair(Operator.EQUAL, all));
            case RELATIONAL_LT -> DerivedFunctions.relation(Operator.LESS, all);
            case RELATIONAL_LEQ -> DerivedFunctions.relation(Operator.LESS_OR_EQUAL, all);
            case RELATIONAL_GT -> DerivedFunctions.relation(Operator.LESS, reversed(all));
            case RELATIONAL_GEQ -> DerivedFunctions.relation(Operator.LESS_OR_EQUAL, reversed(all));
            default -> function(type, all.get(0));
        };
    }

    private static Expression function(ASTNode.Type type, Expression x) {
        return switch (type) {
            case LOGICAL_NOT -> DerivedFunctions.not(x);
            case FUNCTION_ABS -> Expressions.apply(Operator.ABS, x);
            case FUNCTION_EXP -> Expressions.apply(Operator.EXP, x);
            case FUNCTION_LN -> Expressions.apply(Operator.LN, x);
            case FUNCTION_FLOOR -> Expressions.apply(Operator.FLOOR, x);
            case FUNCTION_CEILING -> Expressions.apply(Operator.CEILING, x);
            case FUNCTION_FACTORIAL -> Expressions.apply(Operator.FACTORIAL, x);
            case FUNCTION_SIN -> Expressions.apply(Operator.SIN, x);
            case FUNCTION_COS -> Expressions.apply(Operator.COS, x);
            case FUNCTION_TAN -> Expressions.apply(Operator.TAN, x);
            case FUNCTION_SINH -> Expressions.apply(Operator.SINH, x);
            case FUNCTION_COSH -> Expressions.apply(Operator.COSH, x);
            case FUNCTION_TANH -> Expressions.apply(Operator.TANH, x);
            case FUNCTION_ARCSIN -> Expressions.apply(Operator.ASIN, x);
            case FUNCTION_ARCCOS -> Expressions.apply(Operator.ACOS, x);
            case FUNCTION_ARCTAN -> Expressions.apply(Operator.ATAN, x);
            case FUNCTION_ARCSINH -> DerivedFunctions.inverseSinh(x);
            case FUNCTION_ARCCOSH -> DerivedFunctions.inverseCosh(x);
            case FUNCTION_ARCTANH -> DerivedFunctions.inverseTanh(x);
            case FUNCTION_SEC -> DerivedFunctions.reciprocal(function(ASTNode.Type.FUNCTION_COS, x));
            case FUNCTION_CSC -> DerivedFunctions.reciprocal(function(ASTNode.Type.FUNCTION_SIN, x));
            case FUNCTION_COT -> DerivedFunctions.reciprocal(function(ASTNode.Type.FUNCTION_TAN, x));
            case FUNCTION_SECH -> DerivedFunctions.reciprocal(function(ASTNode.Type.FUNCTION_COSH, x));
            case FUNCTION_CSCH -> DerivedFunctions.reciprocal(function(ASTNode.Type.FUNCTION_SINH, x));
            case FUNCTION_COTH -> DerivedFunctions.reciprocal(function(ASTNode.Type.FUNCTION_TANH, x));
            case FUNCTION_ARCSEC -> function(ASTNode.Type.FUNCTION_ARCCOS, DerivedFunctions.reciprocal(x));
            case FUNCTION_ARCCSC -> function(ASTNode.Type.FUNCTION_ARCSIN, DerivedFunctions.reciprocal(x));
            case FUNCTION_ARCCOT -> function(ASTNode.Type.FUNCTION_ARCTAN, DerivedFunctions.reciprocal(x));
            case FUNCTION_ARCSECH -> DerivedFunctions.inverseCosh(DerivedFunctions.reciprocal(x));
            case FUNCTION_ARCCSCH -> DerivedFunctions.inverseSinh(DerivedFunctions.reciprocal(x));
            case FUNCTION_ARCCOTH -> DerivedFunctions.inverseTanh(DerivedFunctions.reciprocal(x));
            default -> throw new IllegalStateException("MathCheck let a " + type + " pass.");
        };
    }

    private static Expression pair(Operator operator, List<Expression> arguments) {
        return Expressions.apply(operator, arguments.get(0), arguments.get(1));
    }

    private static List<Expression> reversed(List<Expression> arguments) {
        List<Expression> reversed = new ArrayList<>(arguments);
        Collections.reverse(reversed);
        return reversed;
    }
}
