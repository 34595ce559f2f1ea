package org.kindling.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.kindling.app.JsonText;
import org.kindling.app.Version;
import org.kindling.app.toolchains.Descriptors;
import org.kindling.ensemble.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code kindling descriptors}. */
@Command(
        name = "descriptors",
        description =
                "Write what other toolchains need to run the commands: tools of the Common Workflow Language, or of"
                        + " Galaxy.")
final class DescriptorsCommand implements Callable<Integer> {

    /** The toolchains. */
    enum Toolchain {
        /** The Common Workflow Language. */
        CWL,
        /** Galaxy. */
        GALAXY
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "TOOLCHAIN", description = "cwl or galaxy.")
    private Toolchain toolchain = Toolchain.CWL;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "The folder; files of the same names are replaced.")
    private Path folder = Path.of("");

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws IOException {
        Descriptors descriptors = Descriptors.of(CommandDescriptions.below(spec.root()), Version.current());
        Map<String, String> files = toolchain == Toolchain.CWL ? descriptors.cwl() : descriptors.galaxy();
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            byte[] content = file.getValue().getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(folder.resolve(file.getKey()), out -> out.write(content));
        }
        if (common.json()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("folder", folder.toString());
            object.put("files", List.copyOf(files.keySet()));
            spec.commandLine().getOut().println(JsonText.of(object));
        } else if (!common.quiet()) {
            spec.commandLine().getOut().println(files.size() + " files written to " + folder);
        }
        return 0;
    }
}
