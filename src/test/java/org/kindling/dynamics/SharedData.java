package org.kindling.dynamics;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.kindling.network.KineticModel;
import org.kindling.sbml.SbmlReader;

/** Published models and figures that are kept beside the project and not in it. Tests that need them skip without. */
final class SharedData {

    private static final Path FOLDER = Path.of("../shared/data");

    private SharedData() {}

    /** Returns a file, or skips the test. */
    static Path file(String name) {
        Path file = FOLDER.resolve(name);
        if (!Files.exists(file)) {
            System.out.println("SKIPPED: not checked against " + name + ", which is not in ../shared/data");
            abort(name + " is absent");
        }
        return file;
    }

    /** Returns a model. */
    static KineticModel model(String name) {
        return SbmlReader.read(file(name)).kinetics();
    }

    /** Returns the rows of a table, plain or compressed. */
    static List<Row> rows(String name) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file(name));
                InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            String header = Objects.requireNonNull(reader.readLine());
            List<String> columns = List.of(header.split(",", -1));
            reader.lines().forEach(line -> rows.add(Row.of(columns, line.split(",", -1))));
        }
        return rows;
    }

    /**
     * A row of a table.
     *
     * @param cells the text of each cell by the name of its column, in the order of the file
     */
    record Row(Map<String, String> cells) {

        static Row of(List<String> columns, String... texts) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int column = 0; column < texts.length; column++) {
                cells.put(columns.get(column), texts[column]);
            }
            return new Row(cells);
        }

        boolean has(String column) {
            return cells.containsKey(column);
        }

        String text(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }

        double number(String column) {
            return Double.parseDouble(text(column));
        }
    }
}
