package org.kindling.expression;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.kindling.network.KineticModel;
import org.kindling.network.RateProcess;
import org.kindling.network.ReferenceState;
import org.kindling.network.StateVariable;
import org.kindling.sbml.SbmlReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All rates of a model and their derivatives by the state at one state, as an integrator needs them: the tape in one lane,
 * generated code, and generated code whose invariants were computed before.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RateLawBenchmark {

    /** The model. */
    @Param({"test-models/ecoli_central_carbon.xml"})
    public String model;

    private Tape.Evaluator tape = Tape.compile(List.of(), List.of()).evaluator(1);
    private Compiled whole = new Compiled(List.of(), List.of(), new double[0]);
    private Compiled hoisted = whole;

    /** Reads the model and compiles its rates and their derivatives. */
    @Setup
    public void setUp() {
        KineticModel kinetics = SbmlReader.read(Path.of(model)).kinetics();
        ReferenceState state = ReferenceState.of(kinetics);
        Set<Symbol> varying = new LinkedHashSet<>();
        for (StateVariable variable : state.equations().states()) {
            varying.add(variable.symbol());
        }
        List<Expression> outputs = new ArrayList<>();
        for (RateProcess process : state.equations().processes()) {
            outputs.add(process.rate());
            outputs.addAll(Gradient.of(process.rate(), varying).values());
        }
        Invariants invariants = Invariants.of(outputs, varying);
        Set<Symbol> named = new LinkedHashSet<>(varying);
        outputs.forEach(output -> named.addAll(Expressions.symbols(output)));
        List<Symbol> symbols = List.copyOf(named);
        double[] values = symbols.stream().mapToDouble(state::value).toArray();
        tape = Tape.compile(symbols, outputs).evaluator(1);
        for (int input = 0; input < values.length; input++) {
            tape.input(input)[0] = values[input];
        }
        whole = new Compiled(symbols, outputs, values);
        Compiled definitions = new Compiled(symbols, invariants.definitions(), values);
        definitions.evaluate();
        List<Symbol> extended = new ArrayList<>(symbols);
        extended.addAll(invariants.symbols());
        double[] extendedValues = new double[extended.size()];
        System.arraycopy(values, 0, extendedValues, 0, values.length);
        System.arraycopy(definitions.outputs, 0, extendedValues, values.length, definitions.outputs.length);
        hoisted = new Compiled(extended, invariants.outputs(), extendedValues);
    }

    /** A function with its arrays. */
    private static final class Compiled {

        private final CompiledFunction.Evaluator evaluator;
        private final double[] inputs;
        private final double[] outputs;

        Compiled(List<Symbol> symbols, List<Expression> expressions, double[] inputs) {
            this.evaluator = CompiledFunction.compile(symbols, expressions).evaluator();
            this.inputs = inputs;
            this.outputs = new double[expressions.size()];
        }

        double[] evaluate() {
            evaluator.evaluate(inputs, outputs);
            return outputs;
        }
    }

    /** The tape, interpreted. */
    @Benchmark
    public double tape() {
        tape.run();
        return tape.output(0)[0];
    }

    /** Generated code. */
    @Benchmark
    public double[] compiled() {
        return whole.evaluate();
    }

    /** Generated code after its invariants. */
    @Benchmark
    public double[] hoisted() {
        return hoisted.evaluate();
    }
}
