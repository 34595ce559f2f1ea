package org.kindling.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kindling.expression.Constant;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Formula;
import org.kindling.expression.Symbol;

/**
 * Kinetic models from a few lines of text. Each line is one of
 *
 * <pre>
 * compartment cell = 2
 * species A in cell = 1.5
 * boundary S in cell = 4
 * amount X in cell = 3 factor cf
 * parameter Vmax = 3 SBO:0000186
 * parameter E1.Km = 2
 * reaction E1: 2 A + (n) B -&gt; C; Vmax*A/(Km + A)
 * assign x = 2*A
 * rate y = -k*y
 * initial z = 3*A
 * </pre>
 *
 * where {@code amount} is a species whose symbol means its amount, {@code factor} names a conversion factor, and a dot makes
 * a parameter local to a reaction, whose law then names it without the reaction.
 */
public final class ModelSketch {

    private static final Pattern SPECIES =
            Pattern.compile("(species|boundary|constant|amount) (\\w+) in (\\w+) = (\\S+)(?: factor (\\w+))?");
    private static final Pattern PARAMETER = Pattern.compile("parameter (?:(\\w+)\\.)?(\\w+) = (\\S+)(?: (SBO:\\d+))?");
    private static final Pattern REACTION = Pattern.compile("reaction (\\w+):(.*)->(.*);(.*)");
    private static final Pattern PARTICIPANT = Pattern.compile("(?:([-\\d.eE]+|\\(.*\\)) )?(\\w+)");
    private static final Pattern RULE = Pattern.compile("(compartment|assign|rate|initial) (\\w+) = (.*)");
    private static final ModelUnits UNITS = new ModelUnits("hour", OptionalDouble.of(3600), "mmol", "mM");

    private final List<String> compartments = new ArrayList<>();
    private final List<Species> species = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Reaction> reactions = new ArrayList<>();
    private final Map<Symbol, Expression> assignments = new LinkedHashMap<>();
    private final Map<Symbol, Expression> rates = new LinkedHashMap<>();
    private final Map<Symbol, Expression> initial = new LinkedHashMap<>();

    private ModelSketch() {}

    /** Returns the model of a text, one element a line. */
    public static KineticModel model(String text) {
        ModelSketch sketch = new ModelSketch();
        text.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(sketch::read);
        return sketch.build();
    }

    private void read(String line) {
        boolean understood = readSpecies(line) || readParameter(line) || readReaction(line) || readRule(line);
        if (!understood) {
            throw new IllegalArgumentException("Cannot read the line: " + line);
        }
    }

    private boolean readSpecies(String line) {
        Matcher matcher = SPECIES.matcher(line);
        if (!matcher.matches()) {
            return false;
        }
        String kind = matcher.group(1);
        species.add(new Species(
                matcher.group(2),
                matcher.group(2),
                matcher.group(3),
                kind.equals("boundary"),
                kind.equals("constant"),
                kind.equals("amount"),
                Optional.ofNullable(matcher.group(5)).map(Symbol::new)));
        initial.put(new Symbol(matcher.group(2)), Formula.of(matcher.group(4)));
        return true;
    }

    private boolean readParameter(String line) {
        Matcher matcher = PARAMETER.matcher(line);
        if (!matcher.matches()) {
            return false;
        }
        Optional<String> reaction = Optional.ofNullable(matcher.group(1));
        String address = reaction.map(id -> id + ".").orElse("") + matcher.group(2);
        Optional<String> term = Optional.ofNullable(matcher.group(4));
        parameters.add(new Parameter(address, matcher.group(2), reaction, Optional.empty(), term, true));
        initial.put(new Symbol(address), Formula.of(matcher.group(3)));
        return true;
    }

    private boolean readReaction(String line) {
        Matcher matcher = REACTION.matcher(line);
        if (!matcher.matches()) {
            return false;
        }
        String id = matcher.group(1);
        Set<String> local = parameters.stream()
                .filter(parameter -> parameter.reaction().equals(Optional.of(id)))
                .map(Parameter::name)
                .collect(Collectors.toSet());
        UnaryOperator<Expression> scoped = law -> Expressions.replace(
                law, symbol -> local.contains(symbol.name()) ? new Symbol(id + "." + symbol.name()) : symbol);
        Expression law = scoped.apply(Formula.of(matcher.group(4)));
        List<Reaction.Participant> left = participants(matcher.group(2));
        List<Reaction.Participant> right = participants(matcher.group(3));
        reactions.add(new Reaction(id, id, true, left, right, List.of(), law));
        return true;
    }

    private static List<Reaction.Participant> participants(String side) {
        List<Reaction.Participant> participants = new ArrayList<>();
        for (String part : side.strip().split(" \\+ (?![^(]*\\))", -1)) {
            if (!part.isEmpty()) {
                Matcher matcher = PARTICIPANT.matcher(part);
                if (!matcher.matches()) {
                    throw new IllegalArgumentException("Cannot read the participant: " + part);
                }
                Expression coefficient =
                        Optional.ofNullable(matcher.group(1)).map(Formula::of).orElse(Constant.ONE);
                participants.add(new Reaction.Participant(matcher.group(2), coefficient));
            }
        }
        return participants;
    }

    private boolean readRule(String line) {
        Matcher matcher = RULE.matcher(line);
        if (!matcher.matches()) {
            return false;
        }
        Symbol symbol = new Symbol(matcher.group(2));
        Expression value = Formula.of(matcher.group(3));
        switch (matcher.group(1)) {
            case "assign" -> assignments.put(symbol, value);
            case "rate" -> rates.put(symbol, value);
            case "compartment" -> {
                compartments.add(symbol.name());
                initial.put(symbol, value);
            }
            default -> initial.put(symbol, value);
        }
        return true;
    }

    private KineticModel build() {
        initial.keySet().removeAll(assignments.keySet());
        List<Compartment> spaces = compartments.stream()
                .map(id -> new Compartment(id, id, 3, !isRuled(new Symbol(id))))
                .toList();
        return KineticModel.of(
                "sketch",
                UNITS,
                new KineticModel.Elements(spaces, species, parameters, reactions),
                new Rules(assignments, rates, initial));
    }

    private boolean isRuled(Symbol symbol) {
        return assignments.containsKey(symbol) || rates.containsKey(symbol);
    }
}
