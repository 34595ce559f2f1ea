package org.kindling.app.cli;

import org.kindling.app.FailureText;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns failures into one line on standard error and an exit code. */
final class Failures {

    static final int CHECK_FAILED = 1;
    static final int REFUSED = 2;
    static final int INTERRUPTED = 3;
    static final int BUG = 70;

    private Failures() {}

    static int usage(ParameterException refused, String[] arguments) {
        CommandLine line = refused.getCommandLine();
        String command = line.getCommandSpec().qualifiedName();
        line.getErr().println("kindling: " + FailureText.firstLine(refused) + "; see `" + command + " --help`");
        return REFUSED;
    }

    static int execution(Exception failure, CommandLine line, ParseResult parsed) {
        if (CommonOptions.debug(parsed)) {
            failure.printStackTrace(line.getErr());
        }
        if (failure instanceof InterruptedException) {
            return interrupted(line);
        }
        return FailureText.expected(failure)
                ? say(line, FailureText.of(failure), REFUSED)
                : say(line, FailureText.of(failure) + "; run again with --debug and report it", BUG);
    }

    static int interrupted(CommandLine line) {
        return interrupted(line, "go on with --resume");
    }

    static int interrupted(CommandLine line, String remedy) {
        return say(line, "interrupted; " + remedy, INTERRUPTED);
    }

    private static int say(CommandLine line, String message, int code) {
        line.getErr().println("kindling: " + message);
        return code;
    }
}
