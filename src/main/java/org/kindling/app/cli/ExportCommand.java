package org.kindling.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The command {@code kindling export}. */
@Command(name = "export", description = "placeholder")
final class ExportCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
