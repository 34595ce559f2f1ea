package org.kindling.app.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.kindling.network.InputException;
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
        line.getErr().println("kindling: " + firstLine(refused) + "; see `" + command + " --help`");
        return REFUSED;
    }

    static int execution(Exception failure, CommandLine line, ParseResult parsed) {
        if (CommonOptions.debug(parsed)) {
            failure.printStackTrace(line.getErr());
        }
        if (failure instanceof InputException) {
            return say(line, firstLine(failure), REFUSED);
        }
        if (failure instanceof InterruptedException) {
            return interrupted(line);
        }
        if (failure instanceof IOException unreadable) {
            return say(line, describe(unreadable), REFUSED);
        }
        return say(
                line,
                "this is a bug in Kindling: " + failure.getClass().getSimpleName() + ": " + firstLine(failure)
                        + "; run again with --debug and report it",
                BUG);
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

    private static String describe(IOException failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + ": there is no such file; check the path";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + ": access is denied; check the permissions";
        }
        if (failure instanceof FileSystemException system) {
            return system.getFile() + ": " + system.getReason() + "; check the path and the disk";
        }
        return firstLine(failure) + "; check the path and the disk";
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no message");
    }
}
