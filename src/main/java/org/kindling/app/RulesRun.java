package org.kindling.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kindling.analysis.rules.RuleSearch;
import org.kindling.analysis.rules.RuleSet;
import org.kindling.ensemble.Manifest;
import org.kindling.network.InputException;
import org.kindling.parameters.Coordinate;
import org.kindling.parameters.NetworkHash;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sampling.Progress;

/** One run of {@code rules}: searches them, then writes the file whole. */
final class RulesRun {

    private RulesRun() {}

    static RulesSummary run(RulesOptions options, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        Path file = output.folder();
        if (Files.isDirectory(file) || (!output.force() && Files.exists(file))) {
            throw new InputException(
                    "output " + file, "is there already", "choose another file with -o, or replace one with --force");
        }
        LabelledPopulation read = LabelledPopulation.read(options.population(), options.threads(), progress);
        RuleProperty property = RuleProperty.of(options, read);
        RuleSet found = RuleSearch.of(options.search()).search(property.population(), property.wanted());
        if (Thread.interrupted()) {
            throw new InterruptedException("after the search");
        }
        RulesFile rules = new RulesFile(
                RulesFile.SCHEMA_VERSION,
                provenance(read.setup(), property, output),
                new RulesFile.Property(property.words(), property.criterion().map(Manifest.Bounds::of)),
                options.search(),
                new RulesFile.Sets(property.population().size(), property.count(), found.grown(), found.heldOut()),
                entries(found, read.setup().space()));
        rules.write(file);
        return new RulesSummary(file, rules);
    }

    private static List<RulesFile.Entry> entries(RuleSet found, ParameterSpace space) {
        List<RulesFile.Entry> entries = new ArrayList<>();
        found.rules().forEach(rule -> entries.add(RulesFile.Entry.of(entries.size() + 1, rule, space)));
        return entries;
    }

    private static RulesFile.Provenance provenance(ModelSetup setup, RuleProperty property, OutputOptions output) {
        return new RulesFile.Provenance(
                RunDescription.software(),
                output.commandLine(),
                setup.model().id(),
                NetworkHash.of(setup.roles()).sha256(),
                setup.space().coordinates().stream().map(Coordinate::address).toList(),
                property.inputs());
    }
}
