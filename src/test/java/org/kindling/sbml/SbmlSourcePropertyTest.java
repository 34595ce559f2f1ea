package org.kindling.sbml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file damaged by chance is read or refused, never anything else. */
class SbmlSourcePropertyTest {

    private static final String CHARACTERS = "\"'<>&1-e.,NaN \u0000\u00e9";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void damagedFileIsReadOrRefused(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int refused = 0;
        for (int i = 0; i < 100; i++) {
            String damaged = damaged(random);
            try {
                SbmlReader.read(ExampleModels.source(damaged)).kinetics().initialValues();
            } catch (SbmlException refusal) {
                assertThat(refusal.getMessage()).as(damaged).hasLineCount(1);
                refused++;
            }
        }
        // About two in three are refused; the rest is damaged where it does not matter.
        assertThat(refused).isBetween(40, 95);
    }

    /** Words of the file removed, doubled, exchanged, or with another character in them. */
    private static String damaged(SplittableRandom random) {
        List<String> words =
                new ArrayList<>(List.of(ExampleModels.PATHWAY.split("(?<=>)|(?=<)|(?<=\")|(?=\")|(?<= )")));
        for (int change = random.nextInt(1, 4); change > 0; change--) {
            int place = random.nextInt(words.size());
            String other = words.get(random.nextInt(words.size()));
            switch (random.nextInt(4)) {
                case 0 -> words.remove(place);
                case 1 -> words.add(place, other);
                case 2 -> words.set(place, other);
                default -> words.set(place, otherCharacter(words.get(place), random));
            }
        }
        return String.join("", words);
    }

    private static String otherCharacter(String word, SplittableRandom random) {
        StringBuilder text = new StringBuilder(word);
        text.setCharAt(random.nextInt(word.length()), CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        return text.toString();
    }
}
