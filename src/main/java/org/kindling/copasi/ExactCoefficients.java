package org.kindling.copasi;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Puts the stoichiometric coefficients of a model into the file that COPASI makes of it: COPASI saves six of their digits,
 * too few to keep conserved moieties.
 */
final class ExactCoefficients {

    private static final Pattern SPECIES = Pattern.compile("<Metabolite key=\"(\\w+)\" name=\"(\\w+)\"");
    private static final Pattern PLACES = Pattern.compile(
            "<Reaction [^>]*name=\"(\\w+)\"|(<(Substrate|Product) metabolite=\"(\\w+)\" stoichiometry=\")[^\"]*");

    private final Map<String, Double> coefficients = new HashMap<>();

    private ExactCoefficients() {}

    /** The coefficients in a document of this program's own making. */
    static ExactCoefficients of(String sbml) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        ExactCoefficients exact = new ExactCoefficients();
        try {
            exact.read(factory.createXMLStreamReader(new StringReader(sbml)));
            return exact;
        } catch (XMLStreamException broken) {
            throw new IllegalStateException("The model handed to COPASI is no XML.", broken);
        }
    }

    private void read(XMLStreamReader reader) throws XMLStreamException {
        String reaction = "";
        String side = "";
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (reader.getLocalName()) {
                case "reaction" -> reaction = reader.getAttributeValue("", "id");
                case "listOfReactants" -> side = "Substrate";
                case "listOfProducts" -> side = "Product";
                case "speciesReference" -> {
                    String coefficient = reader.getAttributeValue("", "stoichiometry");
                    if (coefficient != null) {
                        String species = reader.getAttributeValue("", "species");
                        coefficients.merge(key(reaction, side, species), Double.valueOf(coefficient), Double::sum);
                    }
                }
                default -> {}
            }
        }
    }

    private static String key(String reaction, String side, String species) {
        return reaction + " " + side + " " + species;
    }

    /** COPASI's file with the coefficients in full. */
    String in(String file) {
        Map<String, String> names = new HashMap<>();
        Matcher species = SPECIES.matcher(file);
        while (species.find()) {
            names.put(species.group(1), species.group(2));
        }
        String[] reaction = {""};
        return PLACES.matcher(file).replaceAll(place -> Matcher.quoteReplacement(replaced(place, reaction, names)));
    }

    private String replaced(MatchResult place, String[] reaction, Map<String, String> names) {
        if (place.group(1) != null) {
            reaction[0] = place.group(1);
            return place.group();
        }
        Double exact = coefficients.get(key(reaction[0], place.group(3), names.getOrDefault(place.group(4), "")));
        return exact == null ? place.group() : place.group(2) + exact;
    }
}
