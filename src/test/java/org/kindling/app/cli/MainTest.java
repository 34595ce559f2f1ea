package org.kindling.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindling.app.FolderContent;
import org.kindling.app.Version;
import org.kindling.ensemble.Manifest;

/** The contract of the command line: what it prints where, and its exit codes. */
class MainTest {

    private static final String MODEL = "test-models/textbook_pathway.xml";

    @TempDir
    private Path folder;

    @Test
    void versionNamesTheProgram() {
        assertThat(Captured.run("--version"))
                .isEqualTo(new Captured(0, "Kindling " + Version.current() + System.lineSeparator(), ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "info",
                "sample",
                "export",
                "report",
                "rules",
                "control",
                "simulate",
                "robustness",
                "bioreactor",
                "compare",
                "compare-populations",
                "engines",
                "demo"
            })
    void everyCommandExplainsItself(String command) {
        Captured captured = Captured.run(command, "--help");

        assertThat(captured.code()).isZero();
        assertThat(captured.out()).startsWith("Usage: kindling " + command).contains("--debug", "--json");
        assertThat(captured.err()).isEmpty();
    }

    /** Its options are those of all BioSimulators. */
    @Test
    void biosimulateExplainsItself() {
        Captured captured = Captured.run("biosimulate", "--help");

        assertThat(captured.code()).isZero();
        assertThat(captured.out())
                .startsWith("Usage: kindling biosimulate")
                .contains("--archive", "--out-dir", "--debug");
        assertThat(captured.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--help"})
    void programListsItsCommandsAndExitCodes(String option) {
        Captured captured = option.isEmpty() ? Captured.run() : Captured.run(option);

        assertThat(captured.code()).isZero();
        assertThat(captured.out())
                .contains(
                        "info",
                        "sample",
                        "export",
                        "report",
                        "rules",
                        "control",
                        "simulate",
                        "robustness",
                        "bioreactor",
                        "biosimulate",
                        "compare",
                        "compare-populations",
                        "engines",
                        "demo",
                        "Exit codes:",
                        "70");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--no-such",
                "nonsense",
                "info",
                "info --no-such " + MODEL,
                "info no_such_file.xml",
                "info CONTRIBUTING.md",
                "sample " + MODEL + " -n 0",
                "sample " + MODEL + " -n many",
                "sample " + MODEL + " --threads 0",
                "sample " + MODEL + " --tau-max 3years",
                "sample " + MODEL + " --members best",
                "sample " + MODEL + " --lambda-max x",
                "sample " + MODEL + " --date yesterday",
                "sample " + MODEL + " --measured no_such_table.csv",
                "sample " + MODEL + " --vary Km_none",
                "sample " + MODEL + " --tau-min 2 --tau-max 1",
                "sample " + MODEL + " --tau 2min --tau-max 1",
                "train spectral " + MODEL + " --temperature -1",
                "train spectral " + MODEL + " --width 0",
                "train spectral " + MODEL + " --until 2",
                "train spectral " + MODEL + " --mode faithful --temperature 1",
                "train rekindle",
                "train rekindle no_such_run",
                "train rekindle src",
                "train rekindle " + MODEL,
                "train rekindle src --epochs 0",
                "train rekindle src --batch 1",
                "train rekindle src --judged 0",
                "train rekindle src --fresh 0",
                "train rekindle src --threads 0",
                "sample " + MODEL + " --sets-from no_such.h5",
                "sample " + MODEL + " --within no_such.json",
                "sample " + MODEL + " --within test-models/README.md",
                "sample " + MODEL + " --rule 2",
                "sample " + MODEL + " --within r.json --sets-from s.h5",
                "sample test-models/unsteady.xml",
                "rules no_such_run",
                "rules src",
                "rules src --depth 0",
                "rules src --min-split 0",
                "rules src --max-rules 0",
                "rules src --held-out 0",
                "rules src --held-out 1",
                "rules src --min-coverage -0.1",
                "rules src --min-coverage 1",
                "rules src --threads 0",
                "rules src --above 1",
                "rules src --property table.csv --above 1",
                "rules src --property table.csv:column",
                "rules src --property table.csv:column --above 2 --below 1",
                "rules src --property table.csv:column --above 1 --lambda-max -1",
                "export no_such_run",
                "report no_such_run",
                "export src",
                "control no_such_run",
                "control src",
                "control test-models/unsteady.xml",
                "control " + MODEL + " --threads 0",
                "control " + MODEL + " --members best",
                "control " + MODEL + " --of none",
                "bioreactor " + MODEL,
                "bioreactor " + MODEL + " --setup no_such.yaml",
                "bioreactor " + MODEL + " --setup test-models/monod_batch/batch.yaml",
                "bioreactor " + MODEL + " --setup test-models/monod_batch/batch.yaml --rtol 1",
                "biosimulate",
                "biosimulate -i no_such.omex",
                "biosimulate -i CONTRIBUTING.md",
                "biosimulate -i " + MODEL,
                "biosimulate -i no_such.omex --no-such",
                "compare-populations",
                "compare-populations no_such_run",
                "compare-populations src",
                "compare-populations src src",
                "compare-populations src --groups 1",
                "compare-populations src --valid-only",
                "compare-populations src --lambda-max x",
                "compare-populations src --tau-min 2 --tau-max 1",
                "info src"
            })
    void whatIsRefusedIsOneLineAndExitCodeTwo(String line) {
        boolean writes = Stream.of("sample", "control", "bioreactor", "biosimulate", "compare-populations", "rules")
                .anyMatch(line::startsWith);
        String target = writes ? " -o " + folder.resolve("run") : "";

        Captured captured = Captured.run((line + target).split(" "));

        assertThat(captured.code()).isEqualTo(2);
        assertThat(captured.out()).isEmpty();
        assertThat(captured.err()).hasLineCount(1).startsWith("kindling: ").doesNotContain("Exception");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void debugShowsTheStackTraceOfARefusal() {
        Captured captured = Captured.run("info", "no_such_file.xml", "--debug");

        assertThat(captured.code()).isEqualTo(2);
        assertThat(captured.err()).contains("\tat org.kindling").contains("kindling: no_such_file.xml");
    }

    @Test
    void infoAnswersInOneJsonObject() throws IOException {
        JsonNode info = Captured.run("info", "--json", "test-models/two_compartment_moiety.xml")
                .json();

        assertThat(info.get("species").asInt()).isEqualTo(3);
        assertThat(info.get("dynamicSpecies").asInt()).isEqualTo(3);
        assertThat(info.get("independentSpecies").asInt()).isEqualTo(2);
        assertThat(info.get("moieties").asInt()).isEqualTo(1);
        assertThat(info.get("reactions").asInt()).isEqualTo(3);
        assertThat(info.at("/parameters/saturation").isInt()).isTrue();
        assertThat(info.at("/referenceState/steady").asBoolean()).isTrue();
        assertThat(info.at("/referenceState/maxRelativeResidual").asDouble()).isLessThan(1e-12);
        assertThat(info.get("lambdaMax").asDouble()).isCloseTo(-0.325, within(1e-12));
        assertThat(info.get("lambdaMin").isDouble()).isTrue();
        assertThat(info.get("stable").asBoolean()).isTrue();
        assertThat(info.get("timeUnit").asText()).isEqualTo("minute");
        assertThat(info.get("ignored").isArray()).isTrue();
    }

    @Test
    void infoForPeopleNamesTheEssentials() {
        Captured captured = Captured.run("info", "test-models/unsteady.xml");

        assertThat(captured.code()).isZero();
        assertThat(captured.out()).contains("5 species", "3 reactions", "not steady", "(A)", "--steady-state");
        assertThat(captured.err()).isEmpty();
    }

    @Test
    void infoOfARunChecksItsFiles() throws IOException {
        Path run = sample("-n", "50");
        assertThat(Captured.run("info", run.toString()).code()).isZero();

        Files.writeString(run.resolve("parameters.csv"), "tampered");

        Captured captured = Captured.run("info", run.toString());
        assertThat(captured.code()).isOne();
        assertThat(captured.out()).contains("parameters.csv has changed");
        Captured inJson = Captured.run("info", "--json", run.toString());
        assertThat(inJson.code()).isOne();
        JsonNode answer = new ObjectMapper().readTree(inJson.out());
        assertThat(answer.get("whole").asBoolean()).isFalse();
        assertThat(answer.get("faults").get(0).asText()).isEqualTo("parameters.csv has changed");
    }

    @Test
    void sampleAnswersInOneJsonObject() throws IOException {
        String target = folder.resolve("run").toString();
        JsonNode run = Captured.run("sample", MODEL, "-n", "100", "--members", "top:3", "--json", "-o", target)
                .json();

        assertThat(run.at("/counts/drawn").asInt()).isEqualTo(100);
        assertThat(run.at("/counts/stable").asInt()).isEqualTo(100);
        assertThat(run.at("/counts/valid").asInt()).isEqualTo(100);
        assertThat(run.at("/counts/written").asInt()).isEqualTo(3);
        assertThat(run.at("/incidence/value").asDouble()).isOne();
        assertThat(run.at("/incidence/low").asDouble()).isLessThan(1);
        assertThat(run.at("/incidence/high").asDouble()).isOne();
        assertThat(run.get("jacobians").asInt()).isEqualTo(100);
        assertThat(run.get("seconds").asDouble()).isPositive();
        assertThat(run.get("folder").asText()).isEqualTo(target);
    }

    @Test
    void quietCommandsSayNothing() {
        String target = folder.resolve("run").toString();

        assertThat(Captured.run("sample", MODEL, "-n", "50", "-q", "-o", target))
                .isEqualTo(new Captured(0, "", ""));
    }

    @Test
    void existingRunIsReplacedOnlyByForce() {
        Path run = sample("-n", "50");
        String[] again = {"sample", MODEL, "-n", "60", "-o", run.toString()};
        String[] forced = {"sample", MODEL, "-n", "60", "-o", run.toString(), "--force"};

        Captured refused = Captured.run(again);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).contains("--force");
        assertThat(Manifest.read(run).counts().drawn()).isEqualTo(50);
        assertThat(Captured.run(forced).code()).isZero();
        assertThat(Manifest.read(run).counts().drawn()).isEqualTo(60);
    }

    @Test
    void manifestKeepsTheCommandLineAndTheDate() {
        Path run = sample("-n", "50", "--date", "2026-11-21", "--seed", "5");

        Manifest.Provenance provenance = Manifest.read(run).provenance();
        assertThat(provenance.commandLine())
                .containsExactly(
                        "sample", MODEL, "-n", "50", "--date", "2026-11-21", "--seed", "5", "-o", run.toString());
        assertThat(provenance.date()).isEqualTo("2026-11-21T00:00:00Z");
        assertThat(provenance.seed()).isEqualTo(5);
        assertThat(provenance.inputs().get(0).path()).isEqualTo("textbook_pathway.xml");
    }

    @Test
    void filesDoNotDependOnHowTheRunWasAskedFor() throws IOException {
        String one = folder.resolve("one").toString();
        String two = folder.resolve("two").toString();

        assertThat(Captured.run("sample", MODEL, "-n", "300", "--threads", "1", "-o", one)
                        .code())
                .isZero();
        assertThat(Captured.run("sample", "-q", "-o", two, "--sets=300", "--threads=2", MODEL)
                        .code())
                .isZero();

        assertThat(FolderContent.hashed(Path.of(two))).isEqualTo(FolderContent.hashed(Path.of(one)));
    }

    @Test
    void optionsOfAFileStandInForThoseLeftOut() throws IOException {
        Path options = Files.writeString(
                folder.resolve("options.yaml"), "sets: 70\nseed: 3\nvary: [Km_E1_S, Km_E2_A]\nlambda-max: -2\n");

        Path run = sample("--config", options.toString(), "--seed", "4");

        Manifest manifest = Manifest.read(run);
        assertThat(manifest.counts().drawn()).isEqualTo(70);
        assertThat(manifest.provenance().seed()).isEqualTo(4);
        assertThat(manifest.provenance().configuration()).containsEntry("vary", List.of("Km_E1_S", "Km_E2_A"));
        assertThat(manifest.spectra().criterion()).contains("-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- sets", "sets: [", "seeds: 70", "sets: many"})
    void wrongFileOfOptionsIsRefused(String yaml) throws IOException {
        Path options = Files.writeString(folder.resolve("options.yaml"), yaml);
        Path run = folder.resolve("run");

        Captured captured = Captured.run("sample", MODEL, "--config", options.toString(), "-o", run.toString());

        assertThat(captured.code()).isEqualTo(2);
        assertThat(captured.err()).hasLineCount(1);
        assertThat(run).doesNotExist();
    }

    @Test
    void missingFileOfOptionsIsRefused() {
        Captured captured = Captured.run("info", MODEL, "--config", "no_such.yaml");

        assertThat(captured.code()).isEqualTo(2);
        assertThat(captured.err()).hasLineCount(1).contains("no_such.yaml");
    }

    @Test
    void exportedMembersAreThoseOfTheRunByteForByte() throws IOException {
        Path run = sample("-n", "400", "--members", "representative:10", "--date", "2026-11-21");

        Captured captured = Captured.run("export", run.toString(), "--members", "representative:10");

        assertThat(captured.code()).isZero();
        Map<String, String> exported = FolderContent.hashed(folder.resolve("run-members"));
        exported.remove("README.txt");
        assertThat(exported).hasSize(10).isEqualTo(FolderContent.hashed(run.resolve("members")));
    }

    @Test
    void exportedSetsAreLabelledAgainAlike() throws IOException {
        Path run = sample("-n", "200");
        Path file = folder.resolve("sets.h5");
        Path again = folder.resolve("again");

        JsonNode export = Captured.run("export", run.toString(), "--as", "skimpy", "--json", "-o", file.toString())
                .json();
        Captured captured =
                Captured.run("sample", MODEL, "-n", "500", "--sets-from", file.toString(), "-o", again.toString());

        assertThat(export.get("written").asInt()).isEqualTo(200);
        assertThat(captured.err()).isEmpty();
        assertThat(Manifest.read(again).counts()).isEqualTo(new Manifest.Counts(200, 200, 200, 200, 10));
        assertThat(membersWithoutIndex(again)).isEqualTo(membersWithoutIndex(run));
    }

    /** The rows of members without the index of the set, which another order changes. */
    private static List<String> membersWithoutIndex(Path run) throws IOException {
        return Files.readAllLines(run.resolve("members.csv")).stream()
                .map(row -> row.replaceFirst(",[^,]*", ""))
                .toList();
    }

    @Test
    void exportIsNotOverwrittenUnasked() throws IOException {
        Path run = sample("-n", "50");
        Path target = folder.resolve("target");
        String[] two = {"export", run.toString(), "--members", "top:2", "-o", target.toString()};
        String[] one = {"export", run.toString(), "--members", "top:1", "-o", target.toString(), "--force"};

        assertThat(Captured.run(two).code()).isZero();
        assertThat(Captured.run(two).code()).isEqualTo(2);
        assertThat(Captured.run(one).code()).isZero();
        assertThat(FolderContent.names(target)).containsExactly("README.txt", "textbook_pathway.m0001.xml");
    }

    @Test
    void reportIsMadeAnew() {
        Path run = sample("-n", "50");

        assertThat(Captured.run("report", run.toString()).code()).isZero();

        assertThat(folder.resolve("run-report.html")).content().startsWithIgnoringCase("<!DOCTYPE html>");
        assertThat(Captured.run("info", run.toString()).code()).isZero();
    }

    private Path sample(String... options) {
        Path run = folder.resolve("run");
        List<String> arguments = new ArrayList<>(List.of("sample", MODEL));
        arguments.addAll(List.of(options));
        arguments.addAll(List.of("-o", run.toString()));
        Captured captured = Captured.run(arguments.toArray(String[]::new));
        assertThat(captured.err()).isEmpty();
        assertThat(captured.code()).isZero();
        return run;
    }
}
