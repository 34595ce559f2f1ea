package org.kindling.sbml;

import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Content;
import org.jdom2.Element;
import org.jdom2.Namespace;

/**
 * The part of a document that the mathematics needs: formulas and whose they are, without notes, annotations, package
 * elements, names, terms, values or constraints. Numbers stand there as plain reals. JSBML reads that much faster, and
 * never meets what it stumbles over (see docs/decisions/0002-sbml-text.md).
 */
final class LeanCopy {

    private static final Set<String> LEFT_OUT = Set.of(
            "notes",
            "annotation",
            "annotation-xml",
            "message",
            "listOfConstraints",
            // Their values are read from the document itself, and JSBML looks none of them up.
            "listOfUnitDefinitions",
            "listOfCompartments",
            "listOfSpecies",
            "listOfParameters",
            "listOfLocalParameters",
            "listOfCompartmentTypes",
            "listOfSpeciesTypes");

    private static final Set<String> NEEDS_FORMULA =
            Set.of("functionDefinition", "kineticLaw", "initialAssignment", "assignmentRule", "rateRule");

    private final Namespace core;

    private LeanCopy(Namespace core) {
        this.core = core;
    }

    /** Returns the lean copy of everything under a root element. */
    static Element of(Element root) {
        return new LeanCopy(root.getNamespace()).copy(root);
    }

    private Element copy(Element element) {
        Element copy = new Element(element.getName(), plain(element.getNamespace()));
        for (Attribute attribute : element.getAttributes()) {
            String name = attribute.getName();
            // The first term makes JSBML read the whole ontology.
            boolean needed = attribute.getNamespace().equals(Namespace.NO_NAMESPACE)
                    && !name.equals("name")
                    && !name.equals("metaid")
                    && !name.equals("sboTerm");
            if (needed) {
                copy.setAttribute(name, attribute.getValue());
            }
        }
        for (Content content : element.getContent()) {
            if (content instanceof Element child) {
                copyChild(child, copy);
            } else if (isMath(element) && content.getCType() != Content.CType.Comment) {
                copy.addContent(content.getValue());
            }
        }
        return copy;
    }

    private void copyChild(Element child, Element target) {
        boolean isCore = child.getNamespace().equals(core);
        if ((!isCore && !isMath(child)) || LEFT_OUT.contains(child.getName()) || isWithoutEffect(child)) {
            return;
        }
        if (isMath(child) && child.getName().equals("cn")) {
            target.addContent(new Element("cn", plain(child.getNamespace())).setText(NumeralCheck.value(child)));
            return;
        }
        boolean isWrapper = isMath(child) && child.getName().equals("semantics");
        target.addContent(copy(isWrapper ? unwrapped(child) : child));
    }

    private static Element unwrapped(Element semantics) {
        Element content = semantics.getChildren().get(0);
        return content.getName().equals("semantics") ? unwrapped(content) : content;
    }

    private static boolean isWithoutEffect(Element child) {
        boolean isEmptyList =
                child.getName().startsWith("listOf") && child.getChildren().isEmpty();
        return isEmptyList
                || (NEEDS_FORMULA.contains(child.getName())
                        && MathCheck.mathOf(child).isEmpty());
    }

    private static boolean isMath(Element element) {
        return element.getNamespaceURI().equals(MathVocabulary.NAMESPACE);
    }

    /** The same namespace without a prefix: JSBML looks for some elements under their bare names. */
    private static Namespace plain(Namespace namespace) {
        return Namespace.getNamespace(namespace.getURI());
    }
}
