package org.kindling.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void aTableReadsBackAsItWas() throws IOException {
        TextTable table = new TextTable(
                List.of("parameter", "unit", "source"),
                List.of(
                        List.of("Km_a", "mM", "10.1000/x, table \"2\""),
                        List.of("n", "", "=guess"),
                        List.of("", "", " ")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        table.write(out);

        assertThat(TextTable.read(new ByteArrayInputStream(out.toByteArray()), "parameters.csv"))
                .isEqualTo(table);
    }

    @Test
    void aTableWithoutRowsKeepsItsHeader() throws IOException {
        TextTable table = new TextTable(List.of("parameter", "unit"), List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        table.write(out);

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("parameter,unit\n");
        assertThat(TextTable.read(new ByteArrayInputStream(out.toByteArray()), "parameters.csv"))
                .isEqualTo(table);
    }

    @Test
    void aRowMustFitTheHeader() {
        assertThatThrownBy(() -> new TextTable(List.of("a", "b"), List.of(List.of("1"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected 2");
    }
}
