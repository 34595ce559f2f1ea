package org.kindling.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.kindling.network.InputException;

/** A failure in one line for the user: what is wrong, and what to do. */
public final class FailureText {

    private FailureText() {}

    /**
     * Whether the failure is the user's to mend, not a bug.
     *
     * @param failure what was thrown
     * @return whether it is a refused input, or a file that cannot be read or written
     */
    public static boolean expected(Throwable failure) {
        return failure instanceof InputException || failure instanceof IOException;
    }

    /**
     * The line.
     *
     * @param failure what was thrown
     * @return what is wrong, without line breaks
     */
    public static String of(Throwable failure) {
        if (failure instanceof InputException) {
            return firstLine(failure);
        }
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + ": there is no such file; check the path";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + ": access is denied; check the permissions";
        }
        if (failure instanceof FileSystemException system) {
            return system.getFile() + ": " + system.getReason() + "; check the path and the disk";
        }
        if (failure instanceof IOException) {
            return firstLine(failure) + "; check the path and the disk";
        }
        return "this is a bug in Kindling: " + failure.getClass().getSimpleName() + ": " + firstLine(failure);
    }

    /**
     * The first line of a failure's message.
     *
     * @param failure what was thrown
     * @return the line
     */
    public static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no message");
    }
}
