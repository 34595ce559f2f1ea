package org.kindling.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The command {@code kindling demo}. */
@Command(name = "demo", description = "placeholder")
final class DemoCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return 0;
    }
}
