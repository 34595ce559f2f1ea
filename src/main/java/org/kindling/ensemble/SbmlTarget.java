package org.kindling.ensemble;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindling.ensemble.ModelChange.Meaning;
import org.kindling.expression.Symbol;

/**
 * What an XPath of SED-ML points at in an SBML model. Prefixes may be any or none.
 *
 * @param quantity the quantity
 * @param attribute the attribute of its element, empty if the path ends at the element
 */
record SbmlTarget(Symbol quantity, String attribute) {

    private static final Pattern PREFIX = Pattern.compile("(?<=^|/|::)[A-Za-z_][A-Za-z0-9_.-]*:(?!:)");

    private static final String NAMED = "\\[\\s*@(?:id|name)\\s*=\\s*['\"]([A-Za-z_][A-Za-z0-9_]*)['\"]\\s*\\]";

    private static final Pattern GLOBAL = Pattern.compile(
            "/sbml/model/listOf\\w+/(?:species|specie|parameter|compartment|reaction)" + NAMED + "((?:/@\\w+)?)");

    private static final Pattern LOCAL = Pattern.compile("/sbml/model/listOfReactions/reaction" + NAMED
            + "/kineticLaw/listOf(?:Local)?Parameters/" + "(?:localParameter|parameter)" + NAMED + "((?:/@\\w+)?)");

    /** As some tools write it, whatever the element is. */
    private static final Pattern ANY = Pattern.compile("/sbml/model/descendant::\\*" + NAMED + "((?:/@\\w+)?)");

    /** Returns what a path points at, if it is a quantity. */
    static Optional<SbmlTarget> of(String path) {
        String plain = PREFIX.matcher(path.strip()).replaceAll("");
        Matcher local = LOCAL.matcher(plain);
        if (local.matches()) {
            return Optional.of(of(local.group(1) + "." + local.group(2), local.group(3)));
        }
        for (Pattern pattern : List.of(GLOBAL, ANY)) {
            Matcher matcher = pattern.matcher(plain);
            if (matcher.matches()) {
                return Optional.of(of(matcher.group(1), matcher.group(2)));
            }
        }
        return Optional.empty();
    }

    /** Returns what a number in the attribute means, if it is a value at the start. */
    Optional<Meaning> meaning() {
        return switch (attribute) {
            case "value", "size", "volume" -> Optional.of(Meaning.VALUE);
            case "initialAmount" -> Optional.of(Meaning.AMOUNT);
            case "initialConcentration" -> Optional.of(Meaning.CONCENTRATION);
            default -> Optional.empty();
        };
    }

    private static SbmlTarget of(String address, String attribute) {
        return new SbmlTarget(new Symbol(address), attribute.replace("/@", ""));
    }
}
