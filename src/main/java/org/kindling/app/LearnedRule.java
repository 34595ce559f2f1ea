package org.kindling.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kindling.dynamics.Criterion;
import org.kindling.ensemble.Manifest;
import org.kindling.network.InputException;
import org.kindling.numerics.ShareRatio;
import org.kindling.parameters.Bounds;
import org.kindling.parameters.Coordinate;
import org.kindling.parameters.NetworkHash;
import org.kindling.parameters.ParameterSpace;

/** A rule of a file of rules, within which sets are drawn. */
final class LearnedRule {

    private final Path path;
    private final RulesFile file;
    private final RulesFile.Entry entry;

    private LearnedRule(Path path, RulesFile file, RulesFile.Entry entry) {
        this.path = path;
        this.file = file;
        this.entry = entry;
    }

    /**
     * Reads a rule.
     *
     * @throws InputException if there is no such file, or no such rule in it
     */
    static LearnedRule of(RuleChoice choice) {
        if (!Files.exists(choice.file())) {
            throw new InputException(choice.file().toString(), "does not exist", "check the path");
        }
        RulesFile file = RulesFile.read(choice.file());
        RulesFile.Entry entry = file.rules().stream()
                .filter(rule -> rule.rule() == choice.rule())
                .findFirst()
                .orElseThrow(() -> new InputException(
                        choice.file().toString(),
                        "has no rule " + choice.rule() + ", but " + file.rules().size() + " rules",
                        "choose one of them with --rule"));
        return new LearnedRule(choice.file(), file, entry);
    }

    /**
     * The model with priors within the rule's ranges.
     *
     * @throws InputException if the model is of another network, or a range cannot be kept to
     */
    ModelSetup narrow(ModelSetup setup) {
        if (!NetworkHash.of(setup.roles()).sha256().equals(file.provenance().network())) {
            throw new InputException(
                    setup.sbml().source().file(),
                    "is not of the network that the rules were learnt for: its species, stoichiometry, rate laws or roles"
                            + " of parameters are others",
                    "give that network, at any state, or learn rules for this one");
        }
        Map<String, Double> references = setup.space().coordinates().stream()
                .collect(Collectors.toMap(Coordinate::address, Coordinate::reference));
        Map<String, Bounds> bounds = new LinkedHashMap<>();
        for (RulesFile.Range range : entry.ranges()) {
            // A constant that does not vary has no reference, and is refused for it.
            double reference = references.getOrDefault(range.parameter(), 1.0);
            bounds.put(range.parameter(), range.range().constants(reference));
        }
        return setup.within(bounds);
    }

    /** The criterion that the rule is for, if it is for one. */
    Optional<CriterionOptions> criterion() {
        return file.property().criterion().map(Manifest.Bounds::criterion).map(CriterionOptions::of);
    }

    /** The file of the rule. */
    Manifest.FileEntry input() throws IOException {
        return RunDescription.entry(path);
    }

    /** The rule in words. */
    String words() {
        return "rule " + entry.rule() + " of " + path.getFileName();
    }

    /** What the rule asks of saturations, in words. */
    List<String> ranges() {
        return entry.ranges().stream()
                .map(range -> "saturation of " + range.parameter() + " from " + range.lowestSaturation() + " to "
                        + range.highestSaturation())
                .toList();
    }

    /**
     * How many times as many sets are valid within the rule as in the population that it was learnt from; both among sets that
     * have a spectrum.
     *
     * @param criterion what valid sets met
     * @param space what varied
     * @param valid how many sets were valid
     * @param solved how many sets have a spectrum
     * @return the lift; empty where the two cannot be compared, as the criterion or what varies is another
     */
    Optional<Manifest.Lift> lift(Criterion criterion, ParameterSpace space, long valid, long solved) {
        List<String> axes =
                space.coordinates().stream().map(Coordinate::address).toList();
        boolean comparable = file.provenance().parameters().equals(axes)
                && file.property()
                        .criterion()
                        .map(Manifest.Bounds::criterion)
                        .filter(learned -> same(learned, criterion))
                        .isPresent();
        if (!comparable || solved == 0) {
            return Optional.empty();
        }
        RulesFile.Sets population = file.population();
        ShareRatio ratio = ShareRatio.of(valid, solved, population.wanted(), population.sets());
        return Optional.of(new Manifest.Lift(
                ratio.value(), ratio.lower(), ratio.upper(), (double) population.wanted() / population.sets()));
    }

    private static boolean same(Criterion one, Criterion other) {
        return same(one.lowestAbscissa(), other.lowestAbscissa())
                && same(one.highestAbscissa(), other.highestAbscissa())
                && same(one.lowestReal(), other.lowestReal());
    }

    /** On their way through time constants and back, bounds may lose a last digit. */
    private static boolean same(double one, double other) {
        return one == other || Math.abs(one - other) <= 1e-12 * Math.min(Math.abs(one), Math.abs(other));
    }
}
