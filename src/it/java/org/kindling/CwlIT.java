package org.kindling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tools and the workflow of the Common Workflow Language, by its reference implementation and the launcher. */
class CwlIT {

    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Path DESCRIPTORS = ROOT.resolve("plugin-descriptor/cwl");
    private static final String MODEL =
            ROOT.resolve("test-models/ecoli_central_carbon.xml").toString();

    @TempDir
    private Path folder;

    @Test
    void everyDescriptorIsValid() throws IOException, InterruptedException {
        for (Path descriptor : files(DESCRIPTORS, ".cwl")) {
            assertThat(cwl("--validate", descriptor.toString()))
                    .as(descriptor.toString())
                    .satisfies(outcome -> assertThat(outcome.exitCode()).isZero())
                    .satisfies(outcome -> assertThat(outcome.output()).contains("is valid CWL"));
        }
    }

    @Test
    void workflowGivesTheMembersOfTheCommandLine() throws IOException, InterruptedException {
        ExternalProgram.Outcome workflow = cwl("--outdir", "workflow", file("ensemble.cwl"), file("ensemble.job.yml"));
        KindlingProcess.Outcome direct = KindlingProcess.start(
                        folder,
                        List.of(),
                        "sample",
                        MODEL,
                        "--sets=500",
                        "--lambda-max=-9",
                        "--members=top:5",
                        "--output",
                        folder.resolve("direct").toString())
                .outcome(Duration.ofMinutes(2));

        assertThat(workflow).satisfies(ended -> assertThat(ended.exitCode()).isZero());
        assertThat(direct).satisfies(ended -> assertThat(ended.exitCode()).isZero());
        Map<String, String> expected = hashes(folder.resolve("direct"));
        assertThat(hashes(folder.resolve("workflow/run"))).isEqualTo(expected).hasSizeGreaterThan(8);
        for (String file : expected.keySet()) {
            assertThat(folder.resolve("workflow/run").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("direct").resolve(file));
        }
        assertThat(expected.keySet().stream().filter(file -> file.startsWith("members/")))
                .hasSize(5);
        assertThat(files(folder.resolve("workflow"), ".csv"))
                .extracting(file -> String.valueOf(file.getFileName()))
                .contains("flux_control.csv", "concentration_control.csv", "timecourse.csv");
        assertThat(files(folder.resolve("workflow"), ".m0001.xml")).hasSize(1);
    }

    @Test
    void runFolderLeavesAToolAsItWasWritten() throws IOException, InterruptedException {
        Path job = folder.resolve("info.job.yml");
        Files.writeString(job, "model: {class: Directory, path: sampled/run}\n");

        ExternalProgram.Outcome sample = cwl("--outdir", "sampled", file("sample.cwl"), file("sample.job.yml"));
        ExternalProgram.Outcome info = cwl("--outdir", "looked", file("info.cwl"), job.toString());

        assertThat(sample).satisfies(ended -> assertThat(ended.exitCode()).isZero());
        assertThat(info).satisfies(ended -> assertThat(ended.exitCode()).isZero());
        assertThat(new ObjectMapper()
                        .readTree(folder.resolve("looked/info-summary.json").toFile())
                        .get("whole")
                        .asBoolean())
                .isTrue();
    }

    private static String file(String name) {
        return DESCRIPTORS.resolve(name).toString();
    }

    /** What the manifest says about the files, all of which are there. */
    private static Map<String, String> hashes(Path run) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (JsonNode file : new ObjectMapper()
                .readTree(run.resolve("manifest.json").toFile())
                .get("files")) {
            String path = file.get("path").asText();
            assertThat(run.resolve(path)).isRegularFile();
            hashes.put(path, file.get("sha256").asText());
        }
        return hashes;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private ExternalProgram.Outcome cwl(String... arguments) throws IOException, InterruptedException {
        String path = ROOT + File.pathSeparator + System.getenv().getOrDefault("PATH", "");
        return ExternalProgram.onPath("cwltool").run(folder, Map.of("PATH", path), List.of(arguments));
    }
}
