package org.kindling.app.cytoscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cytoscape.work.ObservableTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;

/** The bundle in the framework of Cytoscape: it starts, every command works, and nothing is left when it is gone. */
@Timeout(300)
class CytoscapeAppIT {

    static final Path BUNDLE = Path.of("target/kindling-cytoscape.jar").toAbsolutePath();
    private static final Path TEXTBOOK =
            Path.of("test-models/textbook_pathway.xml").toAbsolutePath();
    private static final Path ECOLI =
            Path.of("test-models/ecoli_central_carbon.xml").toAbsolutePath();

    @TempDir
    private Path folder;

    @TempDir
    private Path cache;

    private OsgiCytoscape cytoscape;
    private Bundle bundle;

    @BeforeEach
    void start() throws BundleException {
        cytoscape = OsgiCytoscape.start(cache);
        bundle = cytoscape.install(BUNDLE);
        bundle.start();
    }

    @AfterEach
    void stop() throws BundleException, InterruptedException {
        cytoscape.stop();
    }

    @Test
    void everyCommandIsAServiceThatScriptsCanUse() {
        assertThat(cytoscape.commands().stream().map(service -> service.getProperty("command")))
                .containsExactlyInAnyOrder(
                        "info", "sample", "train", "generate", "annotate", "simulate", "export", "compare");
        for (ServiceReference<?> service : cytoscape.commands()) {
            assertThat(Stream.of("commandDescription", "commandLongDescription", "title", "preferredMenu")
                            .map(name -> (String) service.getProperty(name)))
                    .allSatisfy(text -> assertThat(text).isNotBlank());
            assertThat(service.getProperty("commandSupportsJSON")).isEqualTo("true");
            assertThat(parsed((String) service.getProperty("commandExampleJSON"))
                            .isObject())
                    .isTrue();
        }
    }

    @Test
    void informsAboutAModel() throws Exception {
        JsonNode answer = run("info", Map.of("file", ECOLI.toString()));

        assertThat(answer.path("stable").asBoolean()).isTrue();
        assertThat(answer.path("reactions").asInt()).isPositive();
    }

    @Test
    void samplesAndWritesColumnsAndThenKnowsTheFileOfTheNetwork() throws Exception {
        MemoryNetwork network = MemoryNetwork.of("sbml id", List.of("PGI", "g6p_c", "stranger"));
        cytoscape.show(network);

        JsonNode answer =
                run("sample", Map.of("file", ECOLI.toString(), "sets", "300", "output", inFolder("run"), "seed", "7"));

        assertThat(answer.at("/counts/drawn").asInt()).isEqualTo(300);
        assertThat(folder.resolve("run/manifest.json")).exists();
        assertThat(network.row(0).get("kindling::log10 Vmax median", Double.class))
                .isFinite();
        assertThat(network.row(0).get("kindling::flux control strength", Double.class))
                .isPositive();
        assertThat(network.row(1).get("kindling::strongest controller", String.class))
                .isNotBlank();
        assertThat(network.row(2).get("kindling::flux", Double.class)).isNull();
        assertThat(run("info", Map.of()).path("stable").asBoolean()).isTrue();
    }

    @Test
    void annotatesExportsAndSimulatesARun() throws Exception {
        run("sample", Map.of("file", TEXTBOOK.toString(), "sets", "200", "output", inFolder("run")));
        String manifest = folder.resolve("run/manifest.json").toString();
        MemoryNetwork network = MemoryNetwork.of("name", List.of("E1", "E2"));
        cytoscape.show(network);

        JsonNode annotated = run("annotate", Map.of("file", manifest, "focus", "E1"));
        JsonNode exported = run("export", Map.of("run", manifest, "members", "top:3", "output", inFolder("members")));
        JsonNode skimpy = run("export", Map.of("run", manifest, "form", "skimpy", "output", inFolder("sets.h5")));
        JsonNode simulated = run(
                "simulate",
                Map.of("file", manifest, "members", "top:2", "end", "10", "output", inFolder("simulation")));

        assertThat(annotated.path("nodes").asInt()).isEqualTo(2);
        assertThat(network.row(1).get("kindling::control of E1 median", Double.class))
                .isFinite();
        assertThat(exported.path("written").asInt()).isEqualTo(3);
        assertThat(skimpy.path("written").asInt()).isPositive();
        assertThat(simulated.path("complete").asBoolean()).isTrue();
    }

    @Test
    void trainsInAProcessOfTheDistributionAndGeneratesInside() throws Exception {
        assertThatThrownBy(() -> cytoscape.run("train", Map.of("file", ECOLI.toString(), "home", inFolder(""))))
                .hasMessageContaining("holds no distribution of Kindling");
        cytoscape.set("kindling.home", Path.of("").toAbsolutePath().toString());

        JsonNode trained = run(
                "train",
                Map.of(
                        "file",
                        ECOLI.toString(),
                        "maxJacobians",
                        "300",
                        "lambdaMax",
                        "-9",
                        "output",
                        inFolder("trained")));
        JsonNode generated = run(
                "generate",
                Map.of(
                        "generator",
                        folder.resolve("trained/generator.kgen").toString(),
                        "sets",
                        "100",
                        "output",
                        inFolder("generated")));

        assertThat(trained.isObject()).isTrue();
        assertThat(generated.at("/counts/drawn").asInt()).isEqualTo(100);
    }

    /** Each by the environment variable that tells where it is. */
    @ParameterizedTest
    @CsvSource({"python, KINDLING_COPASI_PYTHON", "bindings, KINDLING_COPASI"})
    void comparesWithCopasiWhereThereIsOne(String engine, String variable) throws Exception {
        Map<String, String> arguments = Map.of(
                "file", TEXTBOOK.toString(), "duration", "1", "engine", engine, "output", inFolder("comparison"));
        if (System.getenv(variable) == null) {
            System.out.println("No comparison by " + engine + " in Cytoscape: " + variable + " is not set");
            assertThatThrownBy(() -> cytoscape.run("compare", arguments)).isInstanceOf(Exception.class);
        } else {
            assertThat(run("compare", arguments).path("passed").asBoolean()).isTrue();
        }
    }

    @Test
    void tellsHowSoonTheFirstCommandIsDone() throws Exception {
        bundle.stop();
        long start = System.nanoTime();

        bundle.start();
        JsonNode answer = run("info", Map.of("file", ECOLI.toString()));

        System.out.printf(
                Locale.ROOT,
                "%.2f s from the start of the bundle to the answer of its first command%n",
                (System.nanoTime() - start) / 1e9);
        assertThat(answer.path("stable").asBoolean()).isTrue();
    }

    @Test
    void refusesInOneLineWithTheWordsOfItsArguments() {
        assertThatThrownBy(() -> cytoscape.run("info", Map.of()))
                .hasMessageStartingWith("argument file: is missing")
                .hasMessageNotContaining("--");
        assertThatThrownBy(() -> cytoscape.run("sample", Map.of("file", ECOLI.toString(), "lambdaMax", "fast")))
                .hasMessage("argument lambdaMax: 'fast' is no number; write it as -9 or 1.5e3");
        assertThatThrownBy(() -> cytoscape.run("info", Map.of("file", inFolder("missing.xml"))))
                .hasMessageContaining("missing.xml")
                .hasMessageNotContaining("Exception");
    }

    @Test
    void aCancelledCommandEndsSoonAndLeavesNothing() throws Exception {
        ObservableTask task = cytoscape.task(
                "sample", Map.of("file", ECOLI.toString(), "sets", "100000000", "output", inFolder("endless")));
        CountDownLatch working = new CountDownLatch(1);
        Thread worker = worker(task, working);

        working.await();
        task.cancel();
        worker.join();

        assertThat(parsed(OsgiCytoscape.json(task)).path("cancelled").asBoolean())
                .isTrue();
        assertThat(filesIn(folder)).isEmpty();
    }

    @Test
    void stoppingTheBundleEndsItsCommandsAndLeavesNoServiceThreadOrFile() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        ObservableTask task = cytoscape.task(
                "sample", Map.of("file", ECOLI.toString(), "sets", "100000000", "output", inFolder("endless")));
        CountDownLatch working = new CountDownLatch(1);
        Thread worker = worker(task, working);

        working.await();
        bundle.stop();
        worker.join();

        assertThat(cytoscape.commands()).isEmpty();
        assertThat(bundle.getRegisteredServices()).isNull();
        assertThat(filesIn(folder)).isEmpty();
        assertThat(remaining(before)).isEmpty();
    }

    @Test
    void startsAgainAfterAnUpdateAndIsGoneWhenUninstalled() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        run("info", Map.of("file", TEXTBOOK.toString()));

        bundle.update();
        assertThat(run("info", Map.of("file", TEXTBOOK.toString()))
                        .path("reactions")
                        .asInt())
                .isPositive();
        bundle.stop();
        bundle.start();
        assertThat(cytoscape.commands()).hasSize(8);
        bundle.uninstall();

        assertThat(cytoscape.commands()).isEmpty();
        assertThat(bundle.getState()).isEqualTo(Bundle.UNINSTALLED);
        assertThat(remaining(before)).isEmpty();
    }

    /** Threads that were not there before, apart from those that the Java machine itself starts. */
    private static List<String> remaining(Set<Thread> before) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread) && !thread.isDaemon())
                .map(Thread::getName)
                .toList();
    }

    private static Thread worker(ObservableTask task, CountDownLatch working) {
        Thread worker = new Thread(() -> {
            try {
                task.run(new SilentMonitor() {
                    @Override
                    public void setProgress(double progress) {
                        if (progress > 0) {
                            working.countDown();
                        }
                    }
                });
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
        worker.start();
        return worker;
    }

    private JsonNode run(String command, Map<String, String> arguments) throws Exception {
        return parsed(cytoscape.run(command, arguments));
    }

    private static JsonNode parsed(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException invalid) {
            throw new IllegalStateException(json, invalid);
        }
    }

    private String inFolder(String name) {
        return folder.resolve(name).toString();
    }

    private static Set<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::getFileName).map(Path::toString).collect(Collectors.toSet());
        }
    }
}
