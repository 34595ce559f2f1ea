package org.kindling.models;

import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jdom2.filter.Filters;

/** MIRIAM annotations: identifiers of model elements, and the history of a model. */
final class Annotation {

    private static final Namespace RDF = Namespace.getNamespace("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    private static final Namespace BIOLOGY =
            Namespace.getNamespace("bqbiol", "http://biomodels.net/biology-qualifiers/");
    private static final Namespace MODEL = Namespace.getNamespace("bqmodel", "http://biomodels.net/model-qualifiers/");
    private static final Namespace DUBLIN_CORE = Namespace.getNamespace("dc", "http://purl.org/dc/elements/1.1/");
    private static final Namespace DUBLIN_CORE_TERMS = Namespace.getNamespace("dcterms", "http://purl.org/dc/terms/");
    private static final Namespace CARD_3 = Namespace.getNamespace("vCard", "http://www.w3.org/2001/vcard-rdf/3.0#");
    private static final Namespace CARD_4 = Namespace.getNamespace("vCard4", "http://www.w3.org/2006/vcard/ns#");

    private final Element description;

    private Annotation(String metaid) {
        description = new Element("Description", RDF).setAttribute("about", "#" + metaid, RDF);
    }

    /** Returns an empty annotation of the element with this {@code metaid}. */
    static Annotation of(String metaid) {
        return new Annotation(metaid);
    }

    /**
     * Adds who made the model, an organisation, and when, in the form {@code 2026-11-21T00:00:00Z}.
     *
     * <p>The creator is written twice: version 3 of vCard, which Level 3 Version 1 prescribes, has no name but a
     * person's, and libSBML takes a creator without one only from version 4.
     */
    Annotation withHistory(String organisation, String date) {
        Element creator = new Element("li", RDF)
                .setAttribute("parseType", "Resource", RDF)
                .addContent(new Element("fn", CARD_4).addContent(text("text", CARD_4, organisation)))
                .addContent(text("organization-name", CARD_4, organisation))
                .addContent(new Element("ORG", CARD_3)
                        .setAttribute("parseType", "Resource", RDF)
                        .addContent(text("Orgname", CARD_3, organisation)));
        description.addContent(
                new Element("creator", DUBLIN_CORE).addContent(new Element("Bag", RDF).addContent(creator)));
        description.addContent(date("created", date));
        description.addContent(date("modified", date));
        return this;
    }

    /** Adds a biological qualifier, such as {@code is}, with the compact identifier of an entity. */
    Annotation withBiology(String qualifier, String identifier) {
        return with(new Element(qualifier, BIOLOGY), identifier);
    }

    /** Adds a qualifier of the model as a document, such as {@code isDescribedBy}, with a compact identifier. */
    Annotation withModel(String qualifier, String identifier) {
        return with(new Element(qualifier, MODEL), identifier);
    }

    /** Returns the {@code annotation} element. */
    Element element() {
        Element rdf = new Element("RDF", RDF).addContent(description);
        for (Element element : description.getDescendants(Filters.element())) {
            rdf.addNamespaceDeclaration(element.getNamespace());
        }
        return Sbml.element("annotation").addContent(rdf);
    }

    private Annotation with(Element qualifier, String identifier) {
        Element resource =
                new Element("li", RDF).setAttribute("resource", "https://identifiers.org/" + identifier, RDF);
        description.addContent(qualifier.addContent(new Element("Bag", RDF).addContent(resource)));
        return this;
    }

    private static Element date(String name, String date) {
        return new Element(name, DUBLIN_CORE_TERMS)
                .setAttribute("parseType", "Resource", RDF)
                .addContent(text("W3CDTF", DUBLIN_CORE_TERMS, date));
    }

    private static Element text(String name, Namespace namespace, String text) {
        return new Element(name, namespace).setText(text);
    }
}
