package org.kindling.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.kindling.ensemble.NumberTableWriter;
import org.kindling.generators.TrainingFigures;

/** The figures of all rounds of a training as a table. What a round does not have is an empty cell. */
final class TrainingTable {

    private static final List<String> COLUMNS =
            List.of("round", "jacobians", "valid", "evaluated", "median_lambda_max", "loss");

    private TrainingTable() {}

    /** Writes the table, with a column for everything that some round tells besides. */
    static void write(Path file, List<TrainingFigures> rounds) throws IOException {
        Set<String> further = new LinkedHashSet<>();
        rounds.forEach(figures -> further.addAll(figures.further().keySet()));
        List<String> columns = new ArrayList<>(COLUMNS);
        columns.addAll(further);
        try (NumberTableWriter table =
                NumberTableWriter.of(new BufferedOutputStream(Files.newOutputStream(file)), List.of(), columns)) {
            for (TrainingFigures figures : rounds) {
                table.writeKnown(row(figures, further));
            }
        }
    }

    private static List<OptionalDouble> row(TrainingFigures figures, Set<String> further) {
        List<OptionalDouble> row = new ArrayList<>();
        row.add(OptionalDouble.of((double) figures.round()));
        row.add(OptionalDouble.of((double) figures.jacobians()));
        row.add(OptionalDouble.of(figures.valid()));
        row.add(OptionalDouble.of(figures.evaluated()));
        row.add(figures.evaluated() > 0 ? OptionalDouble.of(figures.medianAbscissa()) : OptionalDouble.empty());
        row.add(OptionalDouble.of(figures.loss()));
        for (String name : further) {
            Double told = figures.further().get(name);
            row.add(told == null ? OptionalDouble.empty() : OptionalDouble.of(told));
        }
        return row;
    }
}
