package org.kindling.sbml;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdom2.Attribute;
import org.jdom2.Element;
import org.jdom2.Namespace;

/** Checks the elements of the core against the {@link Vocabulary}: names, places, attributes and how they are spelt. */
final class StructureCheck {

    private static final String REMEDY = "correct it, or check the file with an SBML validator";

    private final SbmlRelease release;
    private final Namespace core;
    private final Inspection inspection;

    private StructureCheck(SbmlRelease release, Inspection inspection) {
        this.release = release;
        this.core = Namespace.getNamespace(release.namespace());
        this.inspection = inspection;
    }

    /** Refuses the document under a root element unless every element of the core is in order. */
    static void of(Element root, SbmlRelease release, Inspection inspection) {
        new StructureCheck(release, inspection).check(root);
    }

    private void check(Element element) {
        Vocabulary.Entry entry = Vocabulary.entry(element.getName())
                .orElseThrow(() -> inspection.refusal(element, "SBML has no such element", REMEDY));
        checkAttributes(element, entry.attributes());
        Set<String> seen = new HashSet<>();
        for (Element child : element.getChildren()) {
            if (child.getNamespace().equals(core) && !isForeignContent(child)) {
                checkPlace(child, entry, seen);
                check(child);
            }
        }
    }

    /** Notes and annotations may hold anything. */
    private static boolean isForeignContent(Element child) {
        return child.getName().equals("notes")
                || child.getName().equals("annotation")
                || child.getName().equals("message");
    }

    private void checkPlace(Element child, Vocabulary.Entry parent, Set<String> seen) {
        String name = child.getName();
        if (name.equals("math")) {
            throw inspection.refusal(child, "math is not in the MathML namespace", REMEDY);
        }
        if (!parent.single().contains(name) && !parent.repeated().contains(name)) {
            throw inspection.refusal(
                    child,
                    "this element does not belong into "
                            + child.getParentElement().getName(),
                    REMEDY);
        }
        if (!seen.add(name) && parent.single().contains(name)) {
            throw inspection.refusal(child, "there are two of it where SBML has one", REMEDY);
        }
    }

    private void checkAttributes(Element element, Map<String, Vocabulary.Term> terms) {
        for (Attribute attribute : element.getAttributes()) {
            if (attribute.getNamespace().equals(Namespace.NO_NAMESPACE)) {
                checkAttribute(element, attribute, Optional.ofNullable(terms.get(attribute.getName())));
            }
        }
        terms.forEach((name, term) -> {
            if (term.isNeededIn(release) && element.getAttribute(name) == null) {
                throw inspection.refusal(
                        element, "the attribute " + name + " is missing, which SBML " + release + " needs", REMEDY);
            }
        });
    }

    private void checkAttribute(Element element, Attribute attribute, Optional<Vocabulary.Term> term) {
        Vocabulary.Kind kind = term.orElseThrow(() -> inspection.refusal(
                        element, "SBML knows no attribute " + PlainText.id(attribute.getName()) + " here", REMEDY))
                .kind();
        kind.fault(attribute.getValue()).ifPresent(fault -> {
            throw inspection.refusal(element, attribute.getName() + " " + fault, REMEDY);
        });
    }
}
