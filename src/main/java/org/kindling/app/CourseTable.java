package org.kindling.app;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kindling.ensemble.NumberTableWriter;

/** A table with one row for each time. */
final class CourseTable implements Closeable {

    private final NumberTableWriter table;

    private CourseTable(NumberTableWriter table) {
        this.table = table;
    }

    static CourseTable of(Path file, List<String> labels, List<String> quantities) throws IOException {
        List<String> columns = new ArrayList<>(List.of("time"));
        columns.addAll(quantities);
        return new CourseTable(
                NumberTableWriter.of(new BufferedOutputStream(Files.newOutputStream(file)), labels, columns));
    }

    void write(List<String> labels, double time, double[] values) throws IOException {
        double[] numbers = new double[values.length + 1];
        numbers[0] = time;
        System.arraycopy(values, 0, numbers, 1, values.length);
        table.write(labels, numbers);
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
