package org.kindling.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kindling.analysis.ControlEnsemble;
import org.kindling.analysis.ControlSpread;
import org.kindling.dynamics.ControlMatrix;
import org.kindling.dynamics.ControlOutcome;

class ControlPageTest {

    private static String page(int responses, int processes, String name, double residual) {
        List<String> rows = IntStream.range(0, responses)
                .mapToObj(index -> "flux_" + index + name)
                .toList();
        List<String> columns = IntStream.range(0, processes)
                .mapToObj(index -> "process_" + index + name)
                .toList();
        SplittableRandom random = new SplittableRandom(1);
        ControlSpread spread = ControlSpread.of(IntStream.range(0, 5)
                .mapToObj(member -> ControlMatrix.of(
                        rows,
                        columns,
                        random.doubles((long) responses * processes, -1.5, 1.5).toArray()))
                .toList());
        ControlEnsemble ensemble = new ControlEnsemble(
                5,
                Map.of("m0006" + name, ControlOutcome.Status.SINGULAR),
                spread,
                spread,
                List.of(new ControlEnsemble.Theorem("summation", residual, "m0001")));
        return ControlPage.of(new ControlReport(
                        new Heading("Control of " + name, name, "h", ""),
                        ensemble,
                        responses == 0 ? Optional.empty() : Optional.of(rows.get(0)),
                        List.of(new Fact("Command", "kindling control"))))
                .html();
    }

    @Test
    void pageAsksForNothingOutsideItselfAndIsTheSameEachTime() {
        assertThat(page(4, 4, "", 1e-12))
                .isEqualTo(page(4, 4, "", 1e-12))
                .doesNotContain("http:", "https:", "//", "<script", "src=", "href=", "url(", "@import", "@font-face");
    }

    @Test
    void hostileNamesAreShownAndNotInterpreted() {
        String page = page(3, 3, "</title></style><script>alert('1')</script><img src=x> ${7*7}", 1e-12);

        assertThat(page).doesNotContain("<script", "<img").contains("&lt;script&gt;", "${7*7}");
        assertThat(page.split("</style>", -1)).hasSize(2);
    }

    @Test
    void largeMatricesAreCutAndSaySo() {
        String page = page(60, 60, "", 1e-12);

        assertThat(page)
                .contains("The 30 strongest of 60 processes and 45 of 60 rows")
                .doesNotContain("NaN", "Infinity");
        assertThat(page.split("<title>", -1)).hasSize(2 + 2 * 45 * 30);
    }

    @Test
    void failuresAndBrokenTheoremsAreSaid() {
        assertThat(page(2, 2, "", 1e-3)).contains("do not hold in all of them", "m0006", "the Jacobian is singular");
        assertThat(page(2, 2, "", 1e-12)).contains("hold in all of them.").doesNotContain("do not hold");
    }

    @Test
    void modelsWithoutFluxesHaveAPage() {
        assertThat(page(0, 2, "", 1e-12)).contains("No process carries a flux.", "No species is present.");
    }
}
