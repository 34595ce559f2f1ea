package org.kindling.generators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kindling.dynamics.Criterion;
import org.kindling.network.InputException;
import org.kindling.parameters.Bounds;
import org.kindling.parameters.MeasuredConstant;
import org.kindling.parameters.ParameterRole;
import org.kindling.parameters.RoleMapping;

class GeneratorFileTest {

    private static final byte[] MODEL = "<sbml/>".getBytes(StandardCharsets.UTF_8);
    private static final Generator GENERATOR = LogisticGenerator.of(new double[] {1, 2}, new double[] {0.1, -0.2});

    private static final GeneratorRecord RECORD = new GeneratorRecord(
            GeneratorRecord.FORMAT_VERSION,
            "Kindling test",
            GeneratorRecord.Shape.of(GENERATOR),
            "0".repeat(64),
            List.of(
                    new GeneratorRecord.ParameterEntry(
                            "Km1",
                            Optional.of("A"),
                            Optional.empty(),
                            Optional.of(3.0),
                            Optional.empty(),
                            Optional.empty()),
                    new GeneratorRecord.ParameterEntry(
                            "R.k",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(2.0),
                            Optional.of(0.5))),
            Map.of("Km1", GeneratorRecord.RoleEntry.of(new RoleMapping(ParameterRole.SATURATION, Optional.of("A")))),
            new GeneratorRecord.TrainingEntry(
                    "spectral",
                    Map.of("mode", "sharp"),
                    7,
                    GeneratorRecord.Goal.of(Criterion.abscissaBelow(-9), "lambda_max <= -9 per hour"),
                    40,
                    List.of(new TrainingFigures(1, 40, 12, 20, -8.5, Double.POSITIVE_INFINITY))),
            new FreshSample.Outcome(
                    100,
                    100,
                    95,
                    90,
                    new FreshSample.Incidence(0.9, 0.8, 0.95),
                    -10,
                    Optional.of(new FreshSample.Weighted(3.5, 0.6)),
                    1e-12));

    @TempDir
    private Path folder;

    @Test
    void readsWhatItWrites() throws IOException {
        GeneratorFile read = GeneratorFile.read(written(GENERATOR, RECORD));

        assertThat(read.record()).isEqualTo(RECORD);
        assertThat(read.model()).isEqualTo(MODEL);
        assertThat(read.generator().arrays().numbers("location")).containsExactly(1, 2);
        assertThat(read.record().parameters().stream()
                        .map(GeneratorRecord.ParameterEntry::measured)
                        .flatMap(Optional::stream))
                .containsExactly(new MeasuredConstant.Range(new Bounds(0, 3)), new MeasuredConstant.Estimate(2, 0.5));
        assertThat(read.record().training().criterion().criterion()).isEqualTo(Criterion.abscissaBelow(-9));
    }

    @Test
    void numbersThatAreNotFiniteAreRefusedByEntry() throws IOException {
        Path file = written(LogisticGenerator.of(new double[] {1, Double.NaN}, new double[2]), RECORD);

        assertThatThrownBy(() -> GeneratorFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("entry location.npy: has the number NaN");
    }

    @Test
    void whatIsMissingOrDoesNotFitIsRefused() throws IOException {
        String json = json(written(GENERATOR, RECORD));
        NamedArrays arrays = GENERATOR.arrays();

        refuses(NumpyArchive.of(arrays).with("generator.json", utf8(json)), "entry model.xml: is missing");
        refuses(NumpyArchive.of(arrays).with("model.xml", MODEL), "entry generator.json: is missing");
        refuses(archive(NamedArrays.EMPTY.with("location", new double[1]), json), "no array lnScale");
        refuses(
                archive(NamedArrays.EMPTY.with("location", new double[1]).with("lnScale", new double[1]), json),
                "does not fit the arrays beside it");
        refuses(archive(arrays, json.replace("\"formatVersion\" : 1", "\"formatVersion\" : 2")), "has version 2");
        refuses(archive(arrays, json.replace("logistic", "oracle")), "refused.kgen: is of the family 'oracle'");
        refuses(archive(arrays, "{\"formatVersion\": 1}"), "entry generator.json: is not understood");
        refuses(archive(arrays, "[1"), "entry generator.json: is not understood");
        refuses(archive(arrays, json.replace("\"seed\" : 7", "\"seed\" : \"x\"")), "is not understood");
    }

    @Test
    void roundsOfFilesFromBeforeTheyToldMoreAreRead() throws IOException {
        String json = json(written(GENERATOR, RECORD));
        String before = json.replaceAll(",\\s*\"further\" : \\{[^}]*\\}", "");
        Path file = folder.resolve("before.kgen");
        try (OutputStream out = Files.newOutputStream(file)) {
            archive(GENERATOR.arrays(), before).write(out);
        }

        assertThat(before).doesNotContain("further").hasSizeLessThan(json.length());
        assertThat(GeneratorFile.read(file).record()).isEqualTo(RECORD);
    }

    @ParameterizedTest
    @EnumSource
    void conditionalGeneratorReadsBackAsItWas(ConditionalGenerator.Output output) throws IOException {
        ConditionalGenerator generator = conditional(output);

        GeneratorFile read = GeneratorFile.read(written(generator, recordOf(generator)));

        assertThat(read.record().shape())
                .isEqualTo(new GeneratorRecord.Shape("conditional", output.latent(), generator.latents()));
        double[] latents = Perceptrons.latents(generator, 20, 3);
        double[] expected = new double[20 * generator.dimension()];
        double[] coordinates = expected.clone();
        generator.decoder().decode(latents, expected, 20);
        read.generator().decoder().decode(latents, coordinates, 20);
        assertThat(coordinates).isEqualTo(expected);
    }

    @Test
    void damagedConditionalGeneratorIsRefused() throws IOException {
        ConditionalGenerator generator = conditional(ConditionalGenerator.Output.RESIDUAL);
        String json = json(written(generator, recordOf(generator)));
        NamedArrays arrays = generator.arrays();
        float[] spoilt = generator.weights();
        spoilt[1] = Float.NaN;
        float[] negative = generator.averages();
        negative[negative.length - 1] = -1;

        refuses(archive(arrays.with("weights", new float[3]), json), "not 3 and 8");
        refuses(archive(arrays.with("averages", new float[9]), json), "and 8 averages");
        refuses(archive(arrays.with("weights", spoilt), json), "entry weights.npy: has the number NaN");
        refuses(archive(arrays.with("averages", negative), json), "NaN");
        refuses(archive(arrays.with("width", new double[] {0}), json), "The width must be positive");
        refuses(archive(arrays.with("residual", new double[0]), json), "residual has no number");
        refuses(archive(arrays.with("sizes", new double[] {3, 0, 2}), json), "positive sizes");
        refuses(archive(arrays.with("residual", new double[1]), json), "does not fit the arrays beside it");
    }

    private static ConditionalGenerator conditional(ConditionalGenerator.Output output) {
        int latents = output == ConditionalGenerator.Output.RESIDUAL ? 2 : 5;
        return Perceptrons.conditional(new PerceptronShape(List.of(latents + 1, 4, 2)), output, 8);
    }

    private static GeneratorRecord recordOf(Generator generator) {
        return new GeneratorRecord(
                RECORD.formatVersion(),
                RECORD.program(),
                GeneratorRecord.Shape.of(generator),
                RECORD.network(),
                RECORD.parameters(),
                RECORD.roles(),
                RECORD.training(),
                RECORD.fresh());
    }

    private static String json(Path file) throws IOException {
        return new String(NumpyArchive.read(file).document("generator.json").orElseThrow(), StandardCharsets.UTF_8);
    }

    @Test
    void fileThatIsNoArchiveIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("text.kgen"), "hello");

        assertThatThrownBy(() -> GeneratorFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("text.kgen: is no whole archive");
    }

    private void refuses(NumpyArchive archive, String message) throws IOException {
        Path file = folder.resolve("refused.kgen");
        try (OutputStream out = Files.newOutputStream(file)) {
            archive.write(out);
        }
        assertThatThrownBy(() -> GeneratorFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message)
                .satisfies(refused -> assertThat(refused.getMessage()).hasLineCount(1));
    }

    private static NumpyArchive archive(NamedArrays arrays, String json) {
        return NumpyArchive.of(arrays).with("generator.json", utf8(json)).with("model.xml", MODEL);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Path written(Generator generator, GeneratorRecord record) throws IOException {
        Path file = folder.resolve("generator.kgen");
        try (OutputStream out = Files.newOutputStream(file)) {
            GeneratorFile.of(record, generator, MODEL).write(out);
        }
        return file;
    }
}
