package org.kindling.sbml;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdom2.Attribute;
import org.jdom2.Document;
import org.jdom2.Element;

/**
 * Changes to a copy of an SBML document: values, terms, and where it comes from. Everything else in the file stays as it
 * is, also what this program does not understand.
 *
 * <p>Values are those of the model's symbols: the concentration of a species, or its amount where its symbol means that.
 * Not thread-safe.
 */
public final class SbmlPatch {

    private final Document document;
    private final ModelIndex index;
    private final ModelAnnotation annotation;
    private Map<String, Element> promoted = Map.of();

    private SbmlPatch(SbmlSource source) {
        this.document = source.copy();
        Element root = document.getRootElement();
        this.index = new ModelIndex(root, source.index().release(), new Inspection(source.file()));
        this.annotation = new ModelAnnotation(document, index.model());
    }

    /** Returns a patch that changes nothing yet. */
    public static SbmlPatch of(SbmlSource source) {
        return new SbmlPatch(source);
    }

    /**
     * Sets the value of a parameter, compartment or species at the start. An initial assignment of it is removed.
     *
     * @param quantity an id, or {@code reaction.parameter} for a local parameter
     * @param value a finite number in the model's units
     * @throws IllegalArgumentException if there is no such quantity, if an assignment rule determines it, or if the value
     *     is not finite
     */
    public SbmlPatch value(String quantity, double value) {
        Slot slot = slot(quantity);
        slot.attribute().setValue(slot.text(value));
        return this;
    }

    /**
     * Sets the id of the model.
     *
     * @throws IllegalArgumentException if it is not an SBML id
     */
    public SbmlPatch modelId(String id) {
        Lexicon.faultOfId(id).ifPresent(fault -> {
            throw new IllegalArgumentException("The id of a model " + fault + ".");
        });
        index.model().setAttribute("id", id);
        return this;
    }

    /** Sets the name of the model. */
    public SbmlPatch modelName(String name) {
        index.model().setAttribute("name", name);
        return this;
    }

    /**
     * Adds a term of the Systems Biology Ontology to a quantity or reaction that has none, in the releases of SBML that
     * have such terms everywhere (from Level 2 Version 3 on).
     *
     * @param id an id, or {@code reaction.parameter} for a local parameter
     * @param term the term, such as {@code SBO:0000027}
     * @throws IllegalArgumentException if there is no such element or the term is malformed
     */
    public SbmlPatch sboTerm(String id, String term) {
        Lexicon.faultOfSboTerm(term).ifPresent(fault -> {
            throw new IllegalArgumentException("The SBO term of " + id + " " + fault + ".");
        });
        Element element = element(id);
        boolean hasTerms = index.release().level() > 2 || index.release().version() > 2;
        if (hasTerms && element.getAttribute("sboTerm") == null) {
            element.setAttribute("sboTerm", term);
        }
        return this;
    }

    /**
     * Appends a date of modification to the model's history. Creators and the date of creation are kept; where there are
     * none, the program stands for them, named as software, and this date.
     *
     * @param date when
     * @param program name and version of the program that did it
     */
    public SbmlPatch modified(Instant date, String program) {
        annotation.modified(date, program);
        return this;
    }

    /** Says which resource the model is derived from, a URI. */
    public SbmlPatch derivedFrom(String resource) {
        annotation.derivedFrom(resource);
        return this;
    }

    /**
     * Sets the program's own annotation of the model, in place of one that is there.
     *
     * @param entries values by key; a key is an XML name
     */
    public SbmlPatch member(Map<String, String> entries) {
        annotation.member(entries);
        return this;
    }

    /**
     * Makes every local parameter a global one. It is still called {@code reaction.parameter} here; in the document its id
     * is {@code reaction__parameter}, with underscores behind it where that is taken.
     */
    public SbmlPatch promoteParameters() {
        Map<String, Element> all = new HashMap<>(promoted);
        all.putAll(ParameterPromotion.apply(index));
        promoted = all;
        return this;
    }

    /**
     * Scales reactions with large coefficients; what formulas say of their rates stays true. To be called once.
     *
     * @param scaling the scaling of this model
     * @return the reactions with large coefficients that are left as they are, since a formula names their stoichiometry
     *     or gives it
     */
    public List<String> scaleStoichiometry(StoichiometryScaling scaling) {
        return StoichiometryRewriting.apply(index, scaling);
    }

    /** Returns the document as text. */
    public String text() {
        return SbmlText.of(document);
    }

    /** Returns the document as it stands in a file, in UTF-8. */
    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** Returns where the value of a quantity stands in the document, and how it is written there. */
    Slot slot(String quantity) {
        Element element = element(quantity);
        if (index.assignmentRules().containsKey(quantity)) {
            throw new IllegalArgumentException(
                    "The value of " + PlainText.id(quantity) + " is determined by an assignment rule.");
        }
        Optional.ofNullable(index.initialAssignments().remove(quantity)).ifPresent(SbmlPatch::remove);
        return switch (element.getName()) {
            case "species" -> speciesSlot(element);
            case "compartment" -> new Slot(attribute(element, "size"), 1);
            case "parameter", "localParameter" -> new Slot(attribute(element, "value"), 1);
            default -> throw new IllegalArgumentException("A " + element.getName() + " has no value to set.");
        };
    }

    /** Returns the attribute of the program's own annotation that holds a key. */
    Attribute memberAttribute(String key) {
        return annotation.memberAttribute(key);
    }

    /** Returns the element that holds the model. */
    Element model() {
        return index.model();
    }

    private Slot speciesSlot(Element species) {
        Element home = index.home(species);
        boolean isPoint = index.isPoint(home);
        boolean isAmount = isPoint || Lexicon.isTrue(species.getAttributeValue("hasOnlySubstanceUnits", "false"));
        boolean isWrittenAsAmount = species.getAttribute("initialAmount") != null
                || (isAmount && species.getAttribute("initialConcentration") == null);
        double volume = Double.NaN;
        if (!index.isAssigned(ModelIndex.id(home, "id"))) {
            volume = Double.parseDouble(home.getAttributeValue("size", "NaN"));
        }
        if (isAmount == isWrittenAsAmount) {
            volume = 1;
        } else if (Double.isNaN(volume)) {
            // The volume is not a number in the file: write what the symbol means instead.
            species.removeAttribute(isAmount ? "initialConcentration" : "initialAmount");
            volume = 1;
            isWrittenAsAmount = isAmount;
        }
        Attribute attribute = attribute(species, isWrittenAsAmount ? "initialAmount" : "initialConcentration");
        return new Slot(attribute, isWrittenAsAmount ? volume : 1 / volume);
    }

    private Element element(String id) {
        Optional<Element> element =
                index.symbol(id).or(() -> Optional.ofNullable(promoted.get(id))).or(() -> local(id));
        return element.orElseThrow(
                () -> new IllegalArgumentException("The model has no element '" + PlainText.id(id) + "'."));
    }

    private Optional<Element> local(String address) {
        int dot = address.indexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.ofNullable(index.kind("reaction").get(address.substring(0, dot)))
                        .flatMap(index::kineticLaw)
                        .map(law -> index.localParameters(law).get(address.substring(dot + 1)));
    }

    private static Attribute attribute(Element element, String name) {
        if (element.getAttribute(name) == null) {
            element.setAttribute(name, "");
        }
        return element.getAttribute(name);
    }

    /** Takes an element out, with the list that would be left empty (Level 2 forbids such lists). */
    private static void remove(Element element) {
        Element list = element.getParentElement();
        element.detach();
        if (list.getChildren().isEmpty()) {
            list.detach();
        }
    }

    /**
     * A place for a number.
     *
     * @param attribute where it is written
     * @param factor what the value of the symbol is multiplied by to be written there
     */
    record Slot(Attribute attribute, double factor) {

        /** Returns the shortest text that reads back as the number, as Java writes it: at most 17 digits. */
        String text(double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("The value of "
                        + attribute.getParent().getAttributeValue("id") + " must be finite, not " + value + ".");
            }
            return Numerals.of(factor == 1 ? value : value * factor);
        }
    }
}
