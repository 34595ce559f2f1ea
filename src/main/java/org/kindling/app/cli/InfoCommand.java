package org.kindling.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kindling.app.Kindling;
import org.kindling.ensemble.RunCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code kindling info}. */
@Command(
        name = "info",
        description =
                "Say what is in a model, what can vary, whether its state is steady and stable, and what is ignored and why. "
                        + "Of a run folder: what is in it, and whether every file is as it was written (exit code 1 if not).")
final class InfoCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StateOptions state = new StateOptions();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        Path subject = state.model();
        InfoView view = new InfoView(spec.commandLine().getOut(), common);
        if (Files.isDirectory(subject)) {
            RunCheck check = Kindling.check(subject);
            view.show(subject, check);
            return check.whole() ? 0 : Failures.CHECK_FAILED;
        }
        view.show(Kindling.inspect(state.options()));
        return 0;
    }
}
