package org.kindling.sbml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jdom2.filter.Filters;

/** Makes the local parameters of a document global ones, with their names, notes and annotations. */
final class ParameterPromotion {

    /** What a model may have before its list of parameters, in the order that SBML asks for. */
    private static final Set<String> BEFORE_PARAMETERS = Set.of(
            "notes",
            "annotation",
            "listOfFunctionDefinitions",
            "listOfUnitDefinitions",
            "listOfCompartmentTypes",
            "listOfSpeciesTypes",
            "listOfCompartments",
            "listOfSpecies");

    private final ModelIndex index;
    private final FreeIds ids;
    private final List<Element> parameters = new ArrayList<>();
    private final Map<String, Element> promoted = new HashMap<>();

    private ParameterPromotion(ModelIndex index) {
        this.index = index;
        this.ids = new FreeIds(ids(index.model()));
    }

    /**
     * Changes the document in place.
     *
     * @return the parameters that were local, by address and by their new id
     */
    static Map<String, Element> apply(ModelIndex index) {
        ParameterPromotion promotion = new ParameterPromotion(index);
        index.reactions().forEach(promotion::promote);
        promotion.insert();
        return promotion.promoted;
    }

    /** Every id in the model, those of packages too. */
    private static Set<String> ids(Element model) {
        Set<String> ids = new HashSet<>();
        for (Element element : model.getDescendants(Filters.element())) {
            for (Attribute attribute : element.getAttributes()) {
                if (attribute.getName().equals("id")) {
                    ids.add(attribute.getValue().strip());
                }
            }
        }
        return ids;
    }

    private void promote(Element reaction) {
        Element law = index.kineticLaw(reaction).orElseThrow();
        Map<String, Element> locals = index.localParameters(law);
        if (locals.isEmpty()) {
            return;
        }
        String owner = ModelIndex.id(reaction, "id");
        Map<String, String> names = new HashMap<>();
        locals.forEach((local, parameter) -> {
            String id = ids.promoted(owner, local);
            names.put(local, id);
            promoted.put(owner + "." + local, parameter);
            promoted.put(id, parameter);
            parameter.getParentElement().removeContent(parameter);
            parameters.add(parameter.setName("parameter").setAttribute("id", id).setAttribute("constant", "true"));
        });
        for (Element reference : Symbols.references(MathCheck.mathOf(law).orElseThrow())) {
            reference.setText(names.getOrDefault(reference.getTextTrim(), reference.getText()));
        }
        law.removeChild("listOfParameters", law.getNamespace());
        law.removeChild("listOfLocalParameters", law.getNamespace());
    }

    private void insert() {
        if (parameters.isEmpty()) {
            return;
        }
        Element model = index.model();
        Element list = model.getChild("listOfParameters", model.getNamespace());
        if (list == null) {
            list = new Element("listOfParameters", model.getNamespace());
            int position = 0;
            for (Element child : model.getChildren()) {
                position = BEFORE_PARAMETERS.contains(child.getName()) ? model.indexOf(child) + 1 : position;
            }
            model.addContent(position, list);
        }
        list.addContent(parameters);
    }
}
