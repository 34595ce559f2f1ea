package org.kindling.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindling.analysis.Characterisation;
import org.kindling.analysis.CharacterisedState;
import org.kindling.analysis.ConcentrationRange;
import org.kindling.analysis.StateMap;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.dynamics.ModeShares;
import org.kindling.generators.StateFeatures;
import org.kindling.generators.spectral.FastestSearch;
import org.kindling.generators.spectral.FastestSet;
import org.kindling.network.ReferenceState;
import org.kindling.network.StateVariable;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sampling.Progress;

/** One run of {@code characterise}: searches at state after state, then writes the folder whole. */
final class CharacterisationRun {

    /** At a minimum modes are equally slow but for what the search left: those within 5 per cent hold the state together. */
    private static final double EQUALLY_SLOW = 0.05;

    private final CharacterisationOptions options;
    private final ModelSetup setup;
    private final List<StateTable.NamedState> states = new ArrayList<>();

    private CharacterisationRun(CharacterisationOptions options) {
        this.options = options;
        this.setup = ModelSetup.of(options.model());
        setup.jacobianForSampling();
        states.add(new StateTable.NamedState("model", setup.state()));
        for (Path table : options.states()) {
            states.addAll(StateTable.read(table, setup.roles()));
        }
    }

    static CharacterisationSummary run(CharacterisationOptions options, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        StudyFolder folder = StudyFolder.of(output, CharacterisationFiles.MARKER);
        CharacterisationRun run = new CharacterisationRun(options);
        Characterisation result = run.characterise(progress);
        double seconds = (System.nanoTime() - start) / 1e9;
        CharacterisationFiles.Content content =
                new CharacterisationFiles.Content(options, output, run.setup, result, seconds);
        String unit = run.setup.model().units().time();
        return folder.write(
                partial -> CharacterisationFiles.write(partial, content),
                complete -> new CharacterisationSummary(complete, unit, result, seconds));
    }

    private Characterisation characterise(Progress progress) throws InterruptedException {
        double highest = options.criterion().criterion(setup.model().units()).highestAbscissa();
        Optional<StateMap> map = map();
        List<CharacterisedState> characterised = new ArrayList<>();
        for (int index = 0; index < states.size(); index++) {
            long before = index;
            characterised.add(characterise(
                    states.get(index), (done, total) -> progress.at(before * total + done, states.size() * total)));
        }
        return new Characterisation(highest, characterised, map, ranges(characterised, highest));
    }

    private CharacterisedState characterise(StateTable.NamedState named, Progress progress)
            throws InterruptedException {
        ParameterSpace space = setup.spaceAt(named.state());
        JacobianFunction jacobian = JacobianFunction.of(space, named.state());
        FastestSet fastest =
                FastestSearch.of(jacobian, options.search(), options.threads()).run(options.seed(), progress);
        return new CharacterisedState(
                named.name(), fastest, ModeShares.of(jacobian, values(space, fastest), EQUALLY_SLOW));
    }

    private static double[] values(ParameterSpace space, FastestSet fastest) {
        double[] values = fastest.u().stream().mapToDouble(Double::doubleValue).toArray();
        space.values(values, values, 1);
        return values;
    }

    private Optional<StateMap> map() {
        List<ReferenceState> all =
                states.stream().map(StateTable.NamedState::state).toList();
        StateFeatures features = StateFeatures.of(setup.roles(), all);
        return StateMap.of(
                all.stream().map(state -> features.at(setup.roles(), state)).toList(), options.seed());
    }

    private List<ConcentrationRange> ranges(List<CharacterisedState> characterised, double highest) {
        List<ConcentrationRange> ranges = new ArrayList<>();
        for (StateVariable variable : setup.state().equations().states()) {
            double[] concentrations = states.stream()
                    .mapToDouble(named -> named.state().value(variable.symbol()))
                    .toArray();
            ranges.add(ConcentrationRange.of(
                    variable.id(),
                    concentrations,
                    state -> characterised.get(state).reaches(highest)));
        }
        return ranges;
    }
}
