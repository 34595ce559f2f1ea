package org.kindling.models;

import static org.kindling.models.MathMl.difference;
import static org.kindling.models.MathMl.number;
import static org.kindling.models.MathMl.power;
import static org.kindling.models.MathMl.product;
import static org.kindling.models.MathMl.quotient;
import static org.kindling.models.MathMl.sum;
import static org.kindling.models.MathMl.symbol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jdom2.Element;

/**
 * The rate law of one reaction as MathML, amount per time.
 *
 * <p>With \( a = x / K \), reversible laws are
 * \( V_{cell} \, V_{max} \, ( \prod_s x_s^{\alpha} - \prod_p x_p^{\beta} / K_{eq} ) / ( \prod_s K_s^{\alpha} \, D ) \)
 * with the denominator \( D \) of their mechanism, and irreversible ones
 * \( V_{cell} \, V_{max} \, \prod_s x_s / (x_s + K_s) \). Participants without a Michaelis constant, here protons,
 * only displace the equilibrium: those among the substrates divide the products.
 */
final class RateLaw {

    private static final String CELL = "c";

    private final NetworkReaction reaction;
    private final Map<String, String> michaelisConstants;

    private RateLaw(NetworkReaction reaction, Map<String, String> michaelisConstants) {
        this.reaction = reaction;
        this.michaelisConstants = michaelisConstants;
    }

    /** Returns the law of a reaction, given the ids of its Michaelis constants by species. */
    static RateLaw of(NetworkReaction reaction, Map<String, String> michaelisConstants) {
        return new RateLaw(reaction, Map.copyOf(michaelisConstants));
    }

    /** Returns the {@code math} element. */
    Element math() {
        return MathMl.math(reaction.mechanism().reversible() ? reversible() : irreversible());
    }

    private Element irreversible() {
        List<Element> factors = new ArrayList<>(List.of(symbol(CELL), maximalVelocity()));
        if (reaction.mechanism() == Mechanism.PROTON_DRIVEN) {
            displacing(reaction.substrates()).map(RateLaw::concentrations).forEach(factors::add);
        }
        for (Participant substrate : binding(reaction.substrates())) {
            Element concentration = symbol(substrate.species());
            factors.add(quotient(concentration, sum(concentration.clone(), constant(substrate))));
        }
        return product(factors);
    }

    private Element reversible() {
        List<Participant> substrates = binding(reaction.substrates());
        Element forward =
                product(substrates.stream().map(RateLaw::concentrations).toList());
        Element backward = product(
                reaction.products().stream().map(RateLaw::concentrations).toList());
        Element equilibrium = product(Stream.concat(
                        Stream.of(symbol("Keq_" + reaction.id())),
                        displacing(reaction.substrates()).map(RateLaw::concentrations))
                .toList());
        Element numerator =
                product(symbol(CELL), maximalVelocity(), difference(forward, quotient(backward, equilibrium)));
        List<Element> divisors = new ArrayList<>();
        substrates.forEach(substrate -> divisors.add(power(constant(substrate), substrate.molecules())));
        divisors.add(denominator());
        return quotient(numerator, product(divisors));
    }

    private Element denominator() {
        List<Participant> substrates = binding(reaction.substrates());
        List<Participant> products = binding(reaction.products());
        return switch (reaction.mechanism()) {
            case UNI_UNI, PAIRED -> pairs(substrates, products);
            case UNI_BI -> sum(saturation(substrates.get(0)), polynomials(products));
            case BI_UNI -> sum(polynomials(substrates), saturation(products.get(0)));
            case CONVENIENCE -> difference(sum(polynomials(substrates), polynomials(products)), number(1));
            case IRREVERSIBLE, PROTON_DRIVEN -> throw new IllegalStateException("Irreversible: " + reaction.id());
        };
    }

    /** Substrate and product of each pair compete for one site: the product of 1 + a_s + a_p. */
    private Element pairs(List<Participant> substrates, List<Participant> products) {
        return product(IntStream.range(0, substrates.size())
                .mapToObj(i -> sum(number(1), saturation(substrates.get(i)), saturation(products.get(i))))
                .toList());
    }

    /** Each species binds on its own, as often as its coefficient says: the product of 1 + a + a^2 + ... */
    private Element polynomials(List<Participant> side) {
        return product(side.stream().map(this::polynomial).toList());
    }

    private Element polynomial(Participant participant) {
        List<Element> terms = new ArrayList<>(List.of(number(1)));
        for (int exponent = 1; exponent <= participant.molecules(); exponent++) {
            terms.add(power(saturation(participant), exponent));
        }
        return sum(terms);
    }

    private Element saturation(Participant participant) {
        return quotient(symbol(participant.species()), constant(participant));
    }

    private Element constant(Participant participant) {
        return symbol(Optional.ofNullable(michaelisConstants.get(participant.species()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "No Michaelis constant of " + reaction.id() + " for " + participant.species())));
    }

    private Element maximalVelocity() {
        return symbol("Vmax_" + reaction.id());
    }

    private List<Participant> binding(List<Participant> side) {
        return side.stream()
                .filter(participant -> michaelisConstants.containsKey(participant.species()))
                .toList();
    }

    private Stream<Participant> displacing(List<Participant> side) {
        return side.stream().filter(participant -> !michaelisConstants.containsKey(participant.species()));
    }

    private static Element concentrations(Participant participant) {
        return power(symbol(participant.species()), participant.molecules());
    }
}
