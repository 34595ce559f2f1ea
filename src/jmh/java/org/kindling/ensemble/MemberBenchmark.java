package org.kindling.ensemble;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.kindling.dynamics.JacobianFunction;
import org.kindling.network.ReferenceState;
import org.kindling.parameters.ParameterRoles;
import org.kindling.parameters.ParameterSpace;
import org.kindling.sampling.OracleSampler;
import org.kindling.sbml.SbmlModel;
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

/** One member of an ensemble as SBML: its values worked out and spliced into the bytes of the document. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MemberBenchmark {

    /** The model. */
    @Param({"test-models/ecoli_central_carbon.xml"})
    public String model;

    private MemberWriter writer;
    private JacobianFunction.Worker worker;
    private double[] values = {};

    /** Reads the model and prepares the template. */
    @Setup
    public void setUp() {
        SbmlModel read = SbmlReader.read(Path.of(model));
        ReferenceState state = ReferenceState.of(read.kinetics());
        ParameterSpace space = ParameterSpace.of(ParameterRoles.of(read.kinetics()), state);
        JacobianFunction jacobian = JacobianFunction.of(space, state);
        MemberWriter.Origin origin = new MemberWriter.Origin("benchmark", "", 1, "benchmark", Optional.empty());
        writer = MemberWriter.of(read, jacobian, origin);
        worker = jacobian.worker(1);
        values = new double[space.dimension()];
        OracleSampler.of(space, 1).draw(0, values, 1);
    }

    /** The document in memory. */
    @Benchmark
    public byte[] member() {
        return writer.member("m0001", values, worker);
    }
}
