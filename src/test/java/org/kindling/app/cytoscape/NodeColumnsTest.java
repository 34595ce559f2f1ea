package org.kindling.app.cytoscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindling.app.NetworkProfile;
import org.kindling.network.InputException;

/** What an ensemble says of nodes reaches the table of a network. */
class NodeColumnsTest {

    private static final NetworkProfile PROFILE = new NetworkProfile(
            "model",
            3,
            List.of(new NetworkProfile.Element("R", Map.of("flux", 2.0), Map.of())),
            List.of(new NetworkProfile.Element(
                    "S", Map.of("concentration", 5.0), Map.of("strongest controller", "R"))));

    @Test
    void nodesAreFoundByTheirSbmlId() {
        MemoryNetwork network = MemoryNetwork.of("sbml id", List.of("S", "other", "R"));

        assertThat(NodeColumns.write(network, PROFILE)).isEqualTo(2);

        assertThat(network.row(0).get("kindling::concentration", Double.class)).isEqualTo(5);
        assertThat(network.row(0).get("kindling::strongest controller", String.class))
                .isEqualTo("R");
        assertThat(network.row(0).get("kindling::flux", Double.class)).isNull();
        assertThat(network.row(2).get("kindling::flux", Double.class)).isEqualTo(2);
        assertThat(network.row(1).get("kindling::flux", Double.class)).isNull();
    }

    @Test
    void nodesAreFoundByTheirName() {
        MemoryNetwork network = MemoryNetwork.of("name", List.of("R"));

        assertThat(NodeColumns.write(network, PROFILE)).isEqualTo(1);
    }

    @Test
    void whatAnEarlierProfileSaidIsReplaced() {
        MemoryNetwork network = MemoryNetwork.of("name", List.of("R"));
        NodeColumns.write(network, PROFILE);
        NetworkProfile other = new NetworkProfile(
                "model", 1, List.of(new NetworkProfile.Element("R", Map.of("flux", 7.0), Map.of())), List.of());

        NodeColumns.write(network, other);

        assertThat(network.row(0).get("kindling::flux", Double.class)).isEqualTo(7);
    }

    @Test
    void aForeignNetworkIsLeftAsItIs() {
        MemoryNetwork network = MemoryNetwork.of("name", List.of("A", "B"));

        assertThat(NodeColumns.write(network, PROFILE)).isZero();

        assertThat(network.getDefaultNodeTable().columns()).containsOnlyKeys("name");
    }

    @Test
    void aColumnOfAnotherTypeIsNamed() {
        MemoryNetwork network = MemoryNetwork.of("name", List.of("R"));
        network.getDefaultNodeTable().createColumn("kindling::flux", String.class, false);

        assertThatThrownBy(() -> NodeColumns.write(network, PROFILE))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("kindling::flux");
    }
}
