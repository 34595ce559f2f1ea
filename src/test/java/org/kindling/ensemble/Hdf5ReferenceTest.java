package org.kindling.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our HDF5 files against h5py (tried with h5py 3.7.0 on HDF5 1.10.8), which is also what SKiMpy reads and writes by. */
class Hdf5ReferenceTest {

    private static final Path REFEREE = Path.of("src/it/python/check_hdf5.py");

    /** Debian's own Python first: that is where the package python3-h5py goes. */
    private static final List<Path> PYTHONS = List.of(Path.of("/usr/bin/python3"), Path.of("/usr/local/bin/python3"));

    private final Path folder;

    private Path python = Path.of("python3");

    Hdf5ReferenceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void findPython() throws IOException, InterruptedException {
        for (Path candidate : PYTHONS) {
            if (Files.isExecutable(candidate) && run(candidate, "available").status() == 0) {
                python = candidate;
                return;
            }
        }
        System.out.println("SKIPPED: HDF5 files are not checked against h5py, as no Python with it was found");
        abort("no Python with h5py");
    }

    @Test
    void h5pyReadsTheSets() throws IOException, InterruptedException {
        int columns = 700;
        List<String> names = IntStream.range(0, columns).mapToObj(j -> "p" + j).toList();
        Path file = folder.resolve("sets.h5");
        try (SetsHdf5Writer writer = SetsHdf5Writer.of(file, names, names)) {
            for (int i = 0; i < 1_234; i++) {
                int row = i;
                writer.write(IntStream.range(0, columns)
                        .mapToDouble(j -> row + j / 1024.0)
                        .toArray());
            }
        }

        assertThat(referee("sets", file)).containsExactly("1234 700 p0 p699");
    }

    @Test
    void h5pyReadsFewSets() throws IOException, InterruptedException {
        Path file = folder.resolve("sets.h5");
        try (SetsHdf5Writer writer = SetsHdf5Writer.of(file, List.of("a", "b"), List.of("", "mM"))) {
            writer.write(0, 1 / 1024.0);
        }

        assertThat(referee("sets", file)).containsExactly("1 2 a mM");
    }

    @Test
    void skimpysWayOfReadingTakesOurSets() throws IOException, InterruptedException {
        Path file = folder.resolve("population.h5");
        try (SkimpyHdf5Writer writer = SkimpyHdf5Writer.of(file, List.of("km_A_R1", "vmax_forward_R1"))) {
            writer.write("m0001", 0.1, 2e-300);
            writer.write("m0002", 1.0 / 3, -6e22);
        }

        assertThat(referee("read", file))
                .containsExactly("km_A_R1 vmax_forward_R1", "m0001 m0002", "0.1 2e-300", "0.3333333333333333 -6e+22");
    }

    @Test
    void setsThatSkimpysWayOfWritingLeftAreRead() throws IOException, InterruptedException {
        Path file = folder.resolve("population.h5");
        referee("write", file);

        try (SkimpyHdf5Reader reader = SkimpyHdf5Reader.of(file)) {
            assertThat(reader.parameters()).containsExactly("km_A_R1", "vmax_forward_R1", "k_equilibrium_R2");
            assertThat(reader.index()).containsExactly("0", "b,1");
            assertThat(reader.read(0)).containsExactly(0.1, 2e-300, 3.0);
            assertThat(reader.read(1)).containsExactly(1.0 / 3, Math.nextUp(2.0), 6e22);
        }
    }

    private List<String> referee(String task, Path file) throws IOException, InterruptedException {
        Answer answer = run(python, task, file.toString());
        assertThat(answer.status()).as(answer.text()).isZero();
        return answer.text().lines().toList();
    }

    private static Answer run(Path python, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(python.toString(), REFEREE.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    private record Answer(int status, String text) {}
}
