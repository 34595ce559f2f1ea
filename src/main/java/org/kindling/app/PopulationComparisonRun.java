package org.kindling.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kindling.analysis.Incidence;
import org.kindling.analysis.ParameterSplit;
import org.kindling.analysis.PopulationComparison;
import org.kindling.app.PopulationComparisonSummary.Drawn;
import org.kindling.dynamics.Criterion;
import org.kindling.ensemble.Manifest;
import org.kindling.network.InputException;
import org.kindling.parameters.Coordinate;
import org.kindling.sampling.Population;
import org.kindling.sampling.Progress;

/** One run of {@code compare-populations}: reads, labels where needed, compares, then writes the folder whole. */
final class PopulationComparisonRun {

    private final PopulationComparisonOptions options;
    private final LabelledPopulation first;
    private final Optional<LabelledPopulation> second;
    private final CriterionOptions criterion;

    private PopulationComparisonRun(
            PopulationComparisonOptions options, LabelledPopulation first, Optional<LabelledPopulation> second) {
        this.options = options;
        this.first = first;
        this.second = second;
        this.criterion = options.criterion()
                .or(first::criterion)
                .or(() -> second.flatMap(LabelledPopulation::criterion))
                .orElse(CriterionOptions.STABLE);
    }

    /** Two populations with their names. */
    private record Pair(String firstName, Population first, String secondName, Population second) {}

    static PopulationComparisonSummary run(PopulationComparisonOptions options, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        StudyFolder folder = StudyFolder.of(output, PopulationComparisonFiles.MARKER);
        checkSources(options);
        LabelledPopulation first = read(options, options.sources().first(), progress);
        Optional<LabelledPopulation> second = options.sources().second().isEmpty()
                ? Optional.empty()
                : Optional.of(read(options, options.sources().second().get(), progress));
        PopulationComparisonFiles.Content content = new PopulationComparisonRun(options, first, second).compare(output);
        return folder.write(
                partial -> PopulationComparisonFiles.write(partial, content),
                complete -> new PopulationComparisonSummary(complete, content.result()));
    }

    private static void checkSources(PopulationComparisonOptions options) {
        PopulationComparisonOptions.Sources sources = options.sources();
        if (sources.second().isEmpty() && options.counted().validOnly()) {
            throw new InputException(
                    "option --valid-only",
                    "compares the valid sets of two populations, but there is one",
                    "name a second one, or leave it out: the valid sets of one are compared with its others");
        }
        boolean runs = isRun(sources.first())
                && sources.second().map(PopulationComparisonRun::isRun).orElse(true);
        if (runs && (sources.model().isPresent() || sources.names().isPresent())) {
            throw new InputException(
                    "option " + (sources.model().isPresent() ? "--model" : "--names"),
                    "is for sets that are in no run folder, but all are in one",
                    "leave it out");
        }
    }

    private static boolean isRun(Path source) {
        return Files.exists(source.resolve(Manifest.NAME));
    }

    private static LabelledPopulation read(PopulationComparisonOptions options, Path source, Progress progress)
            throws IOException, InterruptedException {
        PopulationOptions population = isRun(source)
                ? PopulationOptions.ofRun(source)
                : new PopulationOptions(
                        source, options.sources().model(), options.sources().names());
        return LabelledPopulation.read(population, options.threads(), progress);
    }

    private PopulationComparisonFiles.Content compare(OutputOptions output) {
        Criterion wanted = criterion.criterion(first.setup().model().units());
        second.ifPresent(this::checkFits);
        Population whole = counted(first.population());
        Pair pair = second.map(other -> two(whole, counted(other.population()), wanted))
                .orElseGet(() -> one(whole, wanted));
        checkSizes(pair);
        checkGroups(whole);
        Optional<Integer> chosen = options.split().parameter().map(this::parameter);
        PopulationComparison comparison = PopulationComparison.of(pair.first(), pair.second(), wanted);
        int splitBy = chosen.orElseGet(
                () -> comparison.parameters().indexOf(comparison.ranking().get(0)));
        ParameterSplit split = ParameterSplit.of(whole, splitBy, options.split().groups(), wanted);
        return new PopulationComparisonFiles.Content(
                output,
                first.setup(),
                inputs(),
                pair.first(),
                pair.second(),
                wanted,
                new PopulationComparisonSummary.Result(
                        criterion.words(first.setup().model().units()),
                        first.setup().model().units().time(),
                        drawn(wanted),
                        pair.firstName(),
                        pair.secondName(),
                        comparison,
                        split));
    }

    private void checkGroups(Population whole) {
        int groups = options.split().groups();
        if (groups > whole.size()) {
            throw new InputException(
                    "option --groups", whole.size() + " sets do not fill " + groups + " groups", "ask for fewer");
        }
    }

    private void checkFits(LabelledPopulation other) {
        PopulationComparison.firstDifference(first.population(), other.population())
                .ifPresent(address -> {
                    throw new InputException(
                            "parameter " + address,
                            "does not vary in both populations, or not at the same place",
                            "compare populations of one network, of which the same parameters vary");
                });
        String unit = first.setup().model().units().time();
        String otherUnit = other.setup().model().units().time();
        if (!unit.equals(otherUnit)) {
            throw new InputException(
                    "population " + options.sources().second().orElseThrow(),
                    "its model counts time in " + otherUnit + ", that of the other in " + unit,
                    "bring both models to one unit of time");
        }
    }

    /** What sets of one population count says for which prior they stand, not how its valid ones differ from the others. */
    private Population counted(Population population) {
        return options.counted().alike() || second.isEmpty() ? population.countingAlike() : population;
    }

    private Pair one(Population whole, Criterion wanted) {
        return new Pair(
                "valid sets",
                whole.where(set -> whole.valid(set, wanted)),
                "other sets",
                whole.where(set -> !whole.valid(set, wanted)));
    }

    private Pair two(Population own, Population other, Criterion wanted) {
        boolean validOnly = options.counted().validOnly();
        String kind = validOnly ? "valid sets of " : "";
        return new Pair(
                kind + name(options.sources().first()),
                validOnly ? own.where(set -> own.valid(set, wanted)) : own,
                kind + name(options.sources().second().orElseThrow()),
                validOnly ? other.where(set -> other.valid(set, wanted)) : other);
    }

    /** The name of a folder or file; the whole path where two have the same name. */
    private String name(Path source) {
        long alike = Stream.concat(Stream.of(options.sources().first()), options.sources().second().stream())
                .filter(other -> fileName(other).equals(fileName(source)))
                .count();
        return alike > 1 ? source.toString() : fileName(source);
    }

    private static String fileName(Path source) {
        return String.valueOf(source.toAbsolutePath().normalize().getFileName());
    }

    private List<Drawn> drawn(Criterion wanted) {
        List<Drawn> drawn = new ArrayList<>();
        drawn.add(new Drawn(name(options.sources().first()), Incidence.of(first.population(), wanted)));
        second.ifPresent(other -> drawn.add(
                new Drawn(name(options.sources().second().orElseThrow()), Incidence.of(other.population(), wanted))));
        return drawn;
    }

    private static void checkSizes(Pair pair) {
        check(pair.firstName(), pair.first());
        check(pair.secondName(), pair.second());
    }

    private static void check(String name, Population population) {
        long counting = IntStream.range(0, population.size())
                .filter(set -> population.weight(set) > 0)
                .count();
        if (counting < PopulationComparison.FEWEST_SETS) {
            throw new InputException(
                    name,
                    counting + " of them count, at least " + PopulationComparison.FEWEST_SETS + " are needed",
                    "choose another criterion, or more sets");
        }
    }

    private int parameter(String address) {
        List<String> addresses = first.population().space().coordinates().stream()
                .map(Coordinate::address)
                .toList();
        int index = addresses.indexOf(address);
        if (index < 0) {
            throw new InputException(
                    "parameter " + address,
                    "does not vary in the population",
                    "choose one of parameters.csv, or leave out --split-by");
        }
        return index;
    }

    private List<Manifest.FileEntry> inputs() {
        return Stream.concat(first.inputs().stream(), second.stream().flatMap(other -> other.inputs().stream()))
                .toList();
    }
}
