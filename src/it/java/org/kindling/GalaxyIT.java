package org.kindling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Galaxy's tools, by Galaxy's schema and linters, and what they would run. */
class GalaxyIT {

    /** A Python with planemo, which brings galaxy-tool-util. */
    private static final String PYTHON = "KINDLING_TOOLCHAIN_PYTHON";

    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Path TOOLS = Path.of("plugin-descriptor/galaxy");

    @Test
    void toolsHoldTheSchemaAndRunTheirTests() throws IOException, InterruptedException {
        List<String> tools = tools();
        List<String> tried = tools.stream().filter(GalaxyIT::canRun).toList();

        List<String> arguments =
                new ArrayList<>(List.of("src/it/python/check_galaxy_tools.py", TOOLS.toString(), "--run"));
        arguments.addAll(tried);
        ExternalProgram.Outcome outcome = run(ExternalProgram.named(PYTHON), arguments);

        assertThat(outcome.output().lines())
                .containsExactlyElementsOf(tools.stream()
                        .map(tool -> tool + (tried.contains(tool) ? " ran" : " valid"))
                        .toList());
    }

    /** Comparing needs COPASI. */
    private static boolean canRun(String tool) {
        return !tool.equals("kindling_compare") || System.getenv().containsKey("KINDLING_COPASI_PYTHON");
    }

    private static List<String> tools() throws IOException {
        try (Stream<Path> files = Files.list(TOOLS)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.matches("kindling_.*\\.xml"))
                    .map(name -> name.replace(".xml", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void lintersFindNothing() throws IOException, InterruptedException {
        ExternalProgram planemo = ExternalProgram.named(PYTHON).beside("planemo");

        ExternalProgram.Outcome outcome = run(planemo, List.of("lint", "--fail_level", "warn", TOOLS.toString()));

        assertThat(outcome).satisfies(ended -> assertThat(ended.exitCode()).isZero());
        assertThat(outcome.output()).contains("Linting tool").doesNotContain("WARNING", "ERROR");
    }

    private static ExternalProgram.Outcome run(ExternalProgram program, List<String> arguments)
            throws IOException, InterruptedException {
        String path = ROOT + File.pathSeparator + System.getenv().getOrDefault("PATH", "");
        return program.run(ROOT, Map.of("PATH", path), arguments);
    }
}
