package org.kindling.app.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.kindling.app.JsonText;
import org.kindling.app.Kindling;
import org.kindling.copasi.Engine;
import org.kindling.copasi.Engines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code kindling engines}. */
@Command(
        name = "engines",
        description = "Say which ways to run COPASI were found, and of the others why not and how to get them.")
final class EnginesCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private EngineLocations locations = new EngineLocations();

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws InterruptedException {
        Engines engines = Kindling.engines(locations.options());
        PrintWriter out = spec.commandLine().getOut();
        if (common.json()) {
            out.println(JsonText.of(json(engines)));
            return 0;
        }
        for (Engine engine : engines.found()) {
            out.println(engine.kind().words() + ": COPASI " + engine.version() + ", " + engine.location());
        }
        for (Engines.Missing missing : engines.missing()) {
            out.println(missing.kind().words() + ": not found, " + missing.reason());
            out.println("    " + missing.remedy());
        }
        return 0;
    }

    private static List<Map<String, Object>> json(Engines engines) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Engine engine : engines.found()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("engine", engine.kind().words());
            entry.put("found", true);
            entry.put("version", engine.version());
            entry.put("location", engine.location());
            list.add(entry);
        }
        for (Engines.Missing missing : engines.missing()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("engine", missing.kind().words());
            entry.put("found", false);
            entry.put("reason", missing.reason());
            entry.put("remedy", missing.remedy());
            list.add(entry);
        }
        return list;
    }
}
