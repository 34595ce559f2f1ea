package org.kindling.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdom2.Element;
import org.kindling.ensemble.SedMlOutput.Curve;
import org.kindling.ensemble.SedMlOutput.DataSet;
import org.kindling.ensemble.SedMlOutput.Kind;

/** Reads the outputs of a SED-ML document. */
final class SedMlOutputs {

    private final SedMlTree tree;

    SedMlOutputs(SedMlTree tree) {
        this.tree = tree;
    }

    List<SedMlOutput> read() {
        List<SedMlOutput> outputs = new ArrayList<>();
        for (Element output : tree.all("listOfOutputs").values()) {
            switch (output.getName()) {
                case "report" -> outputs.add(report(output));
                case "plot2D" -> outputs.add(plot(output, Kind.PLOT_2D, "listOfCurves"));
                case "plot3D" -> outputs.add(plot(output, Kind.PLOT_3D, "listOfSurfaces"));
                default -> {
                    // Figures of Version 4 arrange plots that stand in the list themselves.
                }
            }
        }
        return outputs;
    }

    private SedMlOutput report(Element report) {
        List<DataSet> sets = new ArrayList<>();
        for (Element set : tree.list(report, "listOfDataSets")) {
            sets.add(new DataSet(
                    SedMlTree.text(set, "id"),
                    SedMlTree.text(set, "label"),
                    SedMlTree.text(set, "name"),
                    SedMlTree.text(set, "dataReference")));
        }
        return new SedMlOutput(
                SedMlTree.text(report, "id"), SedMlTree.text(report, "name"), Kind.REPORT, sets, List.of());
    }

    /** What a plot shows is a report of its data generators, a later curve's name being the label. */
    private SedMlOutput plot(Element plot, Kind kind, String list) {
        List<Curve> curves = new ArrayList<>();
        Map<String, DataSet> sets = new TreeMap<>();
        for (Element curve : tree.list(plot, list)) {
            List<String> generators = new ArrayList<>();
            for (String axis : List.of("xDataReference", "yDataReference", "zDataReference")) {
                String generator = SedMlTree.text(curve, axis);
                if (!generator.isEmpty()) {
                    generators.add(generator);
                }
            }
            String name = SedMlTree.text(curve, "name");
            for (int axis = 0; axis < generators.size(); axis++) {
                String generator = generators.get(axis);
                boolean isShown = axis == generators.size() - 1 && !name.isEmpty();
                sets.put(generator, set(generator, isShown ? name : name(generator)));
            }
            String shown = generators.isEmpty() ? "" : generators.get(generators.size() - 1);
            String label = name.isEmpty() ? set(shown, name(shown)).label() : name;
            curves.add(new Curve(SedMlTree.text(curve, "id"), label, generators));
        }
        return new SedMlOutput(
                SedMlTree.text(plot, "id"), SedMlTree.text(plot, "name"), kind, new ArrayList<>(sets.values()), curves);
    }

    private static DataSet set(String generator, String name) {
        return new DataSet(generator, name.isEmpty() ? generator : name, name, generator);
    }

    private String name(String generator) {
        Element element = tree.all(SedMlGenerators.LIST).get(generator);
        return element == null ? "" : SedMlTree.text(element, "name");
    }
}
