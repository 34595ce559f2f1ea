package org.kindling.sbml;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdom2.Attribute;
import org.jdom2.Element;

/** Checks what a document says about itself: that it is SBML, of which release, with which packages, with one model. */
final class EnvelopeCheck {

    private static final Pattern PACKAGE =
            Pattern.compile("http://www\\.sbml\\.org/sbml/level3/version\\d+/([^/]+)/version\\d+");

    private EnvelopeCheck() {}

    /** Returns the release of the document, which has one model and needs no package to be understood. */
    static SbmlRelease of(Element root, Inspection inspection) {
        if (!root.getName().equals("sbml")) {
            throw inspection.refusal(
                    "the root element is " + PlainText.id(root.getName()) + ": this is " + guess(root) + ", not SBML",
                    "give an SBML file");
        }
        SbmlRelease release = SbmlRelease.of(root)
                .orElseThrow(() -> inspection.refusal(
                        root,
                        "namespace " + PlainText.id(root.getNamespaceURI()) + " with level '"
                                + PlainText.id(root.getAttributeValue("level", "")) + "' and version '"
                                + PlainText.id(root.getAttributeValue("version", "")) + "' is no release of SBML",
                        "make the namespace, level and version of the sbml element agree"));
        checkPackages(root, inspection);
        List<Element> models = root.getChildren("model", root.getNamespace());
        if (models.size() != 1) {
            throw inspection.refusal(
                    root,
                    models.isEmpty() ? "there is no model in the file" : "there are " + models.size() + " models in it",
                    "give a file with one model");
        }
        return release;
    }

    private static String guess(Element root) {
        return switch (root.getName()) {
            case "sedML" -> "a SED-ML file";
            case "html" -> "a web page";
            case "COPASI" -> "a COPASI file";
            case "omexManifest" -> "the manifest of an archive";
            default -> root.getNamespaceURI().contains("cellml") ? "a CellML file" : "some other XML";
        };
    }

    private static void checkPackages(Element root, Inspection inspection) {
        for (Attribute attribute : root.getAttributes()) {
            if (!attribute.getName().equals("required")
                    || attribute.getNamespaceURI().isEmpty()) {
                continue;
            }
            String name = packageName(attribute.getNamespaceURI());
            Lexicon.faultOfBoolean(attribute.getValue()).ifPresent(fault -> {
                throw inspection.refusal(root, attribute.getQualifiedName() + " " + fault, "write true or false");
            });
            if (Lexicon.isTrue(attribute.getValue())) {
                throw inspection.refusal(
                        root,
                        "the model cannot be understood without the package " + name + ", which is not supported",
                        "export the model without it" + (name.equals("comp") ? " (flatten it)" : ""));
            }
            inspection.ignore(root, "package " + name + " is kept in the file but not used");
        }
    }

    private static String packageName(String namespace) {
        Matcher matcher = PACKAGE.matcher(namespace);
        return PlainText.id(matcher.matches() ? matcher.group(1) : namespace);
    }
}
