package org.kindling.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kindling.ensemble.MemberSelection;
import org.kindling.sampling.Progress;

/**
 * A sampling run as tests put it together, with the options by name: 300 sets of one seed on two threads, of a model as its
 * file gives it, without members unless a test asks for some.
 */
public final class SampleJob {

    private final Path model;
    private Optional<Path> concentrations = Optional.empty();
    private Optional<Path> fluxes = Optional.empty();
    private Optional<Path> roles = Optional.empty();
    private Optional<Path> measured = Optional.empty();
    private Set<String> vary = Set.of();
    private Set<String> fix = Set.of();
    private boolean steadyState;
    private long sets = 300;
    private long seed = 1;
    private int threads = 2;
    private CriterionOptions criterion = CriterionOptions.STABLE;
    private MemberSelection members = MemberSelection.parse("none");
    private Optional<Path> given = Optional.empty();
    private Optional<Path> names = Optional.empty();
    private boolean force;
    private boolean resume;

    private SampleJob(Path model) {
        this.model = model;
    }

    /** Samples a test model, by the name of its file. */
    public static SampleJob of(String name) {
        return of(Path.of("test-models", name + ".xml"));
    }

    static SampleJob of(Path model) {
        return new SampleJob(model);
    }

    SampleJob concentrations(Path table) {
        concentrations = Optional.of(table);
        return this;
    }

    SampleJob fluxes(Path table) {
        fluxes = Optional.of(table);
        return this;
    }

    SampleJob roles(Path mapping) {
        roles = Optional.of(mapping);
        return this;
    }

    SampleJob measured(Path table) {
        measured = Optional.of(table);
        return this;
    }

    SampleJob vary(String... addresses) {
        vary = Set.of(addresses);
        return this;
    }

    SampleJob fix(String... addresses) {
        fix = Set.of(addresses);
        return this;
    }

    SampleJob steadyState() {
        steadyState = true;
        return this;
    }

    public SampleJob sets(long number) {
        sets = number;
        return this;
    }

    SampleJob seed(long number) {
        seed = number;
        return this;
    }

    SampleJob threads(int number) {
        threads = number;
        return this;
    }

    SampleJob criterion(CriterionOptions options) {
        criterion = options;
        return this;
    }

    public SampleJob members(String selection) {
        members = MemberSelection.parse(selection);
        return this;
    }

    SampleJob given(Path sets, Path nameTable) {
        given = Optional.of(sets);
        names = Optional.of(nameTable);
        return this;
    }

    SampleJob force() {
        force = true;
        return this;
    }

    SampleJob resume() {
        resume = true;
        return this;
    }

    ModelOptions modelOptions() {
        return new ModelOptions(model, concentrations, fluxes, roles, measured, vary, fix, steadyState);
    }

    public RunSummary into(Path folder) throws IOException, InterruptedException {
        return into(folder, Progress.NONE);
    }

    RunSummary into(Path folder, Progress progress) throws IOException, InterruptedException {
        return Kindling.sample(
                modelOptions(),
                new SamplingOptions(sets, seed, threads, criterion, members, given, names, Optional.empty()),
                new OutputOptions(folder, force, resume, Optional.empty(), List.of("sample")),
                progress);
    }
}
