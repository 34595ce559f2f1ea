package org.kindling.ensemble;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The dialect of all CSV files of the program: RFC 4180 with line feeds, UTF-8, a header, quotes only where needed.
 *
 * <p>A text cell that a spreadsheet would run as a formula is written behind an apostrophe, which reading takes away
 * again; see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>.
 */
final class Csv {

    /** The first characters by which spreadsheets know a formula; the apostrophe so that guarding can be undone. */
    private static final String GUARDED = "=+-@\t\r'";

    /**
     * The digits of doubles come from Jackson's own shortest writer, not from {@code Double.toString}: that one gave
     * more digits than needed before Java 19, so the bytes would depend on the Java version; it is also slower.
     */
    private static final CsvMapper MAPPER = CsvMapper.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
            .build();

    private Csv() {}

    /** A generator that has still to write its header; closing it closes the stream. */
    static CsvGenerator generator(OutputStream out, List<String> columns) throws IOException {
        CsvSchema.Builder schema = CsvSchema.builder().setUseHeader(true);
        columns.forEach(column -> schema.addColumn(guard(column)));
        CsvGenerator generator =
                MAPPER.getFactory().createGenerator(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        generator.setSchema(schema.build());
        return generator;
    }

    /** Writes rows of numbers without a header, each behind its label; the stream stays open. */
    static void writeRows(OutputStream out, List<String> labels, List<List<OptionalDouble>> rows) throws IOException {
        CsvGenerator generator =
                MAPPER.getFactory().createGenerator(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        generator.setSchema(CsvSchema.emptySchema());
        for (int row = 0; row < rows.size(); row++) {
            generator.writeStartArray();
            generator.writeString(guard(labels.get(row)));
            for (OptionalDouble number : rows.get(row)) {
                if (number.isPresent()) {
                    generator.writeNumber(number.getAsDouble());
                } else {
                    generator.writeString("");
                }
            }
            generator.writeEndArray();
        }
        generator.close();
    }

    /** A parser of rows as arrays of text, the header being the first; skips a byte order mark. */
    static CsvParser parser(InputStream in) throws IOException {
        return MAPPER.getFactory().createParser(in);
    }

    static String guard(String cell) {
        return startsGuarded(cell, 0) ? "'" + cell : cell;
    }

    static String unguard(String cell) {
        return cell.startsWith("'") && startsGuarded(cell, 1) ? cell.substring(1) : cell;
    }

    private static boolean startsGuarded(String cell, int at) {
        return cell.length() > at && GUARDED.indexOf(cell.charAt(at)) >= 0;
    }
}
