package org.kindling.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The command {@code kindling}. */
@Command(
        name = "kindling",
        description = "Ensembles of kinetic models from SBML.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = KindlingVersion.class,
        subcommands = {
            InfoCommand.class,
            SampleCommand.class,
            TrainCommand.class,
            AdaptCommand.class,
            TransferCommand.class,
            GenerateCommand.class,
            ExportCommand.class,
            ReportCommand.class,
            RulesCommand.class,
            ControlCommand.class,
            CharacteriseCommand.class,
            ComparePopulationsCommand.class,
            SimulateCommand.class,
            BiosimulateCommand.class,
            RobustnessCommand.class,
            BioreactorCommand.class,
            EnginesCommand.class,
            CompareCommand.class,
            DemoCommand.class,
            DescriptorsCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:done, but the check that was asked for failed",
            "2:an input or option was refused",
            "3:interrupted; go on with --resume",
            "70:a bug in Kindling"
        })
public final class Main implements Runnable {

    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param arguments what the user typed after {@code kindling}
     */
    public static void main(String... arguments) {
        System.exit(run(arguments));
    }

    /**
     * Runs one command.
     *
     * @param arguments what the user typed after {@code kindling}
     * @return the exit code
     */
    static int run(String... arguments) {
        CommandLine line = new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Failures::usage)
                .setExecutionExceptionHandler(Failures::execution);
        try {
            ConfigurationFile.applyTo(line, arguments);
        } catch (ParameterException refused) {
            return Failures.usage(refused, arguments);
        }
        return line.execute(arguments);
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }
}
