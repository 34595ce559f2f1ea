package org.kindling.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparseLuTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void realSystemsHaveTheSolutionOfTheDenseDecomposition(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SparsityPattern pattern = pattern(random);
        double[] values = values(pattern, random);
        double shift = 0.1 + random.nextDouble();
        double[] expected = right(pattern.order(), random);
        double[] actual = expected.clone();
        LuDecomposition dense = LuDecomposition.ofOrder(pattern.order());
        dense.factor(dense(pattern, values, shift));
        dense.solve(expected);

        SparseLu sparse = new SparseLu(pattern);
        assertThat(sparse.factor(shift, 0, values)).isTrue();
        assertThat(sparse.solve(actual, new double[actual.length])).isTrue();

        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(1e-8 * (1 + Math.abs(expected[i]))));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void complexSystemsAreSolved(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SparsityPattern pattern = pattern(random);
        double[] values = values(pattern, random);
        double[] re = right(pattern.order(), random);
        double[] im = right(pattern.order(), random);
        double[] x = re.clone();
        double[] y = im.clone();

        SparseLu sparse = new SparseLu(pattern);
        assertThat(sparse.factor(0.3, 1.7, values)).isTrue();
        assertThat(sparse.solve(x, y)).isTrue();

        double[] matrix = dense(pattern, values, 0.3);
        for (int i = 0; i < re.length; i++) {
            double real = -1.7 * y[i];
            double imaginary = 1.7 * x[i];
            double size = 1.7 * (Math.abs(x[i]) + Math.abs(y[i]));
            for (int j = 0; j < re.length; j++) {
                real += matrix[i * re.length + j] * x[j];
                imaginary += matrix[i * re.length + j] * y[j];
                size += Math.abs(matrix[i * re.length + j]) * (Math.abs(x[j]) + Math.abs(y[j]));
            }
            assertThat(real).isCloseTo(re[i], within(1e-8 * size));
            assertThat(imaginary).isCloseTo(im[i], within(1e-8 * size));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void scalesOfRowsAndColumnsDoNotMatter(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SparsityPattern pattern = pattern(random);
        double[] values = values(pattern, random);
        double[] scales = new double[pattern.order()];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = Math.scalb(1.0, random.nextInt(-40, 40));
        }
        double[] scaled = new double[values.length];
        for (int entry = 0; entry < values.length; entry++) {
            scaled[entry] = values[entry] * scales[pattern.row(entry)] / scales[pattern.column(entry)];
        }
        double[] b = right(pattern.order(), random);
        double[] scaledB = new double[b.length];
        for (int i = 0; i < b.length; i++) {
            scaledB[i] = b[i] * scales[i];
        }
        SparseLu first = new SparseLu(pattern);
        SparseLu second = new SparseLu(pattern);
        first.factor(3, 0, values);
        second.factor(3, 0, scaled);
        first.solve(b, new double[b.length]);
        second.solve(scaledB, new double[b.length]);

        for (int i = 0; i < b.length; i++) {
            assertThat(scaledB[i] / scales[i]).isCloseTo(b[i], within(1e-7 * (1 + Math.abs(b[i]))));
        }
    }

    @Test
    void vanishingPivotsAreExchanged() {
        SparsityPattern pattern = SparsityPattern.of(3, new int[] {0, 0, 1, 2, 2}, new int[] {0, 1, 0, 2, 0});
        SparseLu lu = new SparseLu(pattern);
        // 2 - 2 = 0 on the diagonal of the first row, and a pivot of 1e-20 that elimination would drown in.
        assertThat(lu.factor(2, 0, new double[] {2, 1, 1, 1, 5})).isTrue();
        double[] x = {-1, -1 + 2 * 1, 3};
        assertThat(lu.solve(x, new double[3])).isTrue();
        assertThat(-x[1]).isCloseTo(-1, within(1e-14));
        assertThat(-x[0] + 2 * x[1]).isCloseTo(1, within(1e-14));
        assertThat(x[2] - 5 * x[0]).isCloseTo(3, within(1e-13));
    }

    @Test
    void tinyPivotsAreFoundByTheirResidual() {
        SparsityPattern pattern = SparsityPattern.dense(2);
        SparseLu lu = new SparseLu(pattern);
        assertThat(lu.factor(1, 0, new double[] {1 - 1e-16, -1, -1, 0})).isTrue();
        double[] x = {1, 2};
        assertThat(lu.solve(x, new double[2])).isTrue();
        assertThat(x[0]).isCloseTo(1, within(1e-12));
        assertThat(x[1]).isCloseTo(1, within(1e-12));
    }

    @Test
    void singularMatricesAreTold() {
        SparseLu lu = new SparseLu(SparsityPattern.dense(2));
        assertThat(lu.factor(1, 0, new double[] {0, -1, -1, 0})).isFalse();
    }

    @Test
    void tridiagonalMatricesDoNotFillIn() {
        int order = 40;
        int[] rows = IntStream.range(0, order - 1)
                .flatMap(i -> IntStream.of(i, i + 1))
                .toArray();
        int[] columns = IntStream.range(0, order - 1)
                .flatMap(i -> IntStream.of(i + 1, i))
                .toArray();
        SparsityPattern pattern = SparsityPattern.of(order, rows, columns);
        assertThat(pattern.elimination().values()).isEqualTo(order + 2 * (order - 1));
        assertThat(pattern.elimination()).isSameAs(pattern.elimination());
    }

    @Test
    void patternsAreChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparsityPattern.of(2, new int[] {0, 0}, new int[] {1, 1}))
                .withMessageContaining("twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SparsityPattern.of(2, new int[] {2}, new int[] {0}))
                .withMessageContaining("outside");
        assertThatIllegalArgumentException().isThrownBy(() -> SparsityPattern.of(2, new int[] {0}, new int[] {0, 1}));
        assertThatIllegalArgumentException().isThrownBy(() -> SparsityPattern.of(-1, new int[0], new int[0]));
    }

    private static SparsityPattern pattern(SplittableRandom random) {
        int order = random.nextInt(1, 40);
        double density = random.nextDouble();
        int[] chosen = IntStream.range(0, order * order)
                .filter(cell -> random.nextDouble() < density)
                .toArray();
        return SparsityPattern.of(
                order,
                IntStream.of(chosen).map(cell -> cell / order).toArray(),
                IntStream.of(chosen).map(cell -> cell % order).toArray());
    }

    private static double[] values(SparsityPattern pattern, SplittableRandom random) {
        return random.doubles(pattern.entries(), -1, 1).toArray();
    }

    private static double[] right(int order, SplittableRandom random) {
        return random.doubles(order, -1, 1).toArray();
    }

    private static double[] dense(SparsityPattern pattern, double[] values, double shift) {
        int order = pattern.order();
        double[] matrix = new double[order * order];
        for (int i = 0; i < order; i++) {
            matrix[i * order + i] = shift;
        }
        for (int entry = 0; entry < values.length; entry++) {
            matrix[pattern.row(entry) * order + pattern.column(entry)] -= values[entry];
        }
        return matrix;
    }
}
