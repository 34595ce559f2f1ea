package org.kindling.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindling.ensemble.Manifest;
import org.kindling.ensemble.MemberSelection;
import org.kindling.ensemble.SetsTable;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.sbml.Rewriting;
import org.kindling.sbml.SbmlReader;
import org.kindling.sbml.StoichiometryScaling;

/** Run folders are whole or not there, and a function of inputs, options and seed alone. */
class SamplingRunTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"yeast_glycolysis", "level1"})
    void filesDoNotDependOnTheNumberOfThreads(String model) throws IOException, InterruptedException {
        for (int threads = 1; threads <= 3; threads++) {
            job(model).threads(threads).into(folder.resolve("on" + threads));
        }

        Map<String, String> files = FolderContent.hashed(folder.resolve("on1"));
        assertThat(files).containsKeys("sets.csv", "members.csv", "base.xml", "ensemble.omex", "report.html");
        assertThat(FolderContent.hashed(folder.resolve("on2"))).isEqualTo(files);
        assertThat(FolderContent.hashed(folder.resolve("on3"))).isEqualTo(files);
    }

    @Test
    void anotherSeedGivesOtherSets() throws IOException, InterruptedException {
        SampleJob.of("textbook_pathway").seed(1).into(folder.resolve("one"));
        SampleJob.of("textbook_pathway").seed(2).into(folder.resolve("two"));

        assertThat(FolderContent.hashed(folder.resolve("one")).get("sets.csv"))
                .isNotEqualTo(FolderContent.hashed(folder.resolve("two")).get("sets.csv"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 512, 1500, 2200})
    void interruptedRunResumedOnOtherThreadsGivesTheSameFiles(long interruptedAt)
            throws IOException, InterruptedException {
        job("yeast_glycolysis").threads(1).into(folder.resolve("whole"));
        Path broken = folder.resolve("broken");

        interrupt(job("yeast_glycolysis").threads(2), broken, interruptedAt);
        assertThat(broken).doesNotExist();
        job("yeast_glycolysis").threads(3).resume().into(broken);

        assertThat(FolderContent.hashed(broken)).isEqualTo(FolderContent.hashed(folder.resolve("whole")));
        assertThat(FolderContent.names(folder)).containsExactly("broken", "whole");
    }

    @Test
    void resumedRunGoesOnWhereItWasInterrupted() throws IOException, InterruptedException {
        interrupt(job("yeast_glycolysis"), folder.resolve("run"), 1000);
        List<Long> seen = new ArrayList<>();

        job("yeast_glycolysis").resume().into(folder.resolve("run"), (done, total) -> seen.add(done));

        assertThat(seen.get(0)).isGreaterThanOrEqualTo(1000);
        assertThat(seen).isSorted().endsWith(2200L);
    }

    @Test
    void resumingWithOtherOptionsIsRefused() throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        interrupt(job("yeast_glycolysis"), run, 500);

        for (SampleJob other : List.of(
                job("yeast_glycolysis").seed(2),
                job("yeast_glycolysis").sets(3000),
                job("yeast_glycolysis").fix("Km_PGI_G6P"),
                job("textbook_pathway"))) {
            assertThatThrownBy(() -> other.resume().into(run))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("another model or other options")
                    .hasMessageContaining("--force");
        }
        job("yeast_glycolysis").resume().into(run);
        assertThat(Kindling.check(run).whole()).isTrue();
    }

    @Test
    void resumingWhereNothingWasInterruptedIsRefused() {
        assertThatThrownBy(() -> job("textbook_pathway").resume().into(folder.resolve("run")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no interrupted run");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void interruptedRunIsNotOverwrittenUnasked() throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        interrupt(job("yeast_glycolysis"), run, 500);

        assertThatThrownBy(() -> job("yeast_glycolysis").into(run))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--resume")
                .hasMessageContaining("--force");
        job("yeast_glycolysis").force().into(run);

        assertThat(FolderContent.names(folder)).containsExactly("run");
    }

    @Test
    void existingFolderIsReplacedOnlyWhenAsked() throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        SampleJob.of("textbook_pathway").into(run);
        Map<String, String> before = FolderContent.hashed(run);

        assertThatThrownBy(() -> SampleJob.of("textbook_pathway").seed(2).into(run))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--force");
        assertThat(FolderContent.hashed(run)).isEqualTo(before);
        SampleJob.of("textbook_pathway").seed(2).force().into(run);

        assertThat(FolderContent.hashed(run).keySet()).isEqualTo(before.keySet());
        assertThat(FolderContent.hashed(run)).isNotEqualTo(before);
        assertThat(FolderContent.names(folder)).containsExactly("run");
    }

    @Test
    void folderThatIsNoRunIsNeverReplaced() throws IOException {
        Path precious = Files.createDirectory(folder.resolve("precious"));
        Files.writeString(precious.resolve("thesis.txt"), "all of it");

        assertThatThrownBy(() -> SampleJob.of("textbook_pathway").force().into(precious))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("precious");

        assertThat(precious.resolve("thesis.txt")).hasContent("all of it");
    }

    @Test
    void nothingIsLeftOfARefusedRun() throws IOException {
        Path table = Files.writeString(folder.resolve("measured.csv"), "parameter,lower,upper\nnone,1,2\n");

        for (SampleJob refused : List.of(
                SampleJob.of("unsteady"),
                SampleJob.of("no_such_file"),
                SampleJob.of("textbook_pathway").measured(table),
                SampleJob.of("textbook_pathway").fix("Vmax_none"))) {
            assertThatThrownBy(() -> refused.into(folder.resolve("run"))).isInstanceOf(InputException.class);
        }

        assertThat(FolderContent.names(folder)).containsExactly("measured.csv");
    }

    @Test
    void runWithoutValidSetsIsWritten() throws IOException, InterruptedException {
        CriterionOptions impossible = new CriterionOptions(
                OptionalDouble.of(-1e9), OptionalDouble.empty(), Optional.empty(), Optional.empty());

        Manifest manifest = SampleJob.of("textbook_pathway")
                .criterion(impossible)
                .members("top:5")
                .into(folder.resolve("run"))
                .manifest();

        assertThat(manifest.counts()).isEqualTo(new Manifest.Counts(300, 300, 300, 0, 0));
        assertThat(manifest.incidence().value()).isZero();
        assertThat(manifest.incidence().high()).isBetween(0.0, 0.02);
        assertThat(Kindling.check(folder.resolve("run")).whole()).isTrue();
        assertThat(rows(SetsTable.ofMembers(folder.resolve("run")))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "all", "top:7", "representative:7"})
    void asManyMembersAreWrittenAsAreAskedFor(String selection) throws IOException, InterruptedException {
        Path run = folder.resolve("run");

        Manifest manifest = SampleJob.of("textbook_pathway")
                .sets(50)
                .members(selection)
                .into(run)
                .manifest();

        int expected = selection.equals("none") ? 0 : selection.equals("all") ? 50 : 7;
        assertThat(manifest.counts().written()).isEqualTo(expected);
        assertThat(FolderContent.names(run.resolve("members"))).hasSize(expected);
        if (!selection.startsWith("representative")) {
            assertThat(FolderContent.names(run.resolve("members")))
                    .allMatch(name -> name.matches("textbook_pathway\\.m00[0-9]{2}\\.xml"))
                    .allMatch(name -> Integer.parseInt(name.replaceAll("\\D", "")) <= expected);
        }
    }

    @Test
    void membersStandInRankOrderWithTheirLabels() throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        Manifest manifest = SampleJob.of("yeast_glycolysis").into(run).manifest();

        SetsTable table = SetsTable.ofMembers(run);
        List<double[]> members = rows(table);
        int tau = table.column("tau").orElseThrow();

        assertThat(members).hasSize((int) manifest.counts().valid());
        assertThat(members.stream().map(row -> row[1])).isSorted();
        assertThat(members).allSatisfy(row -> {
            assertThat(row[tau]).isEqualTo(-1 / row[1]);
            assertThat(row[3]).isOne();
            assertThat(row[4]).isOne();
        });
        List<double[]> sets = rows(SetsTable.ofSets(run));
        assertThat(sets).hasSize(300);
        for (double[] member : members) {
            double[] set = sets.get((int) member[0]);
            assertThat(member).startsWith(Arrays.copyOf(set, 6));
        }
        assertThat(sets.stream().filter(row -> row[4] == 1)).hasSameSizeAs(members);
    }

    @Test
    void manySetsGoIntoHdf5() throws IOException, InterruptedException {
        Path run = folder.resolve("run");

        Manifest manifest = SampleJob.of("textbook_pathway")
                .sets(100_000)
                .members("top:2")
                .into(run)
                .manifest();

        assertThat(FolderContent.names(run))
                .contains("sets.h5", "members.h5")
                .doesNotContain("sets.csv", "members.csv");
        assertThat(manifest.counts().drawn()).isEqualTo(100_000);
        double[] best = new double[1];
        long[] count = new long[1];
        SetsTable.ofSets(run).read(row -> {
            assertThat(row[0]).isEqualTo((double) count[0]);
            count[0]++;
            best[0] = Math.min(best[0], row[1]);
            return true;
        });
        assertThat(count[0]).isEqualTo(100_000);
        List<double[]> first = new ArrayList<>();
        SetsTable.ofMembers(run).read(row -> {
            first.add(row);
            return false;
        });
        assertThat(first.get(0)[1]).isEqualTo(best[0]);
        assertThat(Kindling.check(run).whole()).isTrue();
        assertThat(FolderContent.names(run.resolve("members")))
                .containsExactly("textbook_pathway.m000001.xml", "textbook_pathway.m000002.xml");
    }

    @Test
    void checkNamesFilesThatChangedOrAreMissing() throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        SampleJob.of("textbook_pathway").members("top:2").into(run);
        Files.writeString(run.resolve("sets.csv"), "tampered");
        Files.delete(run.resolve("members/textbook_pathway.m0002.xml"));

        assertThat(Kindling.check(run).faults())
                .containsExactlyInAnyOrder("sets.csv has changed", "members/textbook_pathway.m0002.xml is missing");
        assertThat(Kindling.check(run).whole()).isFalse();
    }

    @Test
    void manifestListsEveryOtherFile() throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        Manifest manifest =
                SampleJob.of("textbook_pathway").members("top:2").into(run).manifest();

        assertThat(manifest.files().stream().map(Manifest.FileEntry::path))
                .containsExactlyInAnyOrderElementsOf(FolderContent.hashed(run).keySet());
        assertThat(Manifest.read(run).files()).isEqualTo(manifest.files());
    }

    @Test
    void manifestOfAnotherFormIsRefused() throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        SampleJob.of("textbook_pathway").into(run);
        Path file = run.resolve(Manifest.NAME);
        Files.writeString(file, Files.readString(file).replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 2"));

        assertThatThrownBy(() -> Kindling.check(run))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("schema version 2");
        Files.writeString(file, "{}");
        assertThatThrownBy(() -> Kindling.check(run)).isInstanceOf(InputException.class);
        Files.writeString(file, "no JSON");
        assertThatThrownBy(() -> Kindling.check(run)).isInstanceOf(InputException.class);
    }

    @Test
    void exportedMembersAreThoseOfTheRun() throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        job("yeast_glycolysis").members("representative:10").into(run);
        Path exported = folder.resolve("exported");

        int written = Kindling.exportSbml(
                        run,
                        MemberSelection.parse("representative:10"),
                        Set.of(),
                        new OutputOptions(exported, false, false, Optional.empty(), List.of()))
                .members();

        assertThat(written).isEqualTo(10);
        Map<String, String> files = FolderContent.hashed(exported);
        assertThat(files.remove("README.txt")).isNotEmpty();
        assertThat(files).isEqualTo(FolderContent.hashed(run.resolve("members")));
    }

    @Test
    void exportedMembersMayHaveGlobalParametersAndSmallCoefficients() throws IOException, InterruptedException {
        Path run = folder.resolve("run");
        job("ecoli_central_carbon").sets(100).members("all").into(run);
        Path exported = folder.resolve("exported");

        ExportSummary written = Kindling.exportSbml(
                run,
                MemberSelection.parse("all"),
                EnumSet.allOf(Rewriting.class),
                new OutputOptions(exported, false, false, Optional.empty(), List.of()));

        assertThat(written.members()).isPositive();
        assertThat(written.unscaled()).isEmpty();
        assertThat(exported.resolve("README.txt")).content().contains("reaction__parameter", "power of two");
        try (Stream<Path> files = Files.list(exported)) {
            Path member = files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            KineticModel model = SbmlReader.read(member).kinetics();
            assertThat(model.parameters())
                    .noneMatch(parameter -> parameter.reaction().isPresent());
            assertThat(StoichiometryScaling.of(model).large()).isEmpty();
        }
    }

    private static SampleJob job(String model) {
        return SampleJob.of(model).sets(2200).members("representative:5");
    }

    private static void interrupt(SampleJob job, Path run, long sets) {
        assertThatThrownBy(() -> job.into(run, (done, total) -> {
                    if (done >= sets) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    private static List<double[]> rows(SetsTable table) throws IOException {
        List<double[]> rows = new ArrayList<>();
        table.read(row -> {
            rows.add(row.clone());
            return true;
        });
        return rows;
    }
}
