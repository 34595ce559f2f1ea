package org.kindling.sbml;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;

/**
 * The annotation of a model: its history and origin in RDF, merged into what is there, and the program's own entry.
 *
 * @see <a href="https://doi.org/10.1515/jib-2019-0021">SBML Level 3 Version 2 Core, section 6</a>
 */
final class ModelAnnotation {

    /** Namespace of the program's own annotation. */
    private static final Namespace OWN = Namespace.getNamespace("kindling", "urn:kindling:member:1");

    private static final Namespace RDF = Namespace.getNamespace("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    private static final Namespace TERMS = Namespace.getNamespace("dcterms", "http://purl.org/dc/terms/");
    private static final Namespace ELEMENTS = Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");
    private static final Namespace CARD = Namespace.getNamespace("vCard4", "http://www.w3.org/2006/vcard/ns#");
    private static final Namespace MODEL_QUALIFIERS =
            Namespace.getNamespace("bqmodel", "http://biomodels.net/model-qualifiers/");

    /** What stands before dates and qualifiers in a description. */
    private static final Set<String> HISTORY = Set.of("creator", "created", "modified");

    private final Document document;
    private final Element model;

    ModelAnnotation(Document document, Element model) {
        this.document = document;
        this.model = model;
    }

    void modified(Instant date, String program) {
        String day = date.truncatedTo(ChronoUnit.SECONDS).toString();
        Element description = description();
        boolean isAnonymous = description.getChildren().stream()
                .noneMatch(child -> child.getName().equals("creator"));
        if (isAnonymous) {
            description.addContent(0, software(program));
        }
        if (description.getChild("created", TERMS) == null) {
            insertHistory(description, date("created", day));
        }
        insertHistory(description, date("modified", day));
    }

    /** Returns the latest date of the model's history. */
    Optional<Instant> latestDate() {
        Optional<Instant> latest = Optional.empty();
        for (Element date : model.getDescendants(Filters.element("W3CDTF", TERMS))) {
            try {
                Instant instant = OffsetDateTime.parse(date.getTextTrim()).toInstant();
                if (latest.isEmpty() || instant.isAfter(latest.get())) {
                    latest = Optional.of(instant);
                }
            } catch (DateTimeParseException malformed) {
                // A date that cannot be read dates nothing.
            }
        }
        return latest;
    }

    void derivedFrom(String resource) {
        Element item = new Element("li", RDF).setAttribute("resource", resource, RDF);
        description()
                .addContent(new Element("isDerivedFrom", MODEL_QUALIFIERS)
                        .addContent(new Element("Bag", RDF).addContent(item)));
    }

    void member(Map<String, String> entries) {
        Element annotation = annotation();
        annotation.removeChildren("member", OWN);
        Element member = new Element("member", OWN);
        entries.forEach(member::setAttribute);
        annotation.addContent(member);
    }

    Attribute memberAttribute(String key) {
        return Optional.ofNullable(annotation().getChild("member", OWN))
                .map(member -> member.getAttribute(key))
                .orElseThrow(() -> new IllegalArgumentException("The member annotation has no entry '" + key + "'."));
    }

    /** SBML wants a history to have a creator; a formatted name is the one form that need not be a person's. */
    private static Element software(String program) {
        Element name = new Element("fn", CARD).addContent(new Element("text", CARD).setText(program + " (software)"));
        Element item = new Element("li", RDF).setAttribute("parseType", "Resource", RDF);
        return new Element("creator", ELEMENTS).addContent(new Element("Bag", RDF).addContent(item.addContent(name)));
    }

    private static Element date(String name, String date) {
        return new Element(name, TERMS)
                .setAttribute("parseType", "Resource", RDF)
                .addContent(new Element("W3CDTF", TERMS).setText(date));
    }

    /** Dates stand after creators and earlier dates, before qualifiers. */
    private static void insertHistory(Element description, Element date) {
        int position = 0;
        for (Element child : description.getChildren()) {
            if (HISTORY.contains(child.getName())) {
                position = description.indexOf(child) + 1;
            }
        }
        description.addContent(position, date);
    }

    private Element annotation() {
        Namespace core = model.getNamespace();
        Element annotation = model.getChild("annotation", core);
        if (annotation == null) {
            annotation = new Element("annotation", core);
            Element notes = model.getChild("notes", core);
            model.addContent(notes == null ? 0 : model.indexOf(notes) + 1, annotation);
        }
        return annotation;
    }

    /** Returns the description of the model itself, which names it by its meta id. */
    private Element description() {
        Element annotation = annotation();
        Element rdf = annotation.getChild("RDF", RDF);
        if (rdf == null) {
            rdf = new Element("RDF", RDF);
            annotation.addContent(rdf);
        }
        List<Element> descriptions = rdf.getChildren("Description", RDF);
        String about = "#" + metaId(descriptions);
        for (Element description : descriptions) {
            if (about(description).equals(about)) {
                return description;
            }
        }
        for (Element description : descriptions) {
            if (about(description).isEmpty()) {
                return description.setAttribute("about", about, RDF);
            }
        }
        Element description = new Element("Description", RDF).setAttribute("about", about, RDF);
        rdf.addContent(description);
        return description;
    }

    private static String about(Element description) {
        return description.getAttributeValue("about", RDF, "").strip();
    }

    /** Returns the model's meta id; where it has none, the one its description speaks of, or a new one. */
    private String metaId(List<Element> descriptions) {
        String present = ModelIndex.id(model, "metaid");
        if (!present.isEmpty()) {
            return present;
        }
        Set<String> taken = new HashSet<>();
        for (Element element : document.getRootElement().getDescendants(Filters.element())) {
            taken.add(element.getAttributeValue("metaid", ""));
        }
        String fresh = "metaid_model";
        for (int i = 1; taken.contains(fresh); i++) {
            fresh = "metaid_model_" + i;
        }
        String id = descriptions.stream()
                .map(ModelAnnotation::about)
                .filter(about -> about.matches("#[A-Za-z_][\\w.-]*") && !taken.contains(about.substring(1)))
                .map(about -> about.substring(1))
                .findFirst()
                .orElse(fresh);
        model.setAttribute("metaid", id);
        return id;
    }
}
