package org.kindling;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * The rules of docs/architecture.md for the rooms of one house: the packages directly below a root package. The root is
 * a parameter so that the rules can be tried on fixtures that break them.
 */
final class Architecture {
    /** Each room with the rooms it may use; it may also use what those may use. */
    private static final Map<String, Set<String>> ROOMS = Map.ofEntries(
            Map.entry("numerics", Set.of()),
            Map.entry("expression", Set.of("numerics")),
            Map.entry("network", Set.of("expression")),
            Map.entry("sbml", Set.of("network")),
            Map.entry("thermodynamics", Set.of("network")),
            Map.entry("parameters", Set.of("network")),
            Map.entry("dynamics", Set.of("parameters")),
            Map.entry("sampling", Set.of("dynamics")),
            Map.entry("generators", Set.of("sampling")),
            Map.entry("analysis", Set.of("dynamics", "sampling", "generators")),
            Map.entry("latent", Set.of("generators", "analysis")),
            Map.entry("simulation", Set.of("sampling")),
            Map.entry("copasi", Set.of("simulation", "sbml")),
            Map.entry("ensemble", Set.of("sbml", "sampling")),
            Map.entry("report", Set.of("analysis", "simulation", "copasi", "generators")),
            Map.entry("app", Set.of("thermodynamics", "latent", "ensemble", "report")));

    private final String root;

    private Architecture(String root) {
        this.root = root;
    }

    /** The rules for the rooms below a root package. */
    static Architecture of(String root) {
        return new Architecture(root);
    }

    List<ArchRule> rules() {
        return List.of(
                rooms(),
                slices().matching(root + ".(**)").should().beFreeOfCycles(),
                home("org.sbml.jsbml..", "sbml"),
                home("org.jdom2..", "sbml", "ensemble"),
                home("picocli..", "app.cli"),
                home("io.jhdf..", "ensemble"),
                home("de.unirostock.sems.cbarchive..", "ensemble"),
                home("freemarker..", "report"),
                home("org.hipparchus..", "numerics", "simulation"),
                home("org.objectweb.asm..", "expression"),
                home("org.tribuo..", "analysis.rules"),
                home("com.oracle.labs.mlrg.olcut..", "analysis.rules"),
                home("org.nd4j..", "generators.nn", "generators.spectral", "generators.renaissance"),
                home("org.deeplearning4j..", "generators.nn", "generators.spectral", "generators.renaissance"),
                home("org.bytedeco..", "generators.nn"),
                home("org.cytoscape..", "app.cytoscape"),
                home("org.osgi..", "app.cytoscape"),
                noClasses().should().dependOnClassesThat().belongToAnyOf(Random.class, ThreadLocalRandom.class),
                noClasses().should().callMethod(Math.class, "random"),
                noClasses().that().resideOutsideOfPackage(inside("app.cli")).should(ACCESS_STANDARD_STREAMS),
                noClasses()
                        .that()
                        .resideOutsideOfPackage(inside("app.cli"))
                        .should()
                        .callMethod(System.class, "exit", int.class));
    }

    ArchRule rooms() {
        return classes().should(new ArchCondition<>("live in a room and use only the rooms it may use") {
            @Override
            public void check(JavaClass origin, ConditionEvents events) {
                if (!ROOMS.containsKey(room(origin))) {
                    events.add(SimpleConditionEvent.violated(origin, origin.getName() + " lives in no known room"));
                }
                origin.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> !isAllowed(dependency))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        });
    }

    private ArchRule home(String library, String... rooms) {
        String[] homes = Arrays.stream(rooms).map(this::inside).toArray(String[]::new);
        return noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private String inside(String room) {
        return root + "." + room + "..";
    }

    private boolean isAllowed(Dependency dependency) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        return !target.getPackageName().startsWith(root + ".")
                || reachable(room(dependency.getOriginClass())).anyMatch(room(target)::equals);
    }

    private static Stream<String> reachable(String room) {
        return Stream.concat(
                Stream.of(room), ROOMS.getOrDefault(room, Set.of()).stream().flatMap(Architecture::reachable));
    }

    /** The first package name below the root, or the whole name of a class that lies elsewhere. */
    private String room(JavaClass type) {
        return type.getPackageName().replace(root + ".", "").replaceAll("\\..*", "");
    }
}
