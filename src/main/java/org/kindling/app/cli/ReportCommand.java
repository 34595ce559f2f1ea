package org.kindling.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The command {@code kindling report}. */
@Command(name = "report", description = "placeholder")
final class ReportCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
