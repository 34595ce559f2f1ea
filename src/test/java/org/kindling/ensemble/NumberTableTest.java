package org.kindling.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTableTest {

    private static final List<String> NONE = List.of();

    @Test
    void wholeNumbersStandWithoutAPoint() throws IOException {
        assertThat(written(NONE, List.of("index", "lambda_max", "Km"), NONE, 17, -9.5, 1e-300))
                .isEqualTo("index,lambda_max,Km\n17,-9.5,1.0E-300\n");
    }

    @Test
    void labelsComeFirst() throws IOException {
        assertThat(written(List.of("member"), List.of("tau"), List.of("m0001"), 0.25))
                .isEqualTo("member,tau\nm0001,0.25\n");
    }

    @Test
    void numbersThatAreNotKnownAreEmptyCells() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (NumberTableWriter table = NumberTableWriter.of(out, NONE, List.of("round", "kl", "loss"))) {
            table.writeKnown(List.of(OptionalDouble.of(1), OptionalDouble.empty(), OptionalDouble.of(-0.5)));
            table.writeKnown(List.of(OptionalDouble.of(2), OptionalDouble.of(0.25), OptionalDouble.empty()));

            assertThatThrownBy(() -> table.writeKnown(List.of(OptionalDouble.of(3))))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("expected 3");
        }

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("round,kl,loss\n1,,-0.5\n2,0.25,\n");
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0.0,
                -0.0,
                1e22,
                2e-3,
                Double.MIN_VALUE,
                9007199254740992.0,
                -1e15,
                Double.MAX_VALUE,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY
            })
    void anExtremeNumberReadsBackExactly(double number) throws IOException {
        String text = written(NONE, List.of("x"), NONE, number);

        try (NumberTableReader reader = reader(text, 0)) {
            assertThat(reader.next()).isTrue();
            assertThat(Double.doubleToLongBits(reader.number(0))).isEqualTo(Double.doubleToLongBits(number));
        }
    }

    @Test
    void randomBitsReadBackExactly() throws IOException {
        SplittableRandom bits = new SplittableRandom(20_261);
        double[] row = bits.longs(10_000).mapToDouble(Double::longBitsToDouble).toArray();
        List<String> columns =
                IntStream.range(0, row.length).mapToObj(j -> "p" + j).toList();

        try (NumberTableReader reader = reader(written(NONE, columns, NONE, row), 0)) {
            assertThat(reader.numberColumns()).isEqualTo(columns);
            assertThat(reader.next()).isTrue();
            assertThat(reader.numbers()).isEqualTo(row);
            assertThat(reader.next()).isFalse();
        }
    }

    /** Java 17's own Double.toString writes 9.999999999999999E22 and the like for these (JDK-4511638). */
    @ParameterizedTest
    @ValueSource(strings = {"1.0E23", "2.0E23", "8.41E21"})
    void theShortestDigitsAreWritten(String digits) throws IOException {
        assertThat(written(NONE, List.of("x"), NONE, Double.parseDouble(digits)))
                .isEqualTo("x\n" + digits + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a,b", "say \"x\"", "=1+1", "@SUM(A1)", "-x", "+x", "'quoted'", "'=x", "new\nline", "ü", "\t"})
    void anAwkwardLabelReadsBackExactly(String label) throws IOException {
        String text = written(List.of(label), List.of("x"), List.of(label), 1);

        try (NumberTableReader reader = reader(text, 1)) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.label(0)).isEqualTo(label);
        }
    }

    @Test
    void noLabelBecomesAFormula() throws IOException {
        assertThat(written(List.of("id"), List.of("=x"), List.of("=HYPERLINK(1)"), 1))
                .isEqualTo("id,'=x\n'=HYPERLINK(1),1\n");
    }

    @Test
    void aByteOrderMarkAndCarriageReturnsAreSkipped() throws IOException {
        try (NumberTableReader reader = reader("\uFEFFx,y\r\n1,2\r\n\r\n", 0)) {
            assertThat(reader.numberColumns()).containsExactly("x", "y");
            assertThat(reader.next()).isTrue();
            assertThat(reader.numbers()).containsExactly(1, 2);
            assertThat(reader.next()).isFalse();
        }
    }

    @Test
    void aCellThatIsNoNumberIsNamed() throws IOException {
        try (NumberTableReader reader = reader("x,y\n1,2\n3,fast\n", 0)) {
            assertThat(reader.next()).isTrue();
            assertThatThrownBy(reader::next)
                    .isInstanceOf(FileFormatException.class)
                    .hasMessage("sets.csv, row 2, column \"y\": \"fast\" is no number; write it as 1.5 or 2e-3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x,y\n1\n", "x,y\n1,2,3\n", "x,y\n1,\"2\n", "x,y\n1,\n"})
    void aBrokenRowIsRefused(String text) throws IOException {
        try (NumberTableReader reader = reader(text, 0)) {
            assertThatThrownBy(reader::next)
                    .isInstanceOf(FileFormatException.class)
                    .hasMessageStartingWith("sets.csv, ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "x,x\n1,2\n"})
    void aBrokenHeaderIsRefused(String text) {
        assertThatThrownBy(() -> reader(text, 0))
                .isInstanceOf(FileFormatException.class)
                .hasMessageContaining("header");
    }

    private static String written(
            List<String> labelColumns, List<String> numberColumns, List<String> labels, double... row)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (NumberTableWriter writer = NumberTableWriter.of(out, labelColumns, numberColumns)) {
            writer.write(labels, row);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static NumberTableReader reader(String text, int labelColumns) throws IOException {
        return NumberTableReader.of(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "sets.csv", labelColumns);
    }
}
