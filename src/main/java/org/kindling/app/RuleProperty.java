package org.kindling.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.kindling.dynamics.Criterion;
import org.kindling.ensemble.Manifest;
import org.kindling.network.InputException;
import org.kindling.sampling.Population;

/**
 * The sets that rules are learnt from, and which of them have the property that the rules are for.
 *
 * @param population the sets
 * @param wanted whether a set, by its row, has the property
 * @param words the property in words
 * @param criterion the criterion, unless the property is given by a table
 * @param inputs the files that it all comes from
 */
record RuleProperty(
        Population population,
        IntPredicate wanted,
        String words,
        Optional<Criterion> criterion,
        List<Manifest.FileEntry> inputs) {

    /**
     * The property that the options ask for.
     *
     * @throws InputException if all sets have it, or none
     */
    static RuleProperty of(RulesOptions options, LabelledPopulation read) throws IOException {
        RuleProperty property =
                options.property().isPresent() ? ofTable(options.property().get(), read) : ofCriterion(options, read);
        long wanted = property.count();
        int sets = property.population().size();
        if (wanted == 0 || wanted == sets) {
            throw new InputException(
                    options.population().source().toString(),
                    (wanted == 0 ? "none" : "each") + " of its " + sets + " sets has the property " + property.words(),
                    "ask for a property that some sets have and others have not");
        }
        return property;
    }

    private static RuleProperty ofCriterion(RulesOptions options, LabelledPopulation read) {
        CriterionOptions asked = options.criterion().or(read::criterion).orElse(CriterionOptions.STABLE);
        Criterion criterion = asked.criterion(read.setup().model().units());
        Population population = read.population();
        return new RuleProperty(
                population,
                set -> population.valid(set, criterion),
                asked.words(read.setup().model().units()),
                Optional.of(criterion),
                read.inputs());
    }

    private static RuleProperty ofTable(PropertyOptions options, LabelledPopulation read) throws IOException {
        Map<Integer, Double> numbers = numbers(options);
        Population population = read.population()
                .where(set -> numbers.containsKey(read.population().index(set)));
        if (population.size() == 0) {
            throw new InputException(
                    options.table().toString(),
                    "has no number for any set of the population",
                    "name the sets by their index in the table of sets");
        }
        List<Manifest.FileEntry> inputs = new ArrayList<>(read.inputs());
        inputs.add(RunDescription.entry(options.table()));
        return new RuleProperty(
                population,
                set -> options.holds(numbers.getOrDefault(population.index(set), Double.NaN)),
                options.words(),
                Optional.empty(),
                inputs);
    }

    /** The numbers of a column by the index of their sets; cells that are empty or NaN are left out. */
    private static Map<Integer, Double> numbers(PropertyOptions options) {
        Path file = options.table();
        InputTables.Source source = InputTables.source(file);
        int index = source.required("index");
        int column = source.required(options.column());
        Map<Integer, Double> numbers = new HashMap<>();
        for (int row = 0; row < source.table().rows().size(); row++) {
            String text = source.text(row, column);
            double set = source.number(row, index);
            if (set != Math.rint(set) || set < 0 || set > Integer.MAX_VALUE) {
                throw source.refused(row, source.text(row, index) + " is no index of a set", "count sets from 0");
            }
            if (!text.isEmpty() && !text.equals("NaN") && numbers.put((int) set, source.number(row, column)) != null) {
                throw source.refused(row, "set " + (int) set + " has a number already", "remove one of the rows");
            }
        }
        return numbers;
    }

    /** How many sets have the property. */
    long count() {
        return IntStream.range(0, population.size()).filter(wanted).count();
    }
}
