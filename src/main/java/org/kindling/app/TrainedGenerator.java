package org.kindling.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindling.dynamics.Criterion;
import org.kindling.ensemble.Manifest;
import org.kindling.ensemble.RunTables;
import org.kindling.ensemble.Sha256;
import org.kindling.generators.ConditionalGenerator;
import org.kindling.generators.Generator;
import org.kindling.generators.GeneratorFile;
import org.kindling.generators.GeneratorRecord;
import org.kindling.generators.GeneratorSource;
import org.kindling.generators.PerceptronGenerator;
import org.kindling.generators.nn.FastPerceptron;
import org.kindling.sbml.SbmlModel;
import org.kindling.sbml.SbmlReader;
import org.kindling.sbml.SbmlSource;

/** A generator from its file, at the physiology that it is to draw for. */
final class TrainedGenerator {

    private static final String MODEL = "model.xml";

    /** From this many sets on, networks multiply matrices by a library; docs/generators.md says so. */
    private static final long MANY = RunTables.HDF5_FROM;

    private final Path path;
    private final GeneratorFile file;
    private final Optional<ModelOptions> physiology;
    private final ModelSetup setup;
    private final Generator generator;

    private TrainedGenerator(Path path, GeneratorFile file, Optional<ModelOptions> physiology, ModelSetup setup) {
        this.path = path;
        this.file = file;
        this.physiology = physiology;
        this.setup = setup;
        this.generator = file.generator().at(setup.roles(), setup.state());
    }

    /**
     * Reads a generator.
     *
     * @param path its file
     * @param physiology another physiology of its network; without one it draws for that in its file
     * @throws org.kindling.network.InputException if the file or the model is refused
     */
    static TrainedGenerator of(Path path, Optional<ModelOptions> physiology) throws IOException {
        GeneratorFile file = GeneratorFile.read(path);
        SbmlModel model = physiology
                .map(options -> SbmlReader.read(options.model()))
                .orElseGet(() -> SbmlReader.read(SbmlSource.of(path + ", entry " + MODEL, file.model())));
        LearnedConstants learned = LearnedConstants.of(file.record());
        ModelSetup setup = ModelSetup.of(model, physiology.orElseGet(() -> ModelOptions.of(path)), learned);
        learned.check(model.source().file(), setup.space());
        return new TrainedGenerator(path, file, physiology, setup);
    }

    ModelSetup setup() {
        return setup;
    }

    GeneratorRecord record() {
        return file.record();
    }

    /** The options by which the model was read; those of the generator's own model name the generator's file. */
    ModelOptions options() {
        return physiology.orElseGet(() -> ModelOptions.of(path));
    }

    /** The generator at the state of the model. */
    Generator generator() {
        return generator;
    }

    /**
     * The sets of a seed.
     *
     * @param seed the seed
     * @param sets how many will be drawn
     */
    GeneratorSource source(long seed, long sets) {
        return GeneratorSource.of(sets < MANY ? generator : fast(), setup.space(), seed);
    }

    /** Loading a library takes a second or two, so it is worth its while for many sets only. */
    private Generator fast() {
        if (generator instanceof ConditionalGenerator conditional) {
            return conditional.by(FastPerceptron::of);
        }
        return generator instanceof PerceptronGenerator perceptron ? FastPerceptron.of(perceptron) : generator;
    }

    /** The criterion that it was trained for, as a user would ask for it. */
    CriterionOptions criterion() {
        Criterion criterion = record().training().criterion().criterion();
        return CriterionOptions.of(criterion);
    }

    /** What draws, in words. */
    String words() {
        return "generator of the family " + record().shape().family() + ", trained by "
                + record().training().method() + " for "
                + record().training().criterion().words();
    }

    /** The files that it was read from, the model first. */
    List<Manifest.FileEntry> inputs() throws IOException {
        List<Manifest.FileEntry> entries = new ArrayList<>();
        if (physiology.isPresent()) {
            entries.addAll(RunDescription.inputs(physiology.get()));
        } else {
            byte[] model = file.model();
            entries.add(new Manifest.FileEntry(MODEL, Sha256.of(model), model.length));
        }
        entries.add(RunDescription.entry(path));
        return entries;
    }
}
