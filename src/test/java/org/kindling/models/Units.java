package org.kindling.models;

import static org.kindling.models.Sbml.element;
import static org.kindling.models.Sbml.list;

import java.util.ArrayList;
import java.util.List;
import org.jdom2.Element;

/** Unit definitions of the model: micromoles, litres and hours, and the powers that its constants need. */
final class Units {

    private Units() {}

    static Element definitions() {
        return list(
                "listOfUnitDefinitions",
                List.of(
                        definition("umol", "micromole", List.of(micromole(1))),
                        definition("hour", "hour", List.of(hour(1))),
                        definition("uM", "micromolar", micromolar(1)),
                        definition("uM2", "square micromolar", micromolar(2)),
                        definition("per_uM", "per micromolar", micromolar(-1)),
                        definition("per_uM2", "per square micromolar", micromolar(-2)),
                        definition("per_hour", "per hour", List.of(hour(-1))),
                        definition("uM_per_hour", "micromolar per hour", perHour(1)),
                        definition("per_uM3_hour", "per cubic micromolar and hour", perHour(-3)),
                        definition("per_uM7_hour", "per seventh power of micromolar and hour", perHour(-7))));
    }

    private static Element definition(String id, String name, List<Element> units) {
        return element("unitDefinition", "id", id, "name", name).addContent(list("listOfUnits", units));
    }

    private static List<Element> perHour(int power) {
        List<Element> units = new ArrayList<>(micromolar(power));
        units.add(hour(-1));
        return units;
    }

    private static List<Element> micromolar(int power) {
        return List.of(micromole(power), unit("litre", -power, 0, 1));
    }

    private static Element micromole(int power) {
        return unit("mole", power, -6, 1);
    }

    private static Element hour(int power) {
        return unit("second", power, 0, 3600);
    }

    private static Element unit(String kind, int exponent, int scale, int multiplier) {
        return element(
                "unit",
                "kind",
                kind,
                "exponent",
                Integer.toString(exponent),
                "scale",
                Integer.toString(scale),
                "multiplier",
                Integer.toString(multiplier));
    }
}
