package org.kindling.parameters;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kindling.expression.Constant;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Symbol;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.network.Parameter;
import org.kindling.network.RateEquations;
import org.kindling.network.Reaction;
import org.kindling.network.Species;

/**
 * The role of every parameter of a model. A role comes, in this order, from the user's mapping, from the ontology term in
 * the file, and from the structure of the laws; what stays unresolved is fixed, with the reason.
 */
public final class ParameterRoles {

    private static final Pattern VELOCITY_NAME = Pattern.compile("(?i)(.*[._])?(v_?max|v_?m|k_?cat|vf|v|k).*");

    private final KineticModel model;
    private final Map<String, KineticParameter> byAddress;
    private final Map<String, String> obstacles;
    private final Map<String, KineticParameter> scaleOfReaction = new LinkedHashMap<>();
    private final Map<String, KineticParameter> equilibriumOfReaction = new LinkedHashMap<>();

    private ParameterRoles(KineticModel model, Map<String, KineticParameter> byAddress, Map<String, String> obstacles) {
        this.model = model;
        this.byAddress = byAddress;
        this.obstacles = obstacles;
        byAddress.values().stream()
                .filter(parameter -> parameter.role() == ParameterRole.SCALE)
                .forEach(parameter -> scaleOfReaction.put(parameter.reactions().get(0), parameter));
        byAddress.values().stream()
                .filter(parameter -> parameter.role() == ParameterRole.EQUILIBRIUM)
                .forEach(parameter -> parameter
                        .reactions()
                        .forEach(reaction -> equilibriumOfReaction.putIfAbsent(reaction, parameter)));
    }

    /**
     * The roles in a model.
     *
     * @param model the model
     * @return the role of each parameter
     */
    public static ParameterRoles of(KineticModel model) {
        return of(model, Map.of());
    }

    /**
     * The roles in a model, some of them given.
     *
     * @param model the model
     * @param mapping roles by the address of the parameter, which win over what is found
     * @return the role of each parameter
     * @throws org.kindling.network.InputException if the mapping names an unknown parameter or species, or a role
     *     that the laws do not allow
     */
    public static ParameterRoles of(KineticModel model, Map<String, RoleMapping> mapping) {
        Finder finder = new Finder(model, mapping);
        Map<String, KineticParameter> byAddress = finder.find();
        return new ParameterRoles(model, byAddress, finder.obstacles(byAddress));
    }

    /**
     * The model.
     *
     * @return the model whose parameters these are
     */
    public KineticModel model() {
        return model;
    }

    /**
     * All parameters.
     *
     * @return the parameters in the order of the model
     */
    public List<KineticParameter> parameters() {
        return List.copyOf(byAddress.values());
    }

    /**
     * The parameters of one role.
     *
     * @param role the role
     * @return its parameters in the order of the model
     */
    public List<KineticParameter> parameters(ParameterRole role) {
        return byAddress.values().stream()
                .filter(parameter -> parameter.role() == role)
                .toList();
    }

    /**
     * A parameter by its address.
     *
     * @param address the SBML id, or {@code reaction.parameter}
     * @return the parameter, if there is one
     */
    public Optional<KineticParameter> parameter(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    /**
     * The scale parameter of a reaction.
     *
     * @param reaction the id of the reaction
     * @return the parameter that is solved for, if the law has one
     */
    public Optional<KineticParameter> scaleOf(String reaction) {
        return Optional.ofNullable(scaleOfReaction.get(reaction));
    }

    /**
     * The equilibrium constant of a reaction.
     *
     * @param reaction the id of the reaction
     * @return its equilibrium constant, if the law has one
     */
    public Optional<KineticParameter> equilibriumOf(String reaction) {
        return Optional.ofNullable(equilibriumOfReaction.get(reaction));
    }

    /**
     * What keeps a parameter from being drawn, whoever asks for it.
     *
     * @param address the SBML id, or {@code reaction.parameter}
     * @return the reason; empty if it is a constant of laws whose flux a scale parameter can hold
     */
    Optional<String> obstacle(String address) {
        return Optional.ofNullable(obstacles.get(address));
    }

    /** Finds the roles; one use each. */
    private static final class Finder {

        private final KineticModel model;
        private final Map<String, RoleMapping> mapping;
        private final Map<String, LawStructure> structures = new LinkedHashMap<>();
        private final Map<Symbol, List<String>> users = new LinkedHashMap<>();
        private final Set<Symbol> usedElsewhere = new HashSet<>();
        private final Set<String> varyingStoichiometry;

        Finder(KineticModel model, Map<String, RoleMapping> mapping) {
            this.model = model;
            this.mapping = mapping;
            mapping.forEach((address, wanted) -> wanted.check(model, address));
            Set<Symbol> parameters =
                    model.parameters().stream().map(Parameter::symbol).collect(Collectors.toSet());
            Set<Symbol> species = model.species().stream().map(Species::symbol).collect(Collectors.toSet());
            for (Reaction reaction : model.reactions()) {
                structures.put(reaction.id(), LawStructure.of(reaction, parameters, species));
                for (Symbol symbol : Expressions.symbols(reaction.law())) {
                    users.computeIfAbsent(symbol, key -> new ArrayList<>()).add(reaction.id());
                }
            }
            List<Expression> others =
                    new ArrayList<>(model.rules().assignments().values());
            others.addAll(model.rules().rates().values());
            others.addAll(model.rules().initial().values());
            model.reactions().forEach(reaction -> {
                reaction.reactants().forEach(reactant -> others.add(reactant.stoichiometry()));
                reaction.products().forEach(product -> others.add(product.stoichiometry()));
            });
            others.forEach(expression -> usedElsewhere.addAll(Expressions.symbols(expression)));
            // The part of a reaction whose stoichiometry varies is a process named reaction.species.
            varyingStoichiometry = RateEquations.of(model).processes().stream()
                    .filter(process -> !process.reaction() && process.id().contains("."))
                    .map(process -> process.id().substring(0, process.id().indexOf('.')))
                    .collect(Collectors.toSet());
        }

        Map<String, KineticParameter> find() {
            Map<String, KineticParameter> roles = new LinkedHashMap<>();
            model.parameters().forEach(parameter -> roles.put(parameter.address(), role(parameter)));
            structures.forEach((reaction, structure) -> chooseScale(reaction, structure, roles));
            Set<String> held = held(roles);
            roles.replaceAll((address, parameter) -> withScale(parameter, held));
            return roles;
        }

        /** Why parameters cannot be drawn, by address. */
        Map<String, String> obstacles(Map<String, KineticParameter> roles) {
            Set<String> held = held(roles);
            Map<String, String> obstacles = new LinkedHashMap<>();
            roles.forEach((address, parameter) -> obstacle(parameter.parameter(), parameter.reactions())
                    .or(() -> unheld(parameter, held))
                    .ifPresent(reason -> obstacles.put(address, reason)));
            return obstacles;
        }

        /** The reactions whose flux a scale parameter holds. */
        private static Set<String> held(Map<String, KineticParameter> roles) {
            return roles.values().stream()
                    .filter(parameter -> parameter.role() == ParameterRole.SCALE)
                    .flatMap(parameter -> parameter.reactions().stream())
                    .collect(Collectors.toSet());
        }

        private KineticParameter role(Parameter parameter) {
            List<String> reactions = users.getOrDefault(parameter.symbol(), List.of());
            RoleMapping wanted = mapping.get(parameter.address());
            if (wanted != null) {
                check(parameter, wanted.role(), reactions);
                return new KineticParameter(
                        parameter, wanted.role(), wanted.species(), reactions, "given by the mapping");
            }
            Optional<String> obstacle = obstacle(parameter, reactions);
            if (obstacle.isPresent()) {
                return fixed(parameter, reactions, obstacle.get());
            }
            Optional<String> meaning = SystemsBiologyOntology.otherMeaning(parameter.sboTerm());
            if (meaning.isPresent()) {
                return fixed(parameter, reactions, meaning.get());
            }
            return fromLaws(parameter, reactions);
        }

        /** Refuses a role that the laws do not allow: its value could not follow, or would change nothing. */
        private void check(Parameter parameter, ParameterRole wanted, List<String> reactions) {
            if (wanted == ParameterRole.FIXED) {
                return;
            }
            String element = "role of " + parameter.address();
            obstacle(parameter, reactions).ifPresent(reason -> {
                throw new InputException(element, "cannot be " + wanted.label() + ": " + reason, "leave it fixed");
            });
            boolean scales =
                    reactions.size() == 1 && law(reactions.get(0)).factors().contains(parameter.symbol());
            if (wanted == ParameterRole.SCALE && !scales) {
                throw new InputException(
                        element,
                        "cannot be scale: it is no factor of the whole law of one reaction",
                        "give it another role");
            }
        }

        private static KineticParameter fixed(Parameter parameter, List<String> reactions, String reason) {
            return new KineticParameter(parameter, ParameterRole.FIXED, Optional.empty(), reactions, reason);
        }

        private LawStructure law(String reaction) {
            return Objects.requireNonNull(structures.get(reaction));
        }

        private Optional<String> obstacle(Parameter parameter, List<String> reactions) {
            Symbol symbol = parameter.symbol();
            if (model.rules().assignments().containsKey(symbol)
                    || model.rules().rates().containsKey(symbol)) {
                return Optional.of("a rule determines it");
            }
            if (!(model.rules().initial().get(symbol) instanceof Constant)) {
                return Optional.of("an initial assignment determines it");
            }
            if (usedElsewhere.contains(symbol)) {
                return Optional.of("used outside of rate laws");
            }
            if (reactions.stream().noneMatch(reaction -> law(reaction).acting().contains(symbol))) {
                return Optional.of("no rate law depends on it");
            }
            return Optional.empty();
        }

        private KineticParameter fromLaws(Parameter parameter, List<String> reactions) {
            Symbol symbol = parameter.symbol();
            List<LawStructure> laws = reactions.stream().map(this::law).toList();
            Set<String> species = new LinkedHashSet<>();
            boolean saturatesAll = true;
            for (LawStructure law : laws) {
                Set<String> saturated = law.saturatedBy(symbol);
                saturatesAll &= saturated.size() == 1;
                species.addAll(saturated);
            }
            boolean equilibrium = SystemsBiologyOntology.isEquilibrium(parameter.sboTerm())
                    || laws.stream().allMatch(law -> law.isEquilibrium(symbol));
            if (equilibrium) {
                String reason = "equilibrium constant of " + String.join(", ", reactions);
                return new KineticParameter(parameter, ParameterRole.EQUILIBRIUM, Optional.empty(), reactions, reason);
            }
            if (saturatesAll) {
                String first = species.iterator().next();
                String reason = species.size() == 1
                        ? "the law is unchanged when it and " + first + " are multiplied by one factor"
                        : "shared by laws of several species (" + String.join(", ", species) + "), measured by " + first
                                + " of the first law, " + reactions.get(0);
                return new KineticParameter(parameter, ParameterRole.SATURATION, Optional.of(first), reactions, reason);
            }
            return fixed(parameter, reactions, unresolved(parameter, reactions, laws, species));
        }

        private String unresolved(
                Parameter parameter, List<String> reactions, List<LawStructure> laws, Set<String> species) {
            boolean factor = laws.stream().allMatch(law -> law.factors().contains(parameter.symbol()));
            Optional<String> varying =
                    reactions.stream().filter(varyingStoichiometry::contains).findFirst();
            if (factor && varying.isPresent()) {
                return "the stoichiometry of " + varying.get() + " varies, so that its flux cannot be held";
            }
            if (factor) {
                return laws.size() == 1
                        ? "a factor of a law that another parameter scales"
                        : "a factor of several laws";
            }
            if (SystemsBiologyOntology.isVelocity(parameter.sboTerm())) {
                return "its term says a rate constant, but the law is not proportional to it";
            }
            if (SystemsBiologyOntology.isSaturation(parameter.sboTerm())) {
                return "its term says a saturation constant, but the form of the law names no one species for it";
            }
            return species.size() > 1
                    ? "it belongs to several species: " + String.join(", ", species)
                    : "the form of the law gives it no role";
        }

        /** Among the factors of a law, the one that is solved for. */
        private void chooseScale(String reaction, LawStructure structure, Map<String, KineticParameter> roles) {
            boolean given = roles.values().stream()
                    .anyMatch(parameter -> parameter.role() == ParameterRole.SCALE
                            && parameter.reactions().contains(reaction));
            if (given || varyingStoichiometry.contains(reaction)) {
                return;
            }
            KineticParameter best = null;
            int bestRank = 0;
            for (Symbol factor : structure.factors()) {
                KineticParameter parameter = Objects.requireNonNull(roles.get(factor.name()));
                int rank = mapping.containsKey(factor.name())
                                || obstacle(parameter.parameter(), List.of(reaction))
                                        .isPresent()
                        ? 0
                        : rank(parameter);
                if (rank > bestRank) {
                    best = parameter;
                    bestRank = rank;
                }
            }
            if (best != null) {
                roles.put(
                        best.address(),
                        best.as(ParameterRole.SCALE, "the whole law of " + reaction + " is proportional to it"));
            }
        }

        private static int rank(KineticParameter parameter) {
            if (parameter.reactions().size() != 1) {
                return 0;
            }
            if (SystemsBiologyOntology.isVelocity(parameter.parameter().sboTerm())) {
                return 3;
            }
            return VELOCITY_NAME.matcher(parameter.address()).matches() ? 2 : 1;
        }

        /** A constant can vary only where the flux of each of its laws can be held by a scale parameter. */
        private static KineticParameter withScale(KineticParameter parameter, Set<String> held) {
            return parameter.role() == ParameterRole.SATURATION
                    ? unheld(parameter, held)
                            .map(reason -> parameter.as(ParameterRole.FIXED, reason))
                            .orElse(parameter)
                    : parameter;
        }

        private static Optional<String> unheld(KineticParameter parameter, Set<String> held) {
            return parameter.reactions().stream()
                    .filter(reaction -> !held.contains(reaction))
                    .findFirst()
                    .map(reaction ->
                            "the law of " + reaction + " has no factor that could be solved for the reference flux");
        }
    }
}
