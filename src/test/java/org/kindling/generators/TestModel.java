package org.kindling.generators;

import java.nio.file.Path;
import org.kindling.dynamics.Criterion;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.network.KineticModel;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sampling.Progress;
import org.kindling.sampling.Screen;
import org.kindling.sbml.SbmlReader;

/** Models to train generators on. */
final class TestModel {

    private TestModel() {}

    /** A small model some of whose sets are stable. */
    static JacobianFunction pathway() {
        return of(Path.of("test-models/textbook_pathway.xml"));
    }

    static JacobianFunction of(Path file) {
        KineticModel model = SbmlReader.read(file).kinetics();
        ReferenceState state = ReferenceState.of(model);
        return JacobianFunction.of(ParameterSpace.of(ParameterRoles.of(model), state), state);
    }

    /** Judges a generator by whether its sets are faster than half of the prior's. */
    static FreshSample.Outcome judge(JacobianFunction jacobian, Generator generator, int sets)
            throws InterruptedException {
        double median = FreshSample.of(Screen.of(jacobian, Criterion.STABLE), 2)
                .judge(LogisticGenerator.prior(generator.dimension()), 401, 9, Progress.NONE)
                .medianAbscissa();
        return FreshSample.of(Screen.of(jacobian, Criterion.abscissaBelow(Math.min(median, 0))), 2)
                .judge(generator, sets, 1, Progress.NONE);
    }
}
