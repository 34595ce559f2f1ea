package org.kindling.app;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kindling.analysis.rules.Rule;
import org.kindling.analysis.rules.RuleFigures;
import org.kindling.analysis.rules.RuleRange;
import org.kindling.analysis.rules.RuleSearch;
import org.kindling.analysis.rules.Share;
import org.kindling.ensemble.AtomicFile;
import org.kindling.ensemble.Manifest;
import org.kindling.network.InputException;
import org.kindling.parameters.Bounds;
import org.kindling.parameters.Coordinate;
import org.kindling.parameters.ParameterSpace;

/**
 * A file of rules: {@code rules.json}. Its components are the keys of the file.
 *
 * @param schemaVersion the version of this form
 * @param provenance what made it
 * @param property what sets have that the rules are for
 * @param search how the rules were searched
 * @param population the sets that they were learnt from
 * @param rules the rules, the purest first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RulesFile(
        int schemaVersion,
        Provenance provenance,
        Property property,
        RuleSearch.Options search,
        Sets population,
        List<Entry> rules) {

    /** The version of the form that this program writes. */
    public static final int SCHEMA_VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new Jdk8Module())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    /** Creates the content, refusing what is incomplete. */
    public RulesFile {
        Objects.requireNonNull(provenance, "provenance");
        Objects.requireNonNull(property, "property");
        Objects.requireNonNull(population, "population");
        rules = List.copyOf(Objects.requireNonNull(rules, "rules"));
    }

    /**
     * What made the rules.
     *
     * @param software the program and what it ran on
     * @param commandLine what the user typed
     * @param model the id of the model
     * @param network the fingerprint of its network, which the rules are good for
     * @param parameters the addresses of all constants that varied
     * @param inputs the files that were read
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Provenance(
            Manifest.Software software,
            List<String> commandLine,
            String model,
            String network,
            List<String> parameters,
            List<Manifest.FileEntry> inputs) {

        /** Creates the provenance, refusing what is incomplete. */
        public Provenance {
            Objects.requireNonNull(network, "network");
            parameters = List.copyOf(Objects.requireNonNull(parameters, "parameters"));
        }
    }

    /**
     * What sets have that the rules are for.
     *
     * @param words the property in words
     * @param criterion the criterion in numbers, unless the property was given by a table
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Property(String words, Optional<Manifest.Bounds> criterion) {

        /** Creates a property, refusing one without words. */
        public Property {
            Objects.requireNonNull(words, "words");
        }
    }

    /**
     * The sets that rules were learnt from.
     *
     * @param sets how many have a spectrum, and a number where the property is given by a table
     * @param wanted how many of them have the property
     * @param grown how many the tree was grown on
     * @param heldOut how many the rules were judged by
     */
    public record Sets(long sets, long wanted, long grown, long heldOut) {

        /** Creates the counts, refusing a population in which there is nothing to compare with. */
        public Sets {
            if (wanted < 1 || wanted > sets) {
                throw new IllegalArgumentException(wanted + " wanted sets of " + sets + " are impossible");
            }
        }
    }

    /**
     * A rule.
     *
     * @param rule its number, from 1
     * @param ranges what it asks of saturations
     * @param purity the share of sets with the property among held-out sets that obey it
     * @param coverage the share of sets that obey it among held-out sets with the property
     * @param lift purity over the share of all held-out sets that have the property
     * @param heldOut the counts of held-out sets behind these
     * @param grown the counts of the sets that the tree was grown on
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Entry(
            int rule,
            List<Range> ranges,
            Share purity,
            Share coverage,
            double lift,
            RuleFigures heldOut,
            RuleFigures grown) {

        /** Creates an entry, refusing one without ranges. */
        public Entry {
            ranges = List.copyOf(Objects.requireNonNull(ranges, "ranges"));
        }

        static Entry of(int number, Rule rule, ParameterSpace space) {
            List<Range> ranges = rule.ranges().stream()
                    .map(range -> Range.of(range, coordinate(space, range.address())))
                    .toList();
            RuleFigures heldOut = rule.heldOut();
            return new Entry(
                    number, ranges, heldOut.purity(), heldOut.coverage(), heldOut.lift(), heldOut, rule.grown());
        }

        private static Coordinate coordinate(ParameterSpace space, String address) {
            return space.coordinates().stream()
                    .filter(coordinate -> coordinate.address().equals(address))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * A range of the saturation of a constant; see {@link RuleRange}.
     *
     * @param parameter the address of the constant
     * @param species the species whose saturation it sets; absent for a free parameter
     * @param lowestSaturation the lowest saturation
     * @param highestSaturation the highest saturation
     * @param lowestConstant the least constant at the state of the population
     * @param highestConstant the largest constant at that state, if there is one
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Range(
            String parameter,
            Optional<String> species,
            double lowestSaturation,
            double highestSaturation,
            double lowestConstant,
            Optional<Double> highestConstant) {

        /** Creates a range, refusing impossible saturations. */
        public Range {
            new RuleRange(Objects.requireNonNull(parameter, "parameter"), lowestSaturation, highestSaturation);
        }

        static Range of(RuleRange range, Coordinate coordinate) {
            Bounds constants = range.constants(coordinate.reference());
            return new Range(
                    range.address(),
                    coordinate.parameter().species(),
                    range.lowest(),
                    range.highest(),
                    constants.lower(),
                    Optional.of(constants.upper()).filter(Double::isFinite));
        }

        /** The range without what follows from it. */
        RuleRange range() {
            return new RuleRange(parameter, lowestSaturation, highestSaturation);
        }
    }

    /**
     * Writes the file, whole or not at all.
     *
     * @param file where to
     * @throws IOException if it cannot be written
     */
    void write(Path file) throws IOException {
        AtomicFile.write(file, out -> {
            out.write(JSON.writeValueAsBytes(this));
            out.write('\n');
        });
    }

    /**
     * Reads a file of rules.
     *
     * @param file the file
     * @return its content
     * @throws InputException if it is none that this program reads
     */
    static RulesFile read(Path file) {
        try {
            RulesFile rules = JSON.readValue(file.toFile(), RulesFile.class);
            if (rules.schemaVersion() != SCHEMA_VERSION) {
                throw new InputException(
                        file.toString(),
                        "has schema version " + rules.schemaVersion() + " and not " + SCHEMA_VERSION,
                        "read it with the version of Kindling that wrote it");
            }
            return rules;
        } catch (IOException failure) {
            String reason =
                    String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
            throw new InputException(
                    file.toString(), "is no file of rules: " + reason, "give one that `kindling rules` wrote");
        }
    }
}
