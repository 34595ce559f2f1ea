package org.kindling.models;

import java.util.List;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Elements of SBML Level 3 Version 1, the version of Level 3 that most tools read. */
final class Sbml {

    static final Namespace NAMESPACE = Namespace.getNamespace("http://www.sbml.org/sbml/level3/version1/core");

    private Sbml() {}

    /** Returns an element with attributes given as name, value, name, value. */
    static Element element(String name, String... attributes) {
        Element element = new Element(name, NAMESPACE);
        for (int i = 0; i < attributes.length; i += 2) {
            element.setAttribute(attributes[i], attributes[i + 1]);
        }
        return element;
    }

    /** Returns an element that holds others, such as {@code listOfSpecies}. */
    static Element list(String name, List<Element> members) {
        return new Element(name, NAMESPACE).addContent(members);
    }

    /** Returns notes of one paragraph for each text. */
    static Element notes(String... paragraphs) {
        Namespace xhtml = Namespace.getNamespace("http://www.w3.org/1999/xhtml");
        Element body = new Element("body", xhtml);
        for (String paragraph : paragraphs) {
            body.addContent(new Element("p", xhtml).setText(paragraph));
        }
        return element("notes").addContent(body);
    }
}
