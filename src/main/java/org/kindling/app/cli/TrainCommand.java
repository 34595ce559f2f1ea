package org.kindling.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code kindling train}, with one command for each way of training. */
@Command(
        name = "train",
        description = "Train a generator that draws valid parameter sets.",
        synopsisSubcommandLabel = "METHOD",
        mixinStandardHelpOptions = true,
        subcommands = {TrainSpectralCommand.class, TrainRenaissanceCommand.class, TrainRekindleCommand.class})
final class TrainCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "name a way of training: "
                        + String.join(", ", spec.subcommands().keySet()));
    }
}
