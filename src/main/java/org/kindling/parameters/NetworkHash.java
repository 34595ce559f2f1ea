package org.kindling.parameters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kindling.expression.CanonicalText;
import org.kindling.expression.Expression;
import org.kindling.expression.Symbol;
import org.kindling.network.KineticModel;
import org.kindling.network.Reaction;
import org.kindling.network.Species;

/**
 * The fingerprint of a network: of species, stoichiometry, rate laws, rules and the roles of parameters, but of no value. Two
 * physiologies of one network have the same fingerprint; what was learned for one can be used for the other.
 *
 * <p>The order of elements in the file, names, notes, units and the numbers of parameters, concentrations and compartments play
 * no part. Numbers written into a law do: they are a part of it.
 *
 * @param sha256 64 hexadecimal digits
 */
public record NetworkHash(String sha256) {

    /** Creates a hash, refusing what is none. */
    public NetworkHash {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("'" + sha256 + "' is not the SHA-256 of a network");
        }
    }

    /**
     * The fingerprint of a model.
     *
     * @param roles the roles of its parameters
     * @return the fingerprint
     */
    public static NetworkHash of(ParameterRoles roles) {
        try {
            byte[] text = text(roles).getBytes(StandardCharsets.UTF_8);
            return new NetworkHash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform must offer SHA-256", impossible);
        }
    }

    private static String text(ParameterRoles roles) {
        KineticModel model = roles.model();
        StringBuilder text = new StringBuilder();
        model.species().stream()
                .sorted(Comparator.comparing(Species::id))
                .forEach(species -> text.append("species ")
                        .append(List.of(
                                species.id(),
                                species.compartment(),
                                species.boundary(),
                                species.constant(),
                                species.amountOnly(),
                                species.conversionFactor().map(Symbol::name).orElse("")))
                        .append('\n'));
        model.reactions().stream().sorted(Comparator.comparing(Reaction::id)).forEach(reaction -> {
            text.append("reaction ").append(reaction.id()).append('\n');
            participants(text, "reactant", reaction.reactants());
            participants(text, "product", reaction.products());
            text.append("law\n").append(CanonicalText.of(reaction.law()));
        });
        formulas(text, "assignment", model.rules().assignments());
        formulas(text, "rate", model.rules().rates());
        roles.parameters().stream()
                .sorted(Comparator.comparing(KineticParameter::address))
                .forEach(parameter -> text.append("parameter ")
                        .append(List.of(
                                parameter.address(),
                                parameter.role().label(),
                                parameter.species().orElse("")))
                        .append('\n'));
        return text.toString();
    }

    private static void participants(StringBuilder text, String kind, List<Reaction.Participant> participants) {
        participants.stream()
                .map(participant ->
                        kind + " " + participant.species() + "\n" + CanonicalText.of(participant.stoichiometry()))
                .sorted()
                .forEach(text::append);
    }

    private static void formulas(StringBuilder text, String kind, Map<Symbol, Expression> formulas) {
        Map<String, Expression> sorted = new TreeMap<>();
        formulas.forEach((symbol, formula) -> sorted.put(symbol.name(), formula));
        sorted.forEach((name, formula) ->
                text.append(kind).append(' ').append(name).append('\n').append(CanonicalText.of(formula)));
    }
}
