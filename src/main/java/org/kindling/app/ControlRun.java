package org.kindling.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.kindling.analysis.ControlEnsemble;
import org.kindling.analysis.ControlStudy;
import org.kindling.dynamics.ControlCoefficients;
import org.kindling.dynamics.ControlOutcome;
import org.kindling.ensemble.AtomicFolder;
import org.kindling.ensemble.AtomicFolder.Existing;
import org.kindling.network.InputException;
import org.kindling.sampling.Progress;

/** One run of {@code control}: computes everything, then writes the folder whole. */
final class ControlRun {

    /** Coefficients may fill this share of the memory that the virtual machine can have. */
    private static final double MEMORY_SHARE = 0.5;

    private ControlRun() {}

    static ControlSummary run(ControlOptions options, OutputOptions output, Progress progress)
            throws IOException, InterruptedException {
        if (!output.force() && Files.exists(output.folder())) {
            throw exists(output.folder());
        }
        Computed computed = compute(options, progress);
        Existing existing = output.force() ? Existing.REPLACE : Existing.REFUSE;
        AtomicFolder folder = AtomicFolder.of(output.folder(), ControlFiles.MARKER);
        try {
            ControlFiles.write(
                    folder.begin(existing),
                    new ControlFiles.Content(options, output, computed.subject(), computed.ensemble()));
            return new ControlSummary(folder.complete(existing), computed.ensemble());
        } catch (FileAlreadyExistsException taken) {
            throw exists(output.folder());
        }
    }

    /** The coefficients before anything is written. */
    record Computed(ControlSubject subject, ControlEnsemble ensemble) {}

    /** Computes the coefficients that the options ask for. */
    static Computed compute(ControlOptions options, Progress progress) throws IOException, InterruptedException {
        ControlSubject subject = ControlSubject.of(options);
        checkFocus(options, subject.coefficients());
        checkMemory(subject);
        ControlStudy.Result result =
                ControlStudy.of(subject.coefficients(), options.threads()).run(subject.members(), progress);
        return new Computed(subject, result.ensemble().orElseThrow(() -> none(subject, result)));
    }

    private static void checkFocus(ControlOptions options, ControlCoefficients coefficients) {
        options.focus().filter(id -> !coefficients.fluxes().contains(id)).ifPresent(id -> {
            boolean known = coefficients.processes().contains(id);
            throw new InputException(
                    "reaction " + id,
                    known ? "carries no flux, so that nothing controls it" : "is not in the model",
                    "choose one of " + abbreviated(coefficients.fluxes()));
        });
    }

    private static String abbreviated(List<String> ids) {
        int shown = Math.min(ids.size(), 10);
        return String.join(", ", ids.subList(0, shown)) + (shown < ids.size() ? ", ..." : "");
    }

    /** Quantiles need all coefficients of all members at once, so a run that cannot hold them is refused before it starts. */
    private static void checkMemory(ControlSubject subject) {
        ControlCoefficients coefficients = subject.coefficients();
        double each = (double) Double.BYTES
                * coefficients.processes().size()
                * (coefficients.fluxes().size() + coefficients.concentrations().size());
        long most = (long) (MEMORY_SHARE * Runtime.getRuntime().maxMemory() / each);
        if (subject.members().size() > most) {
            throw new InputException(
                    subject.name().toString(),
                    "the control coefficients of " + subject.members().size()
                            + " members do not fit into memory, those of " + most + " do",
                    "choose --members top:" + most + ", or give more memory with KINDLING_JAVA_OPTS=-Xmx8g");
        }
    }

    private static InputException none(ControlSubject subject, ControlStudy.Result result) {
        Map.Entry<String, ControlOutcome.Status> first =
                result.failed().entrySet().iterator().next();
        return new InputException(
                subject.name().toString(),
                "none of its models has control coefficients; of " + first.getKey() + ", "
                        + first.getValue().words(),
                "look at it with `kindling info`");
    }

    private static InputException exists(Path output) {
        return new InputException(
                "output " + output, "is there already", "choose another one with -o, or replace it with --force");
    }
}
