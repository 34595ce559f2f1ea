package org.kindling.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindling.ensemble.MemberSelection;
import org.kindling.network.InputException;

/** What an ensemble says of reactions and species. */
class NetworkProfilingTest {

    private static final Path TEXTBOOK = Path.of("test-models/textbook_pathway.xml");

    @TempDir
    private Path folder;

    @Test
    void aModelIsAnEnsembleOfOneWithKnownControl() throws IOException, InterruptedException {
        NetworkProfile profile = profile(TEXTBOOK, Optional.of("E1"));

        NetworkProfile.Element second = element(profile.reactions(), "E2");
        assertThat(profile.members()).isEqualTo(1);
        assertThat(second.numbers().get("control of E1 median")).isCloseTo(144.0 / 341, within(1e-13));
        assertThat(second.numbers().get("control of E1 spread")).isZero();
        // In an unbranched pathway all fluxes are one, so that an enzyme controls each alike.
        assertThat(second.numbers().get("own flux control")).isCloseTo(144.0 / 341, within(1e-13));
        assertThat(second.numbers().get("flux control strength")).isCloseTo(144.0 / 341, within(1e-13));
    }

    @Test
    void constantsOfARunHaveMediansAndSpreads() throws IOException, InterruptedException {
        Path run = SampleJob.of("textbook_pathway").into(folder.resolve("run")).folder();

        NetworkProfile profile = profile(run, Optional.empty());

        assertThat(profile.members()).isGreaterThan(10);
        assertThat(profile.reactions())
                .anySatisfy(reaction ->
                        assertThat(reaction.numbers().get("log10 K spread")).isPositive());
        assertThat(profile.species())
                .allSatisfy(species -> assertThat(species.numbers())
                        .containsKey("concentration")
                        .doesNotContainKey("control by E1 median"));
    }

    @Test
    void aReactionThatIsNotThereCannotBeInFocus() {
        assertThatThrownBy(() -> profile(TEXTBOOK, Optional.of("E9")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("E9");
    }

    private static NetworkProfile profile(Path subject, Optional<String> focus)
            throws IOException, InterruptedException {
        return Kindling.profile(
                new ControlOptions(ModelOptions.of(subject), MemberSelection.parse("all"), focus, 2),
                (done, total) -> {});
    }

    private static NetworkProfile.Element element(List<NetworkProfile.Element> elements, String id) {
        return elements.stream()
                .filter(element -> element.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
