package org.kindling.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kindling.ensemble.AtomicFile;
import org.kindling.ensemble.GeneratedSets;
import org.kindling.ensemble.RunTables;
import org.kindling.generators.GeneratorSource;
import org.kindling.network.InputException;
import org.kindling.sampling.Progress;
import org.kindling.sampling.RandomStreams;

/** One run of {@code generate}. */
final class GenerationRun {

    /** Says what was done; every complete folder of sets alone holds it. */
    static final String MARKER = "generation.json";

    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(new Jdk8Module()).enable(SerializationFeature.INDENT_OUTPUT);

    private GenerationRun() {}

    /** Writes parameter sets alone. */
    static GenerationSummary write(GenerationOptions options, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        if (output.resume()) {
            throw new InputException(
                    "option --resume",
                    "parameter sets alone are drawn in one go",
                    "start it with --force; what is drawn with --screen can be resumed");
        }
        StudyFolder folder = StudyFolder.of(output, MARKER);
        TrainedGenerator generator = TrainedGenerator.of(options.generator(), options.physiology());
        RunTables tables = RunTables.of(generator.setup().jacobianForSampling());
        GeneratorSource source = generator.source(options.seed(), options.sets());
        long start = System.nanoTime();
        double[] seconds = new double[1];
        Path complete = folder.fill(partial -> {
            tables.writeParameters(partial);
            GeneratedSets.of(generator.setup().space(), source, options.threads())
                    .write(partial, options.sets(), options.form(), progress);
            seconds[0] = (System.nanoTime() - start) / 1e9;
            byte[] description = JSON.writeValueAsBytes(description(options, output, generator, seconds[0]));
            AtomicFile.write(partial.resolve(MARKER), out -> out.write(description));
        });
        return new GenerationSummary(
                complete, options.sets(), generator.setup().space().dimension(), seconds[0]);
    }

    private static Map<String, Object> description(
            GenerationOptions options, OutputOptions output, TrainedGenerator generator, double seconds)
            throws IOException {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("software", RunDescription.software());
        object.put("commandLine", output.commandLine());
        object.put("model", RunDescription.model(generator.setup()));
        object.put("generator", generator.words());
        object.put("inputs", generator.inputs());
        object.put("sets", options.sets());
        object.put("parameters", generator.setup().space().dimension());
        object.put("seed", options.seed());
        object.put("randomAlgorithm", RandomStreams.ALGORITHM);
        object.put("seconds", seconds);
        return object;
    }

    /** Draws and labels sets, and keeps the valid ones, as sampling does. */
    static RunSummary screen(GenerationOptions options, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        GenerationOptions.Screening screening = options.screening().orElseThrow();
        TrainedGenerator generator = TrainedGenerator.of(options.generator(), options.physiology());
        SamplingOptions sampling = new SamplingOptions(
                options.sets(),
                options.seed(),
                options.threads(),
                screening.criterion().orElseGet(generator::criterion),
                screening.members(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return SamplingRun.run(generator, sampling, output, progress);
    }
}
