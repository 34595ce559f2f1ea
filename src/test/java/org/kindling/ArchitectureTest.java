package org.kindling;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kindling.app.Kindling;

/** The main sources obey docs/architecture.md, and each of its rules can be broken. */
class ArchitectureTest {
    private static final String ROOT = "org.kindling";
    private static final String FIXTURES = "org.kindling.architecture.fixtures";

    private static final JavaClasses SOURCES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);
    private static final JavaClasses WRONG_SOURCES = new ClassFileImporter().importPackages(FIXTURES);

    private static final List<String> FOREIGN = List.of(
            "org.cytoscape",
            "org.osgi",
            "picocli",
            "org.nd4j",
            "org.deeplearning4j",
            "org.sbml.jsbml",
            "org.kindling.app.cli",
            "org.kindling.app.cytoscape");

    static List<ArchRule> rules() {
        return Architecture.of(ROOT).rules();
    }

    static List<ArchRule> rulesForFixtures() {
        return Architecture.of(FIXTURES).rules();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ruleIsObeyed(ArchRule rule) {
        rule.allowEmptyShould(true).check(SOURCES);
    }

    @ParameterizedTest
    @MethodSource("rulesForFixtures")
    void ruleIsBrokenByItsFixture(ArchRule rule) {
        assertThat(rule.evaluate(WRONG_SOURCES).hasViolation()).isTrue();
    }

    @Test
    void upwardUseAndUnknownRoomsAreNamedAndTransitiveUseIsNot() {
        List<String> violations = Architecture.of(FIXTURES)
                .rooms()
                .evaluate(WRONG_SOURCES)
                .getFailureReport()
                .getDetails();

        assertThat(violations)
                .anyMatch(line -> line.contains("numerics.UsesUpperRoom") && line.contains("network.UsesLowerRoom"))
                .anyMatch(line -> line.contains("util.Leftover"))
                .noneMatch(line -> line.contains("sampling.UsesRoomFarBelow"));
    }

    /** What programs call must load where there is neither a host, a command line nor native arithmetic. */
    @Test
    void theFacadeSpeaksOfNoHostCommandLineOrNativeArray() {
        assertThat(SOURCES.get(Kindling.class).getMethods().stream()
                        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                        .flatMap(method -> Stream.concat(
                                Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream()))
                        .map(JavaClass::getPackageName))
                .isNotEmpty()
                .noneMatch(name -> FOREIGN.stream().anyMatch(name::startsWith));
    }
}
