package org.kindling.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which ranks become members. */
class MemberSelectionTest {

    /** Three clusters in log-space, of ranks 0, 3, 6, ..., of 1, 4, 7, ... and of the rest. */
    private static final MemberSelection.Values CLUSTERS =
            rank -> new double[] {Math.pow(1e3, rank % 3) * (1 + 1e-3 * rank), 1};

    @ParameterizedTest
    @ValueSource(strings = {"all", "none", "top:7", "representative:10"})
    void selectionIsWrittenAsItIsRead(String text) {
        assertThat(MemberSelection.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "top", "top:", "top:0", "top:-1", "top:x", "top:12345678", "all:3", "none:1", "best:2"})
    void whatIsNoSelectionIsRefusedWithTheForms(String text) {
        assertThatThrownBy(() -> MemberSelection.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("representative:K");
    }

    @Test
    void topAndAllTakeRanksFromTheFirst() throws IOException {
        assertThat(MemberSelection.parse("top:3").ranks(5, CLUSTERS, 1)).containsExactly(0, 1, 2);
        assertThat(MemberSelection.parse("top:3").ranks(2, CLUSTERS, 1)).containsExactly(0, 1);
        assertThat(MemberSelection.parse("all").ranks(4, CLUSTERS, 1)).containsExactly(0, 1, 2, 3);
        assertThat(MemberSelection.parse("none").ranks(4, CLUSTERS, 1)).isEmpty();
    }

    @Test
    void representativesStandForDifferentClusters() throws IOException {
        int[] ranks = MemberSelection.parse("representative:3").ranks(30, CLUSTERS, 1);

        assertThat(ranks).hasSize(3).isSorted();
        assertThat(new int[] {ranks[0] % 3, ranks[1] % 3, ranks[2] % 3}).containsExactlyInAnyOrder(0, 1, 2);
        assertThat(MemberSelection.parse("representative:3").ranks(30, CLUSTERS, 1))
                .containsExactly(ranks);
    }

    @Test
    void clusteringLooksAtEvenlySpacedRanksOfManySets() {
        int[] candidates = MemberSelection.parse("representative:3").candidates(1_000_000);

        assertThat(candidates)
                .hasSize(2_000)
                .isSorted()
                .startsWith(0, 500, 1_000)
                .endsWith(999_500);
        assertThat(MemberSelection.parse("representative:3000").candidates(5_000))
                .hasSize(3_000);
    }
}
