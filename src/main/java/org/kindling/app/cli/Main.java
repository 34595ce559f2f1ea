package org.kindling.app.cli;

import org.kindling.app.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command {@code kindling}. */
@Command(
        name = "kindling",
        description = "Ensembles of kinetic models from SBML.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.KindlingVersion.class)
public final class Main implements Runnable {
    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param arguments what the user typed after {@code kindling}
     */
    public static void main(String... arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public void run() {
        CommandLine.usage(this, System.out);
    }

    /** Names the program and its version. */
    static final class KindlingVersion implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Kindling " + Version.current()};
        }
    }
}
