package org.kindling.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindling.simulation.TestSuiteCase.Outcome;
import org.kindling.simulation.TestSuiteCase.Verdict;

class TestSuiteReferenceTest {

    private static final Path SUITE = Path.of("../shared/conformance/sts");

    @Test
    void everyFileOfTheSbmlTestSuitePassesAtItsOwnTolerances() throws IOException {
        if (!Files.exists(SUITE)) {
            System.out.println("SKIPPED: the SBML Test Suite, which is not in " + SUITE);
            abort("the suite is absent");
        }
        List<Outcome> others = new ArrayList<>();
        for (TestSuiteCase suiteCase : TestSuiteCase.all(SUITE)) {
            suiteCase.outcomes().stream()
                    .filter(outcome -> outcome.verdict() != Verdict.PASSED)
                    .forEach(others::add);
        }
        assertThat(others).isEmpty();
    }
}
