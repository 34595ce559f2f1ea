package org.kindling.sbml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SbmlTemplateTest {

    private static final List<String> QUANTITIES = List.of("R1.k", "B", "k", "A", "p");
    private static final List<String> TEXTS = List.of("id", SbmlTemplate.MODEL_NAME);

    @Test
    void memberIsByteIdenticalToWritingTheDocumentWhole() {
        SbmlTemplate template = SbmlTemplate.of(base("?", "?"), QUANTITIES, TEXTS);
        SplittableRandom random = new SplittableRandom(1);
        for (int member = 0; member < 100; member++) {
            double[] values = random.doubles(QUANTITIES.size())
                    .map(u -> Math.exp(200 * u - 100))
                    .toArray();
            String name = "gap " + member + " <\"&'\n\t>";
            SbmlPatch whole = base("m" + member, name);
            for (int i = 0; i < values.length; i++) {
                whole.value(QUANTITIES.get(i), values[i]);
            }

            byte[] filled = template.fill(values, Map.of("id", "m" + member, SbmlTemplate.MODEL_NAME, name));

            assertThat(new String(filled, StandardCharsets.UTF_8)).isEqualTo(whole.text());
            assertThat(filled).isEqualTo(whole.bytes());
        }
    }

    private static SbmlPatch base(String id, String name) {
        return SbmlPatch.of(ExampleModels.pathway()).member(Map.of("id", id)).modelName(name);
    }
}
