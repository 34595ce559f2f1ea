package org.kindling.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindling.ensemble.DataRow;
import org.kindling.ensemble.DataTable;
import org.kindling.ensemble.SedMlOutput;
import org.kindling.report.CurveDrawing;

/** The drawing of a plot of a SED-ML document. */
final class PlotDrawing {

    private PlotDrawing() {}

    /** Draws the curves whose data could be computed; returns SVG. */
    static String of(DataTable table) {
        SedMlOutput plot = table.output();
        Map<String, DataRow> rows = new HashMap<>();
        table.rows().forEach(row -> rows.put(row.dataSet().generator(), row));
        String across = plot.curves().stream()
                .map(curve -> curve.generators().get(0))
                .map(rows::get)
                .map(row -> row == null ? "" : row.dataSet().label())
                .distinct()
                .reduce((first, second) -> "")
                .orElse("");
        String up = plot.curves().size() == 1 ? plot.curves().get(0).label() : "";
        CurveDrawing drawing = CurveDrawing.of(plot.name().isEmpty() ? plot.id() : plot.name(), across, up);
        for (SedMlOutput.Curve curve : plot.curves()) {
            List<DataRow> axes = curve.generators().stream().map(rows::get).toList();
            DataRow x = axes.get(0);
            DataRow y = axes.get(axes.size() - 1);
            if (x != null && y != null) {
                drawing.curve(curve.label(), x.values(), y.values());
            }
        }
        return drawing.svg();
    }
}
