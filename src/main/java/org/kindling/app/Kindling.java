package org.kindling.app;

import java.io.IOException;
import java.nio.file.Path;
import org.kindling.ensemble.RunCheck;
import org.kindling.network.InputException;
import org.kindling.sampling.Progress;

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
}
