package org.kindling.ensemble;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jdom2.Element;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;
import org.kindling.network.InputException;

/** The elements of a SED-ML document by list and id. */
final class SedMlTree {

    private static final String NAMESPACE = "http://sed-ml.org/";

    private static final Set<String> VERSIONS = Set.of("1", "2", "3", "4");

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private static final int LONGEST_NUMBER = 100;

    private final String file;
    private final Element root;
    private final Map<String, Map<String, Element>> lists = new HashMap<>();
    private final Set<Element> ambiguous = new HashSet<>();

    private SedMlTree(String file, Element root) {
        this.file = file;
        this.root = root;
    }

    /**
     * Returns the tree under a root element.
     *
     * @throws InputException if it is not that of SED-ML Level 1 Version 1 to 4
     */
    static SedMlTree of(String file, Element root) {
        if (!root.getName().equals(SedMlReader.ROOT) || !root.getNamespaceURI().startsWith(NAMESPACE)) {
            throw new InputException(
                    file, "the root element is " + line(root.getName()) + ", not that of SED-ML", "give a SED-ML file");
        }
        boolean known = text(root, "level").equals("1") && VERSIONS.contains(text(root, "version"));
        if (!known) {
            throw new InputException(
                    file,
                    "SED-ML Level " + text(root, "level") + " Version " + text(root, "version") + " is not known",
                    "save it as Level 1 Version 4 or earlier");
        }
        return new SedMlTree(file, root);
    }

    /** Returns the elements of a list under an element. */
    List<Element> list(Element owner, String list) {
        return child(owner, list).map(this::elements).orElse(List.of());
    }

    Optional<Element> child(Element owner, String name) {
        return Optional.ofNullable(owner.getChild(name, root.getNamespace()));
    }

    /** Returns the elements of a list of the document, by id. */
    Map<String, Element> all(String list) {
        return lists.computeIfAbsent(list, name -> {
            Map<String, Element> byId = new LinkedHashMap<>();
            for (Element element : list(root, name)) {
                Element first = byId.putIfAbsent(text(element, "id"), element);
                if (first != null && !isSame(first, element)) {
                    ambiguous.add(first);
                }
            }
            return byId;
        });
    }

    boolean has(String list, String id) {
        return all(list).containsKey(id);
    }

    /**
     * Returns an element of a list of the document.
     *
     * @throws InputException if it has none of that id, or two that differ
     */
    Element named(String list, String id) {
        Element element = all(list).get(id);
        if (element == null) {
            throw new InputException(
                    file, "'" + id + "' is not in " + list, "define it, or correct the reference to it");
        }
        if (ambiguous.contains(element)) {
            throw new InputException(
                    file, "two elements of " + list + " have the id '" + id + "'", "rename one of them");
        }
        return element;
    }

    /** Returns the value of an attribute as one line, empty if it is absent. */
    static String text(Element element, String attribute) {
        return line(element.getAttributeValue(attribute, ""));
    }

    /** Returns a finite number, if the text is one. */
    static Optional<Double> number(String text) {
        boolean isNumber =
                text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches();
        return isNumber ? Optional.of(Double.valueOf(text)).filter(Double::isFinite) : Optional.empty();
    }

    private List<Element> elements(Element list) {
        return list.getChildren().stream()
                .filter(child -> child.getNamespace().equals(root.getNamespace())
                        && !child.getName().equals("notes")
                        && !child.getName().equals("annotation"))
                .toList();
    }

    /** Some tools write an element twice. */
    private static boolean isSame(Element first, Element second) {
        XMLOutputter outputter = new XMLOutputter(Format.getCompactFormat());
        return outputter.outputString(first).equals(outputter.outputString(second));
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\p{Cntrl}+", " ");
    }
}
