package org.kindling.sbml;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdom2.Attribute;
import org.jdom2.output.EscapeStrategy;
import org.jdom2.output.Format;

/**
 * An SBML document written once, with gaps for what differs between the members of an ensemble. Filling the gaps gives
 * the very bytes that setting the values in the document and writing it whole would give, some hundred times faster.
 * Immutable; threads may share it.
 */
public final class SbmlTemplate {

    /** Stands for the id of the model among the texts of a template. */
    public static final String MODEL_ID = "@id";

    /** Stands for the name of the model among the texts of a template. */
    public static final String MODEL_NAME = "@name";

    private static final EscapeStrategy ESCAPES =
            Format.getRawFormat().setEncoding("UTF-8").getEscapeStrategy();

    private final List<Gap> gaps;
    private final byte[] end;
    private final int quantities;

    private SbmlTemplate(List<Gap> gaps, byte[] end, int quantities) {
        this.gaps = List.copyOf(gaps);
        this.end = end;
        this.quantities = quantities;
    }

    /**
     * Returns the template of a document.
     *
     * @param base the document with everything that all members share; initial assignments of the quantities are removed
     *     from it, later changes to it are not seen
     * @param quantities what gets a number in each member: ids, or {@code reaction.parameter}
     * @param texts what gets a text in each member: keys of the program's own annotation, which {@code base} has,
     *     {@link #MODEL_ID} or {@link #MODEL_NAME}, where the model has them
     * @throws IllegalArgumentException if there is no such quantity or text, or if an assignment rule determines one
     */
    public static SbmlTemplate of(SbmlPatch base, List<String> quantities, List<String> texts) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < quantities.size(); i++) {
            SbmlPatch.Slot slot = base.slot(quantities.get(i));
            int position = i;
            places.add(new Place(slot.attribute(), (values, words) -> slot.text(values[position])));
        }
        for (String key : texts) {
            places.add(new Place(attribute(base, key), (values, words) -> escaped(key, words)));
        }
        return cut(base, places, quantities.size());
    }

    /**
     * Returns the document of one member, in UTF-8. The cost is that of copying it.
     *
     * @param values finite numbers in the order of the template's quantities, in the model's units
     * @param texts a text for each key of the template
     * @throws IllegalArgumentException if a value is missing or not finite, or a text is missing
     */
    public byte[] fill(double[] values, Map<String, String> texts) {
        if (values.length != quantities) {
            throw new IllegalArgumentException("There must be " + quantities + " values, not " + values.length + ".");
        }
        byte[][] fillings = new byte[gaps.size()][];
        int length = length();
        for (int i = 0; i < fillings.length; i++) {
            fillings[i] = utf8(gaps.get(i).filling.text(values, texts));
            length += fillings[i].length;
        }
        ByteBuffer member = ByteBuffer.allocate(length);
        for (int i = 0; i < fillings.length; i++) {
            member.put(gaps.get(i).before).put(fillings[i]);
        }
        return member.put(end).array();
    }

    /** The bytes that all members share. */
    private int length() {
        return end.length + gaps.stream().mapToInt(gap -> gap.before.length).sum();
    }

    private static Attribute attribute(SbmlPatch base, String key) {
        return switch (key) {
            case MODEL_ID -> modelAttribute(base, "id");
            case MODEL_NAME -> modelAttribute(base, "name");
            default -> base.memberAttribute(key);
        };
    }

    private static Attribute modelAttribute(SbmlPatch base, String name) {
        Attribute attribute = base.model().getAttribute(name);
        if (attribute == null) {
            throw new IllegalArgumentException("The model has no " + name + " to replace.");
        }
        return attribute;
    }

    private static String escaped(String key, Map<String, String> texts) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("There is no text for '" + key + "'.");
        }
        return Format.escapeAttribute(ESCAPES, text);
    }

    /** Writes the document with a mark in every place, and cuts it there; the document is left as it was. */
    private static SbmlTemplate cut(SbmlPatch base, List<Place> places, int quantities) {
        String mark = "gap";
        for (String text = base.text(); text.contains(mark); ) {
            mark += "_";
        }
        List<String> before = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            before.add(places.get(i).attribute.getValue());
            places.get(i).attribute.setValue(mark + i + ".");
        }
        String marked = base.text();
        for (int i = 0; i < places.size(); i++) {
            places.get(i).attribute.setValue(before.get(i));
        }
        List<Gap> gaps = new ArrayList<>();
        int position = 0;
        for (int start = marked.indexOf(mark); start >= 0; start = marked.indexOf(mark, position)) {
            int stop = marked.indexOf('.', start);
            int place = Integer.parseInt(marked.substring(start + mark.length(), stop));
            gaps.add(new Gap(utf8(marked.substring(position, start)), places.get(place).filling));
            position = stop + 1;
        }
        return new SbmlTemplate(gaps, utf8(marked.substring(position)), quantities);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Gives the text of a gap in one member. */
    @FunctionalInterface
    private interface Filling {
        String text(double[] values, Map<String, String> texts);
    }

    /**
     * Where a gap will be.
     *
     * @param attribute the attribute whose value differs between members
     * @param filling what stands there
     */
    private record Place(Attribute attribute, Filling filling) {}

    /** The bytes before a gap, and what fills it. */
    private static final class Gap {

        private final byte[] before;
        private final Filling filling;

        Gap(byte[] before, Filling filling) {
            this.before = before;
            this.filling = filling;
        }
    }
}
