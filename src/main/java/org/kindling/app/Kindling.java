package org.kindling.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Set;
import org.kindling.copasi.EngineOptions;
import org.kindling.copasi.Engines;
import org.kindling.ensemble.Manifest;
import org.kindling.ensemble.MemberSelection;
import org.kindling.ensemble.RunCheck;
import org.kindling.generators.TrainingRun;
import org.kindling.network.InputException;
import org.kindling.sampling.Progress;
import org.kindling.sbml.Rewriting;

/** Kindling as a library: one method for each thing that a user does. Stateless and thread-safe. */
public final class Kindling {

    private Kindling() {}

    /**
     * Says what is in a model, what can vary, and whether its state is steady and stable.
     *
     * @param options the model and its reference state
     * @return the report
     * @throws InputException if the model or a table is refused
     */
    public static ModelReport inspect(ModelOptions options) {
        return ModelInspection.of(ModelSetup.of(options));
    }

    /**
     * Says what is in a run folder, and whether it is as it was written.
     *
     * @param folder the run folder
     * @return what the folder says of itself, and which files have changed
     * @throws InputException if it is no run folder
     * @throws IOException if a file cannot be read
     */
    public static RunCheck check(Path folder) throws IOException {
        return RunCheck.of(folder);
    }

    /**
     * Draws parameter sets around a reference state, keeps those with the wanted dynamics, and writes a run folder.
     *
     * @param model the model, its reference state and what varies
     * @param sampling how many sets, and which are kept
     * @param output where the run folder goes
     * @param progress told how many sets are drawn
     * @return the finished run
     * @throws InputException if the model, a table or an option is refused; then nothing is left behind
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the calling thread is interrupted; what was drawn is kept and can be resumed
     */
    public static RunSummary sample(
            ModelOptions model, SamplingOptions sampling, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        return SamplingRun.run(model, sampling, output, progress);
    }

    /**
     * Trains a generator of valid parameter sets, judges it by fresh ones, and writes a folder with its file.
     *
     * @param model the model, its reference state and what varies
     * @param training the way of training, and what a valid set must meet
     * @param output where the folder goes
     * @param progress told how many Jacobians are spent
     * @param listener told the figures of each round
     * @return the finished training
     * @throws InputException if the model, a table or an option is refused; then nothing is left behind
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the calling thread is interrupted; what was trained is kept and can be resumed
     */
    public static TrainingSummary train(
            ModelOptions model,
            TrainingOptions training,
            OutputOptions output,
            Progress progress,
            TrainingRun.Listener listener)
            throws IOException, InterruptedException {
        return GeneratorTraining.run(model, training, output, progress, listener);
    }

    /**
     * Trains a generator on a labelled population, judges it by fresh sets, and writes a folder with its file.
     *
     * @param population the sets that it learns from
     * @param training a {@link TrainerChoice.Rekindle}; with {@link CriterionOptions#STABLE}, what the population was drawn for is
     *     what a valid set must meet
     * @param output where the folder goes
     * @param progress told how many epochs are done
     * @param listener told the figures of each epoch
     * @return the finished training
     * @throws InputException if the population, the model or an option is refused; then nothing is left behind
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the calling thread is interrupted; what was trained is kept and can be resumed
     */
    public static TrainingSummary learn(
            PopulationOptions population,
            TrainingOptions training,
            OutputOptions output,
            Progress progress,
            TrainingRun.Listener listener)
            throws IOException, InterruptedException {
        return GeneratorTraining.learn(population, training, output, progress, listener);
    }

    /**
     * Trains on a labelled population with several seeds side by side, and writes a folder with a folder for each and the best
     * generator.
     *
     * @param population the sets that are learnt from
     * @param training a {@link TrainerChoice.Rekindle} with the first of the seeds; as many threads as go on side by side
     * @param repeats how many seeds
     * @param output where the folder goes
     * @param progress told how many epochs are done in all
     * @return what each training came to
     * @throws InputException if the population, the model or an option is refused; then nothing is left behind
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the calling thread is interrupted; what was trained is kept and can be resumed
     */
    public static RepeatedTrainingSummary learnRepeatedly(
            PopulationOptions population,
            TrainingOptions training,
            int repeats,
            OutputOptions output,
            Progress progress)
            throws IOException, InterruptedException {
        return RepeatedTraining.run(population, training, repeats, output, progress);
    }

    /**
     * Brings a generator to another physiology by few sets of it, beside training from scratch on the same sets, and writes a folder.
     *
     * @param options which generator, which sets, how often
     * @param output where the folder goes
     * @param progress told how many trainings are done
     * @return what each training reached
     * @throws InputException if the generator, the population or an option is refused; then nothing is left behind
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the calling thread is interrupted; finished trainings are kept and the rest can be resumed
     */
    public static TransferSummary transfer(TransferOptions options, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        return TransferRun.run(options, output, progress);
    }

    /**
     * Spends some more Jacobians on a generator at one physiology of its network, judges it, and writes a folder with its file.
     *
     * @param model the physiology; what varies and is measured is the generator's
     * @param training an {@link TrainerChoice.Adaptation}, and how much is spent; with {@link CriterionOptions#STABLE}, what the
     *     generator was trained for is what a valid set must meet
     * @param output where the folder goes
     * @param progress told how many Jacobians are spent
     * @return the finished training
     * @throws IllegalArgumentException if another way of training is chosen
     * @throws InputException if the generator, the model or an option is refused; then nothing is left behind
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the calling thread is interrupted; what was trained is kept and can be resumed
     */
    public static TrainingSummary adapt(
            ModelOptions model, TrainingOptions training, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        if (training.trainer() instanceof TrainerChoice.Adaptation adaptation) {
            return GeneratorTraining.adapt(adaptation, model, training, output, progress);
        }
        throw new IllegalArgumentException("A generator is adapted by an Adaptation, not by training "
                + training.trainer().method() + ".");
    }

    /**
     * Searches rules: ranges of a few saturations in which sets have a property more often than elsewhere.
     *
     * @param options the sets, their property, and how to search
     * @param output where the file goes
     * @param progress told how many sets are labelled, where the source does not do so
     * @return the rules
     * @throws InputException if the sets, the model, a table or the output is refused; then nothing is left behind
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the calling thread is interrupted; then nothing is left behind
     */
    public static RulesSummary rules(RulesOptions options, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        return RulesRun.run(options, output, progress);
    }

    /**
     * Draws parameter sets from a generator and writes them, without looking at their spectra.
     *
     * @param options the generator, and how many sets
     * @param output where the folder goes
     * @param progress told how many sets are written
     * @return what was written
     * @throws InputException if the generator, the model or an option is refused; then nothing is left behind
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the calling thread is interrupted; then nothing is left behind
     */
    public static GenerationSummary generate(GenerationOptions options, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        return GenerationRun.write(options, output, progress);
    }

    /**
     * Draws parameter sets from a generator, keeps those with the wanted dynamics, and writes a run folder.
     *
     * @param options the generator, how many sets, and which are kept
     * @param output where the run folder goes
     * @param progress told how many sets are drawn
     * @return the finished run
     * @throws InputException if the generator, the model or an option is refused; then nothing is left behind
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the calling thread is interrupted; what was drawn is kept and can be resumed
     */
    public static RunSummary generateScreened(GenerationOptions options, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        return GenerationRun.screen(options, output, progress);
    }

    /**
     * Looks for the fastest dynamics that reference states of one network can have, says what holds each there, maps the states,
     * and writes a folder.
     *
     * @param options which states, and how hard is searched
     * @param output where the folder goes
     * @param progress told how many Jacobians are spent
     * @return what was found
     * @throws InputException if the model, a table or an option is refused; then nothing is left behind
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the calling thread is interrupted; then nothing is left behind
     */
    public static CharacterisationSummary characterise(
            CharacterisationOptions options, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        return CharacterisationRun.run(options, output, progress);
    }

    /**
     * Compares two populations of parameter sets, or the valid sets of one with its others, splits one by a parameter, and
     * writes a folder.
     *
     * @param options which populations, and how
     * @param output where the folder goes
     * @param progress told how many sets are labelled, where they have no labels
     * @return what came out
     * @throws InputException if a population, the model or an option is refused; then nothing is left behind
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the calling thread is interrupted; then nothing is left behind
     */
    public static PopulationComparisonSummary comparePopulations(
            PopulationComparisonOptions options, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        return PopulationComparisonRun.run(options, output, progress);
    }

    /**
     * Writes members of a run as SBML files into a new folder.
     *
     * @param run the run folder
     * @param selection which members
     * @param rewritings how the files differ from the model file
     * @param output where to; the folder gets a list of its files
     * @return how many were written, and what could not be rewritten
     * @throws InputException if the run or the output folder is refused
     * @throws IOException if a file cannot be read or written
     */
    public static ExportSummary exportSbml(
            Path run, MemberSelection selection, Set<Rewriting> rewritings, OutputOptions output) throws IOException {
        return RunExporter.sbml(run, selection, rewritings, output);
    }

    /**
     * Writes members of a run as one file in SKiMpy's HDF5 layout.
     *
     * @param run the run folder
     * @param selection which members
     * @param file the file
     * @param force whether an existing file is replaced
     * @return how many were written
     * @throws InputException if the run is refused, or the file exists
     * @throws IOException if a file cannot be read or written
     */
    public static ExportSummary exportSkimpy(Path run, MemberSelection selection, Path file, boolean force)
            throws IOException {
        return RunExporter.skimpy(run, selection, file, force);
    }

    /**
     * Grows the members of a run, or a model, in a batch, compares them with measured curves, and writes a folder.
     *
     * @param options whose fermentations, and what they are compared with
     * @param output where the folder goes
     * @param progress told how many members are done
     * @return what it came to
     * @throws InputException if the model, the setup, a table or an option is refused; then nothing is left behind
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the calling thread is interrupted; then nothing is left behind
     */
    public static BioreactorSummary bioreactor(BioreactorOptions options, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        return BioreactorRun.run(options, output, progress);
    }

    /**
     * Makes the report of a run anew.
     *
     * @param run the run folder
     * @param file where to, outside of the run folder, which stays as it was written
     * @throws InputException if it is no run folder
     * @throws IOException if a file cannot be read or written
     */
    public static void report(Path run, Path file) throws IOException {
        RunReportFile.write(run, Manifest.read(run), file);
    }

    /**
     * Computes flux and concentration control coefficients of the members of a run, or of one model, and writes them into a new
     * folder.
     *
     * @param options whose coefficients, and how they are shown
     * @param output where to; the command line is noted there
     * @param progress told how many members are done
     * @return the coefficients and how well the theorems hold
     * @throws InputException if the run, the model or the output folder is refused; then nothing is left behind
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the calling thread is interrupted; then nothing is left behind
     */
    public static ControlSummary control(ControlOptions options, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        return ControlRun.run(options, output, progress);
    }

    /**
     * Summarises an ensemble by reaction and by species: constants, fluxes and control coefficients, as columns for the nodes of a
     * network. Nothing is written.
     *
     * @param options the run or the model, which members, and the reaction whose control is looked at
     * @param progress told how many members are done
     * @return a profile of every reaction and species
     * @throws InputException if the run or the model is refused, or has no control coefficients
     * @throws IOException if a file cannot be read
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static NetworkProfile profile(ControlOptions options, Progress progress)
            throws IOException, InterruptedException {
        return NetworkProfiling.of(options, progress);
    }

    /**
     * Integrates a model, or members of a run, and writes a folder with a table and a page.
     *
     * @param options what is simulated, and how
     * @param output where the folder goes
     * @return how each simulation ended
     * @throws InputException if the model, the run, an option or the output folder is refused; then nothing is left behind
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the calling thread is interrupted; then nothing is left behind
     */
    public static SimulationSummary simulate(SimulateOptions options, OutputOptions output)
            throws IOException, InterruptedException {
        return SimulationRun.run(options, output);
    }

    /**
     * Runs the simulation experiments of a COMBINE archive by the conventions of BioSimulators, and writes reports, plots and a log
     * into a folder, which may be there already.
     *
     * @param options the archive, and in which formats its outputs are written
     * @param folder where they go
     * @return what was done of each task and output
     * @throws InputException if the archive is refused or has no experiment; then nothing is left behind
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the calling thread is interrupted; then nothing is left behind
     */
    public static ArchiveLog runArchive(ArchiveOptions options, Path folder) throws IOException, InterruptedException {
        return ArchiveRun.run(options, folder);
    }

    /**
     * Perturbs the members of a run, or one model, and writes into a new folder how many return to their steady state, and
     * when.
     *
     * @param options who is perturbed, and how
     * @param output where to
     * @param progress told how many perturbations are done
     * @return the shares that have returned
     * @throws InputException if the run, the model or the output folder is refused; then nothing is left behind
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the calling thread is interrupted; then nothing is left behind
     */
    public static RobustnessSummary robustness(RobustnessOptions options, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        return RobustnessRun.run(options, output, progress);
    }

    /**
     * Looks for the ways to run COPASI.
     *
     * @param options where to look
     * @return those that were found, and of the others why not
     * @throws InterruptedException if the calling thread is interrupted
     */
    public static Engines engines(EngineOptions options) throws InterruptedException {
        return Engines.find(options);
    }

    /**
     * Compares members of a run, or a model, with what COPASI computes, and writes tables and a page.
     *
     * @param options what is compared, and with which COPASI
     * @param output where the folder goes
     * @param progress told how many members are compared
     * @return how the two agree
     * @throws InputException if the model, the run or the output folder is refused, or there is no COPASI
     * @throws IOException if a file cannot be read or written
     * @throws InterruptedException if the calling thread is interrupted; then nothing is left behind
     */
    public static CompareSummary compare(CompareOptions options, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        return CompareRun.run(options, output, progress);
    }

    /**
     * The model of the demo: E. coli's central carbon metabolism.
     *
     * @param folder where its file is put
     * @return the file
     * @throws IOException if it cannot be written
     */
    public static Path demoModel(Path folder) throws IOException {
        Path file = folder.resolve("ecoli_central_carbon.xml");
        try (InputStream in = Objects.requireNonNull(Kindling.class.getResourceAsStream("ecoli_central_carbon.xml"))) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
