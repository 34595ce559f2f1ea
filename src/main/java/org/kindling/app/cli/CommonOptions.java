package org.kindling.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** Options that every command has. */
@SuppressWarnings("UnusedVariable") // picocli fills the fields, and acts on some of them itself
final class CommonOptions {

    private static final String DEBUG = "--debug";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Option(names = "--json", description = "Print one JSON object and nothing else on standard output.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no remarks.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "More details.")
    private boolean verbose;

    @Option(names = DEBUG, description = "Show the stack trace of a failure.")
    private boolean debug;

    @Option(
            names = "--config",
            paramLabel = "YAML",
            description = "Take options from a file: `name: value` for --name value; the command line wins.")
    private Optional<Path> configuration = Optional.empty();

    boolean json() {
        return json;
    }

    boolean quiet() {
        return quiet;
    }

    boolean verbose() {
        return verbose;
    }

    static boolean debug(ParseResult parsed) {
        ParseResult innermost = parsed;
        while (innermost.hasSubcommand()) {
            innermost = innermost.subcommand();
        }
        return innermost.hasMatchedOption(DEBUG);
    }
}
