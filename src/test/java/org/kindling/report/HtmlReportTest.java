package org.kindling.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindling.dynamics.Criterion;

class HtmlReportTest {

    private static final RunReport RUN = RunReports.of(5_000, 1);

    @Test
    void sameRunGivesSameText() {
        assertThat(HtmlReport.of(RunReports.of(5_000, 1)).html())
                .isEqualTo(HtmlReport.of(RUN).html());
    }

    @Test
    void pageAsksForNothingOutsideItself() {
        assertThat(HtmlReport.of(RUN).html())
                .doesNotContain("http:", "https:", "//", "<script", "src=", "href=", "url(", "@import", "@font-face");
    }

    @Test
    void hostileNamesAreShownAndNotInterpreted() {
        String name = "</title></style><script>alert('1')</script>\n<img src=x onerror=\"alert(2)\"> ${7*7} &amp;";
        String page = HtmlReport.of(RunReports.named(RUN, name)).html();
        assertThat(page)
                .doesNotContain("<script", "<img", "onerror=\"")
                .contains("&lt;script&gt;", "${7*7}", "&amp;amp;");
        assertThat(page.split("</style>", -1)).hasSize(2);
    }

    @Test
    void numbersOfTheRunAreInTheFirstSentence() {
        Outcome outcome = RUN.outcome();
        assertThat(HtmlReport.of(RUN).html())
                .contains("Of 5,000 parameter sets")
                .contains(NumberText.ofCount(outcome.stable()) + " leave its reference")
                .contains("100 of them were");
    }

    @Test
    void setsWithoutSpectrumAreCountedAndNotDrawn() {
        double[] slowest = {Double.NaN, -10, Double.NEGATIVE_INFINITY, 3};
        double[] fastest = {Double.NaN, -1e9, -1e8, -1e7};
        BitSet second = BitSet.valueOf(new long[] {2});
        RunReport run = with(ScreenedSpectra.of(slowest, fastest, second, second), 4, 1);
        assertThat(HtmlReport.of(run).html())
                .contains("Sets without a spectrum, not shown: 2.")
                .contains("within the criterion (1)")
                .doesNotContain("NaN", "Infinity", "∞", "�");
    }

    @Test
    void runWithoutValidSetsSaysSo() {
        double[] slowest = {5, 3, 1e3};
        double[] fastest = {-1e9, -1e8, -1e7};
        String page = HtmlReport.of(with(ScreenedSpectra.of(slowest, fastest, new BitSet(), new BitSet()), 3, 0))
                .html();
        assertThat(page)
                .contains("No set is stable", "No set is valid", "No model was written", "not stable (3)")
                .doesNotContain("NaN");
    }

    @Test
    void runWithoutSetsIsReported() {
        RunReport run = with(ScreenedSpectra.of(new double[0], new double[0], new BitSet(), new BitSet()), 0, 0);
        assertThat(HtmlReport.of(run).html()).contains("No set has a spectrum to show.", "No parameter was sampled.");
    }

    @Test
    void oneMemberIsATableOfOneRow() {
        BitSet first = BitSet.valueOf(new long[] {1});
        RunReport run = with(ScreenedSpectra.of(new double[] {-10}, new double[] {-1e9}, first, first), 1, 1);
        assertThat(HtmlReport.of(run).html()).contains("<code>m0001</code>", ">−10.00<", ">0.1000<");
    }

    @Test
    void manyMembersAreCutAndCounted() {
        assertThat(HtmlReport.of(RUN).html())
                .contains("m0050</code>", "The first 50 of 100")
                .doesNotContain("m0051</code>");
    }

    @Test
    void everyPlotHasWordsForThoseWhoCannotSeeIt() {
        String page = HtmlReport.of(RUN).html();
        assertThat(page.split("<svg ", -1)).hasSize(5);
        assertThat(page.split("role=\"img\" viewBox=\"[0-9. ]+\" aria-label=\"[^\"]{40,}\"", -1))
                .hasSize(5);
    }

    private static RunReport with(ScreenedSpectra spectra, int drawn, int valid) {
        Outcome outcome = new Outcome(
                Criterion.abscissaBelow(-9),
                "slowest mode at or below −9 per h",
                drawn,
                valid,
                valid,
                valid,
                RunReports.interval(valid, drawn));
        double[] none = {};
        List<ParameterRange> parameters = drawn == 0
                ? List.of()
                : List.of(ParameterRange.of(
                        new ParameterRange.Name("K", "R", "S", ""),
                        new double[] {1, 2, Double.NaN, 0},
                        valid == 0 ? none : new double[] {2}));
        List<Member> members = valid == 0 ? List.of() : List.of(new Member("m0001", -10, 0.1));
        return new RunReport(
                RUN.heading(), List.of(), outcome, spectra, parameters, members, List.of(), RUN.provenance());
    }
}
