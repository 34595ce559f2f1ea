package org.kindling.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hipparchus.FieldElement;
import org.hipparchus.complex.FieldComplex;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.kindling.expression.Constant;
import org.kindling.expression.Expression;
import org.kindling.expression.Operation;
import org.kindling.expression.Symbol;
import org.kindling.parameters.Coordinate;

/**
 * Eigenvalues and their derivatives in 60 decimal digits. Rates and elasticities are evaluated, the Jacobian is assembled, and
 * the eigenvalue is found by Newton's method on the determinant, all in that precision; its derivative is the central
 * difference of the determinant over a step of 1e-20, divided by the determinant's slope. Shares with what it checks
 * the expressions of the elasticities and the matrices of the network, but no eigenvector and no derivative by a parameter.
 */
final class PreciseGradient {

    private static final DfpField DIGITS = new DfpField(60);
    private static final Dfp STEP = DIGITS.newDfp("1e-20");
    private static final Dfp ZERO = DIGITS.getZero();

    private final JacobianFunction function;
    private final double[] u;
    private FieldComplex<Dfp> lambda;
    private FieldComplex<Dfp> slope = new FieldComplex<>(ZERO);

    private PreciseGradient(JacobianFunction function, double[] u, double real, double imaginary) {
        this.function = function;
        this.u = u.clone();
        this.lambda = new FieldComplex<>(DIGITS.newDfp(real), DIGITS.newDfp(imaginary));
    }

    /** Refines the eigenvalue near a start at coordinates u. */
    static PreciseGradient of(JacobianFunction function, double[] u, double real, double imaginary) {
        PreciseGradient gradient = new PreciseGradient(function, u, real, imaginary);
        gradient.refine();
        return gradient;
    }

    double real() {
        return lambda.getRealPart().toDouble();
    }

    private void refine() {
        Dfp[][] matrix = matrix(0, ZERO);
        for (int step = 0; step < 3; step++) {
            FieldComplex<Dfp> moved = lambda.multiply(STEP.add(1));
            FieldComplex<Dfp> value = determinant(matrix, lambda);
            slope = determinant(matrix, moved).subtract(value).divide(moved.subtract(lambda));
            lambda = lambda.subtract(value.divide(slope));
        }
    }

    /** The derivative of the real part by a coordinate. */
    double derivative(int parameter) {
        FieldComplex<Dfp> right = determinant(matrix(parameter, STEP), lambda);
        FieldComplex<Dfp> left = determinant(matrix(parameter, STEP.negate()), lambda);
        FieldComplex<Dfp> change = right.subtract(left).divide(STEP.multiply(2));
        return -change.divide(slope).getRealPart().toDouble();
    }

    private Dfp[][] matrix(int moved, Dfp step) {
        BoundRates rates = function.rates();
        List<Coordinate> coordinates = function.space().coordinates();
        IdentityHashMap<Expression, Dfp> computed = new IdentityHashMap<>();
        Map<Symbol, Dfp> values = new HashMap<>();
        for (int index = 0; index < u.length; index++) {
            Dfp at = DIGITS.newDfp(u[index]).add(index == moved ? step : ZERO);
            Dfp reference = DIGITS.newDfp(coordinates.get(index).reference());
            values.put(rates.inputs().get(index), reference.multiply(at.exp()));
        }
        Function<Expression, Dfp> evaluation = expression -> evaluate(expression, values, computed);
        Dfp[] factor = rates.scales().stream()
                .map(scale -> scale.rate()
                        .map(rate -> DIGITS.newDfp(scale.flux()).divide(evaluation.apply(rate)))
                        .orElse(DIGITS.newDfp(scale.flux())))
                .toArray(Dfp[]::new);
        int order = function.order();
        Dfp[][] matrix = new Dfp[order][order];
        for (Dfp[] row : matrix) {
            Arrays.fill(row, ZERO);
        }
        for (BoundRates.Derivative derivative : rates.derivatives()) {
            Dfp value = evaluation.apply(derivative.expression()).multiply(factor[derivative.process()]);
            add(matrix, derivative, value);
        }
        return matrix;
    }

    private void add(Dfp[][] matrix, BoundRates.Derivative derivative, Dfp value) {
        SparseRows flows = function.assembly().flows();
        SparseRows links = function.assembly().links();
        for (int flow = flows.start(derivative.process()); flow < flows.start(derivative.process() + 1); flow++) {
            Dfp part = value.multiply(DIGITS.newDfp(flows.value(flow)));
            for (int link = links.start(derivative.state()); link < links.start(derivative.state() + 1); link++) {
                Dfp[] row = matrix[flows.column(flow)];
                int column = links.column(link);
                row[column] = row[column].add(part.multiply(DIGITS.newDfp(links.value(link))));
            }
        }
    }

    private static Dfp evaluate(
            Expression expression, Map<Symbol, Dfp> values, IdentityHashMap<Expression, Dfp> computed) {
        if (expression instanceof Constant constant) {
            return DIGITS.newDfp(constant.value());
        }
        if (expression instanceof Symbol symbol) {
            return Objects.requireNonNull(values.get(symbol));
        }
        Dfp known = computed.get(expression);
        if (known != null) {
            return known;
        }
        Operation operation = (Operation) expression;
        Dfp[] arguments = operation.arguments().stream()
                .map(argument -> evaluate(argument, values, computed))
                .toArray(Dfp[]::new);
        Dfp value = switch (operation.operator()) {
            case ADD -> fold(arguments, Dfp::add);
            case MULTIPLY -> fold(arguments, Dfp::multiply);
            case SUBTRACT -> arguments[0].subtract(arguments[1]);
            case DIVIDE -> arguments[0].divide(arguments[1]);
            case NEGATE -> arguments[0].negate();
            case POWER -> power(arguments[0], operation.argument(1), arguments[1]);
            default -> throw new IllegalArgumentException("no precise " + operation.operator());
        };
        computed.put(expression, value);
        return value;
    }

    private static Dfp fold(Dfp[] arguments, BinaryOperator<Dfp> operator) {
        return Arrays.stream(arguments).reduce(operator).orElseThrow();
    }

    private static Dfp power(Dfp base, Expression exponent, Dfp value) {
        boolean whole = exponent instanceof Constant constant && constant.value() == Math.rint(constant.value());
        return whole
                ? base.pow((int) ((Constant) exponent).value())
                : base.log().multiply(value).exp();
    }

    private static FieldComplex<Dfp> determinant(Dfp[][] matrix, FieldComplex<Dfp> lambda) {
        if (lambda.getImaginaryPart().isZero()) {
            return new FieldComplex<>(
                    determinant(matrix, entry -> entry, lambda.getRealPart(), entry -> Math.abs(entry.toDouble())));
        }
        return determinant(
                matrix,
                FieldComplex::new,
                lambda,
                entry -> Math.abs(entry.getRealPart().toDouble())
                        + Math.abs(entry.getImaginaryPart().toDouble()));
    }

    /** The determinant of the matrix minus an eigenvalue, by elimination with partial pivoting. */
    private static <T extends FieldElement<T>> T determinant(
            Dfp[][] matrix, Function<Dfp, T> number, T lambda, ToDoubleFunction<T> size) {
        List<List<T>> rows = new ArrayList<>();
        for (int i = 0; i < matrix.length; i++) {
            List<T> row = Arrays.stream(matrix[i]).map(number).collect(Collectors.toCollection(ArrayList::new));
            row.set(i, row.get(i).subtract(lambda));
            rows.add(row);
        }
        T determinant = lambda.getField().getOne();
        for (int k = 0; k < rows.size(); k++) {
            int column = k;
            int place = IntStream.range(k, rows.size())
                    .boxed()
                    .max(Comparator.comparingDouble(
                            i -> size.applyAsDouble(rows.get(i).get(column))))
                    .orElseThrow();
            List<T> pivot = rows.get(place);
            if (place != k) {
                Collections.swap(rows, place, k);
                determinant = determinant.negate();
            }
            determinant = determinant.multiply(pivot.get(k));
            for (List<T> row : rows.subList(k + 1, rows.size())) {
                if (size.applyAsDouble(row.get(k)) != 0) {
                    subtract(row, row.get(k).divide(pivot.get(k)), pivot, k + 1);
                }
            }
        }
        return determinant;
    }

    private static <T extends FieldElement<T>> void subtract(List<T> row, T factor, List<T> pivot, int from) {
        for (int j = from; j < row.size(); j++) {
            row.set(j, row.get(j).subtract(factor.multiply(pivot.get(j))));
        }
    }
}
