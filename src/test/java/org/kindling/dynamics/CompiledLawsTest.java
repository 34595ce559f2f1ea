package org.kindling.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindling.expression.CompiledFunction;
import org.kindling.expression.Expression;
import org.kindling.expression.Expressions;
import org.kindling.expression.Gradient;
import org.kindling.expression.Symbol;
import org.kindling.expression.Tape;
import org.kindling.network.KineticModel;
import org.kindling.network.RateProcess;
import org.kindling.network.ReferenceState;
import org.kindling.network.StateVariable;

/** Rates and derivatives of whole models by generated code: those of the tape to the last bit. */
class CompiledLawsTest {

    @Test
    void rateLawsOfTheTestModelAreCompiled() {
        assertAgreement(Jacobians.testModel("ecoli_central_carbon.xml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecoli_rekindle_fdp1.xml", "ecoli_renaissance_1773.xml", "ecoli_varma_strain_1.xml"})
    void rateLawsOfPublishedModelsAreCompiled(String file) {
        assertAgreement(SharedData.model(file));
    }

    private static void assertAgreement(KineticModel model) {
        ReferenceState state = ReferenceState.of(model);
        Set<Symbol> variables = new LinkedHashSet<>();
        state.equations().states().stream().map(StateVariable::symbol).forEach(variables::add);
        List<Expression> outputs = new ArrayList<>();
        Set<Symbol> named = new LinkedHashSet<>();
        for (RateProcess process : state.equations().processes()) {
            outputs.add(process.rate());
            outputs.addAll(Gradient.of(process.rate(), variables).values());
            named.addAll(Expressions.symbols(process.rate()));
        }
        List<Symbol> inputs = List.copyOf(named);
        double[] values = inputs.stream().mapToDouble(state::value).toArray();
        Tape.Evaluator tape = Tape.compile(inputs, outputs).evaluator(1);
        IntStream.range(0, values.length).forEach(input -> tape.input(input)[0] = values[input]);
        tape.run();
        double[] found = new double[outputs.size()];

        CompiledFunction.compile(inputs, outputs).evaluator().evaluate(values, found);

        assertThat(found)
                .isEqualTo(IntStream.range(0, found.length)
                        .mapToDouble(output -> tape.output(output)[0])
                        .toArray());
    }
}
