package org.kindling.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindling.network.ModelSketch;
import org.kindling.sbml.SbmlReader;

class NetworkHashTest {

    private static final Path SHARED = Path.of("../shared/data");

    private static final String SKETCH = """
            compartment cell = 1
            species A in cell = 2
            species B in cell = 3
            parameter V = 5
            parameter ka = 4
            parameter kb = 6
            reaction R: A -> B; V*A/ka/(1 + A/ka + B/kb)
            """;

    @Test
    void valuesPlayNoPart() {
        assertThat(hash(SKETCH.replace("= 2", "= 20")
                        .replace("= 5", "= 7")
                        .replace("= 4", "= 9")
                        .replace("cell = 1", "cell = 3")))
                .isEqualTo(hash(SKETCH));
    }

    @Test
    void orderOfElementsPlaysNoPart() {
        assertThat(hash(SKETCH.replace("parameter V = 5\n", "")
                        .replace("parameter ka", "parameter V = 5\nparameter ka")))
                .isEqualTo(hash(SKETCH));
        assertThat(hash("""
            compartment cell = 1
            species B in cell = 3
            species A in cell = 2
            parameter kb = 6
            parameter ka = 4
            parameter V = 5
            reaction R: A -> B; V*A/ka/(1 + A/ka + B/kb)
            """)).isEqualTo(hash(SKETCH));
    }

    @Test
    void stoichiometryLawsIdsAndRolesDo() {
        assertThat(hash(SKETCH.replace("A -> B", "A -> 2 B"))).isNotEqualTo(hash(SKETCH));
        assertThat(hash(SKETCH.replace("1 + A", "2 + A"))).isNotEqualTo(hash(SKETCH));
        assertThat(hash(SKETCH.replace("ka", "km"))).isNotEqualTo(hash(SKETCH));
        assertThat(hash(SKETCH.replace("reaction R", "reaction Q"))).isNotEqualTo(hash(SKETCH));
        ParameterRoles other = ParameterRoles.of(
                ModelSketch.model(SKETCH), Map.of("ka", new RoleMapping(ParameterRole.FIXED, Optional.empty())));
        assertThat(NetworkHash.of(other)).isNotEqualTo(hash(SKETCH));
    }

    @Test
    void physiologiesOfOneNetworkHaveOneHash() {
        NetworkHash first = hash(file("ecoli_rekindle_fdp1.xml"));

        assertThat(hash(file("ecoli_rekindle_fdp2.xml"))).isEqualTo(first);
        assertThat(hash(file("ecoli_rekindle_fdp3.xml"))).isEqualTo(first);
        assertThat(hash(file("ecoli_renaissance_1773.xml"))).isNotEqualTo(first);
    }

    @Test
    void whatIsNoHashIsRefused() {
        assertThatThrownBy(() -> new NetworkHash("abc")).isInstanceOf(IllegalArgumentException.class);
    }

    private static NetworkHash hash(String sketch) {
        return NetworkHash.of(ParameterRoles.of(ModelSketch.model(sketch)));
    }

    private static NetworkHash hash(Path file) {
        return NetworkHash.of(ParameterRoles.of(SbmlReader.read(file).kinetics()));
    }

    private static Path file(String name) {
        Path file = SHARED.resolve(name);
        if (!Files.exists(file)) {
            System.out.println("SKIPPED: not checked with " + name + ", which is not in ../shared/data");
            abort(name + " is absent");
        }
        return file;
    }
}
