package org.kindling.parameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kindling.parameters.ParameterRole.EQUILIBRIUM;
import static org.kindling.parameters.ParameterRole.FIXED;
import static org.kindling.parameters.ParameterRole.SATURATION;
import static org.kindling.parameters.ParameterRole.SCALE;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kindling.network.InputException;
import org.kindling.network.KineticModel;
import org.kindling.network.ModelSketch;

/** The roles that are found in the laws of the field. */
class ParameterRolesTest {

    /** Species A to D with any concentrations, I as an inhibitor, and parameters without any hint in their names. */
    private static final String SPECIES = """
            compartment cell = 2
            species A in cell = 1.5
            species B in cell = 0.7
            species C in cell = 3
            species D in cell = 0.2
            species I in cell = 0.4
            """;

    @Test
    void reversibleMichaelisMentenHasAllRoles() {
        assertRoles(
                "A -> B; cell*p*(A - B/q)/ka/(1 + A/ka + B/kb)",
                "p=SCALE q=EQUILIBRIUM ka=SATURATION:A kb=SATURATION:B");
    }

    @Test
    void sumsOfConstantAndConcentrationAreFoundToo() {
        assertRoles("A -> B; p*A/(ka + A)", "p=SCALE ka=SATURATION:A");
        assertRoles("A -> B; p*(A - B/q)/(ka + A + ka*B/kb)", "p=SCALE q=EQUILIBRIUM ka=SATURATION:A kb=SATURATION:B");
    }

    @Test
    void generalisedHillPairsSubstratesAndProducts() {
        assertRoles(
                "A + B -> C + D; p*A*B/ka/kb*(1 - C*D/A/B/q)/((1 + A/ka + C/kc)*(1 + B/kb + D/kd))",
                "p=SCALE q=EQUILIBRIUM ka=SATURATION:A kb=SATURATION:B kc=SATURATION:C kd=SATURATION:D");
    }

    @Test
    void uniBiAndBiUniAreFound() {
        assertRoles(
                "A -> B + C; p*A/ka*(1 - B*C/A/q)/(1 + A/ka + B/kb + C/kc + B*C/kb/kc)",
                "p=SCALE q=EQUILIBRIUM ka=SATURATION:A kb=SATURATION:B kc=SATURATION:C");
        assertRoles(
                "A + B -> C; p*A*B/ka/kb*(1 - C/A/B/q)/(1 + A/ka + B/kb + C/kc + A*B/ka/kb)",
                "p=SCALE q=EQUILIBRIUM ka=SATURATION:A kb=SATURATION:B kc=SATURATION:C");
    }

    @Test
    void convenienceKineticsWithCoefficientTwoIsFound() {
        assertRoles(
                "2 A -> B + 2 C; p*(A/ka)^2*(1 - B*C^2/A^2/q)"
                        + "/((1 + A/ka + (A/ka)^2) + (1 + B/kb)*(1 + C/kc + (C/kc)^2) - 1)",
                "p=SCALE q=EQUILIBRIUM ka=SATURATION:A kb=SATURATION:B kc=SATURATION:C");
    }

    @Test
    void irreversibleLawsOfSeveralSubstratesAreFound() {
        assertRoles("2.5 A + B -> C; p*A/(ka + A)*B/(kb + B)", "p=SCALE ka=SATURATION:A kb=SATURATION:B");
    }

    @Test
    void speciesOfTheDisplacementAloneNeedNoConstant() {
        assertRoles(
                "A + C -> B + D; p*A/ka*(1 - B*D/A/C/q)/(1 + A/ka + B/kb)",
                "p=SCALE q=EQUILIBRIUM ka=SATURATION:A kb=SATURATION:B");
        assertRoles("A + 2 C -> B; p*C^2*A/(ka + A)", "p=SCALE ka=SATURATION:A");
    }

    @Test
    void competitiveInhibitorHasItsOwnConstant() {
        assertRoles("A -> B; p*A/(ka*(1 + I/ki) + A)", "p=SCALE ka=SATURATION:A ki=SATURATION:I");
    }

    @Test
    void substrateInhibitionHasTwoConstantsOfOneSpecies() {
        assertRoles("A -> B; p*A/(ka + A + A^2/ki)", "p=SCALE ka=SATURATION:A ki=SATURATION:A");
    }

    @Test
    void activationIsASaturation() {
        assertRoles("A -> B; p*A*I/(kact + I)", "p=SCALE kact=SATURATION:I");
    }

    @Test
    void hillExponentIsFixed() {
        assertRoles("A -> B; p*A^n/(ka^n + A^n)", "p=SCALE ka=SATURATION:A n=FIXED");
        KineticModel model =
                model("A -> B; p*A^h/(ka^h + A^h)", "parameter p = 2\nparameter ka = 3\nparameter h = 2 SBO:0000190");

        assertThat(ParameterRoles.of(model).parameter("h").orElseThrow().reason())
                .isEqualTo("a Hill coefficient");
    }

    @Test
    void rateConstantsOfReversibleMassActionAreNoConstantsOfEquilibriumOrSaturation() {
        assertRoles("A -> B; k1*A - k2*B", "k1=FIXED k2=FIXED");
        assertRoles("A + B -> C; k1*A*B - k2*C", "k1=FIXED k2=FIXED");
        assertRoles("2 A -> C; k1*A^2 - k2*C", "k1=FIXED k2=FIXED");
        assertRoles("-> A; k1 - k2*A", "k1=FIXED k2=FIXED");
        assertRoles("-> A; k1*I - k2*A", "k1=FIXED k2=FIXED");
    }

    @Test
    void irreversibleMassActionIsScaledByItsConstant() {
        assertRoles("A + B -> C; k*A*B", "k=SCALE");
    }

    @Test
    void massActionWithEquilibriumConstantIsNotTakenForSaturation() {
        assertRoles("A -> B; k*(A - B/q)", "k=SCALE q=EQUILIBRIUM");
        assertRoles("A + B -> C; k*(A*B - C/q)", "k=SCALE q=EQUILIBRIUM");
        assertRoles("A -> 2 B; k*(A - B^2/q)", "k=SCALE q=EQUILIBRIUM");
    }

    @Test
    void equilibriumConstantIsFoundWhereTheSubstrateHasNoConstant() {
        assertRoles("A -> B; p*(A - B/q)/(1 + A/2)", "p=SCALE q=EQUILIBRIUM");
        assertRoles("A -> B; p*(A - B/q)/(1 + A/2 + B/kb)", "p=SCALE q=EQUILIBRIUM kb=SATURATION:B");
    }

    @Test
    void equilibriumConstantIsFoundWhereTheLawDoesNotFollowTheStoichiometry() {
        assertRoles(
                "A -> 2 B; p*(A - B/q)/ka/(1 + A/ka + B/kb)", "p=SCALE q=EQUILIBRIUM ka=SATURATION:A kb=SATURATION:B");
        assertRoles("A -> ; p*(A - I/q)", "p=SCALE q=EQUILIBRIUM");
    }

    @Test
    void carrierOfBothSidesHasSaturationConstantsOnly() {
        assertRoles("A -> B; p*(A/(ka + A) - B/(kb + B))", "p=SCALE ka=SATURATION:A kb=SATURATION:B");
    }

    @Test
    void constantThatOnlyScalesALinearLawIsNoSaturation() {
        assertRoles("A -> B; p*A/ka", "p=SCALE ka=FIXED");
    }

    @Test
    void twoVelocitiesLeaveTheConstantsFixed() {
        assertRoles("A -> B; (vf*A/ka - vr*B/kb)/(1 + A/ka + B/kb)", "vf=FIXED vr=FIXED ka=FIXED kb=FIXED");
        KineticModel model = model(
                "A -> B; (vf*A/ka - vr*B/kb)/(1 + A/ka + B/kb)",
                "parameter vf = 1\nparameter vr = 1\nparameter ka = 1\nparameter kb = 1");

        assertThat(reason(model, "ka")).contains("no factor that could be solved for");
    }

    @Test
    void catalyticConstantScalesRatherThanTheEnzyme() {
        assertRoles("A -> B; E*kcat*A/(ka + A)", "E=FIXED kcat=SCALE ka=SATURATION:A");
        KineticModel model = model(
                "A -> B; one*two*A/(ka + A)", "parameter one = 1\nparameter two = 1 SBO:0000025\nparameter ka = 1");

        assertThat(role(model, "two")).isEqualTo(SCALE);
        assertThat(reason(model, "one")).contains("another parameter scales");
    }

    @Test
    void constantThatTheLawDoesNotDependOnIsFixed() {
        assertRoles("A -> B; p*A/(ka + A) + 0*kb", "p=SCALE ka=SATURATION:A kb=FIXED");
    }

    @Test
    void constantOfOneSpeciesInSeveralLawsIsOneCoordinate() {
        KineticModel model = ModelSketch.model(SPECIES + """
                parameter v1 = 1
                parameter v2 = 1
                parameter ka = 2
                reaction R1: A -> B; v1*A/(ka + A)
                reaction R2: A -> C; v2*A/(ka + A)
                """);

        KineticParameter shared = ParameterRoles.of(model).parameter("ka").orElseThrow();

        assertThat(shared.role()).isEqualTo(SATURATION);
        assertThat(shared.species()).contains("A");
        assertThat(shared.reactions()).containsExactly("R1", "R2");
    }

    @Test
    void constantSharedByLawsOfSeveralSpeciesIsMeasuredByTheFirst() {
        KineticModel model = ModelSketch.model(SPECIES + """
                parameter v1 = 1
                parameter v2 = 1
                parameter km = 2
                reaction R1: B -> C; v1*B/(km + B)
                reaction R2: A -> C; v2*A/(km + A)
                """);

        KineticParameter shared = ParameterRoles.of(model).parameter("km").orElseThrow();

        assertThat(shared.role()).isEqualTo(SATURATION);
        assertThat(shared.species()).contains("B");
        assertThat(shared.reason()).contains("several species (B, A)").contains("R1");
    }

    @Test
    void constantSharedWithALawThatCannotBeScaledIsFixed() {
        KineticModel model = ModelSketch.model(SPECIES + """
                parameter v1 = 1
                parameter k2 = 1
                parameter ka = 2
                reaction R1: A -> B; v1*A/(ka + A)
                reaction R2: A -> C; A/(ka + A) - k2*C
                """);

        assertThat(role(model, "ka")).isEqualTo(FIXED);
        assertThat(reason(model, "ka")).contains("R2");
    }

    @Test
    void factorOfTwoLawsScalesNeither() {
        KineticModel model = ModelSketch.model(SPECIES + """
                parameter v = 1
                reaction R1: A -> B; v*A
                reaction R2: A -> C; v*B
                """);

        assertThat(role(model, "v")).isEqualTo(FIXED);
        assertThat(reason(model, "v")).isEqualTo("a factor of several laws");
    }

    @Test
    void constantInTwoPlacesOfOneLawForTwoSpeciesIsFixed() {
        KineticModel model = model("A -> B; p*A/(k + A)*I/(k + I)", "parameter p = 1\nparameter k = 1");

        assertThat(role(model, "k")).isEqualTo(FIXED);
    }

    @Test
    void localParametersAreToldApart() {
        KineticModel model = ModelSketch.model(SPECIES + """
                parameter R1.v = 1
                parameter R1.k = 1
                parameter R2.v = 1
                parameter k = 2
                reaction R1: A -> B; v*A/(k + A)
                reaction R2: B -> C; v*B/(k + B)
                """);

        ParameterRoles roles = ParameterRoles.of(model);

        assertThat(roles.scaleOf("R1").map(KineticParameter::address)).contains("R1.v");
        assertThat(roles.scaleOf("R2").map(KineticParameter::address)).contains("R2.v");
        assertThat(roles.parameter("R1.k").orElseThrow().species()).contains("A");
        assertThat(roles.parameter("k").orElseThrow().species()).contains("B");
    }

    @Test
    void whatRulesAndInitialAssignmentsDetermineIsFixed() {
        KineticModel model = ModelSketch.model(SPECIES + """
                parameter v = 1
                parameter ka = 2
                assign ka = 3*C
                parameter kb = 2
                initial kb = 3*B
                parameter kc = 1
                rate kc = 1 - kc
                parameter kd = 1
                parameter mean = 1
                assign mean = kd*A
                reaction R1: A -> B; v*A/(ka + A)*B/(kb + B)*C/(kc + C)*D/(kd + D)
                """);

        assertThat(reason(model, "ka")).isEqualTo("a rule determines it");
        assertThat(reason(model, "kb")).isEqualTo("an initial assignment determines it");
        assertThat(reason(model, "kc")).isEqualTo("a rule determines it");
        assertThat(reason(model, "kd")).isEqualTo("used outside of rate laws");
    }

    @Test
    void lawOfVaryingStoichiometryIsNotScaled() {
        KineticModel model = ModelSketch.model(SPECIES + """
                parameter v = 1
                parameter ka = 2
                parameter yield = 0
                assign yield = 1 + A
                reaction R1: A -> (yield) B; v*A/(ka + A)
                """);

        assertThat(role(model, "v")).isEqualTo(FIXED);
        assertThat(reason(model, "v")).contains("stoichiometry of R1 varies");
        assertThat(role(model, "ka")).isEqualTo(FIXED);
    }

    @Test
    void mappingWinsOverWhatIsFound() {
        KineticModel model = model("A -> B; p*E*A/(ka + A)", "parameter p = 1\nparameter E = 1\nparameter ka = 1");

        ParameterRoles roles = ParameterRoles.of(
                model,
                Map.of(
                        "E", new RoleMapping(SCALE, Optional.empty()),
                        "ka", new RoleMapping(SATURATION, Optional.of("I"))));

        assertThat(roles.scaleOf("R").map(KineticParameter::address)).contains("E");
        assertThat(roles.parameter("p").orElseThrow().role()).isEqualTo(FIXED);
        assertThat(roles.parameter("ka").orElseThrow().species()).contains("I");
        assertThat(roles.parameter("ka").orElseThrow().reason()).isEqualTo("given by the mapping");
    }

    @Test
    void mappingsThatTheModelDoesNotAllowAreRefused() {
        KineticModel model =
                model("A -> B; p*A/(ka + A) + 0*idle", "parameter p = 1\nparameter ka = 1\nparameter idle = 1");

        assertRefused(model, "unknown", new RoleMapping(FIXED, Optional.empty()), "no such parameter");
        assertRefused(model, "ka", new RoleMapping(SATURATION, Optional.empty()), "needs a species");
        assertRefused(model, "ka", new RoleMapping(SATURATION, Optional.of("Z")), "no species Z");
        assertRefused(model, "ka", new RoleMapping(SCALE, Optional.empty()), "cannot be scale");
        assertRefused(model, "idle", new RoleMapping(EQUILIBRIUM, Optional.empty()), "no rate law depends on it");
    }

    @Test
    void numbersOfTheFileDoNotMatter() {
        String parameters = "parameter p = %s\nparameter ka = %s\nparameter q = %s\nparameter kb = %s";
        String law = "A -> B; p*(A - B/q)/ka/(1 + A/ka + B/kb)";

        for (double size : new double[] {1e-12, 1, 1e19}) {
            KineticModel model = model(law, parameters.formatted(size, 1 / size, size, size));
            assertThat(role(model, "ka")).isEqualTo(SATURATION);
            assertThat(role(model, "q")).isEqualTo(EQUILIBRIUM);
        }
    }

    private static void assertRefused(KineticModel model, String address, RoleMapping mapping, String message) {
        assertThatThrownBy(() -> ParameterRoles.of(model, Map.of(address, mapping)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(address)
                .hasMessageContaining(message);
    }

    /** Checks the roles of the parameters of one reaction, given as {@code name=ROLE:species}. */
    private static void assertRoles(String reaction, String roles) {
        StringBuilder parameters = new StringBuilder();
        for (String role : roles.split(" ", -1)) {
            parameters.append("parameter ").append(role, 0, role.indexOf('=')).append(" = 1.25\n");
        }

        String found = ParameterRoles.of(model(reaction, parameters.toString())).parameters().stream()
                .map(parameter -> parameter.address() + "=" + parameter.role()
                        + parameter.species().map(species -> ":" + species).orElse(""))
                .collect(Collectors.joining(" "));

        assertThat(found).as(reaction).isEqualTo(roles);
    }

    private static KineticModel model(String reaction, String parameters) {
        return ModelSketch.model(SPECIES + parameters + "\nreaction R: " + reaction);
    }

    private static ParameterRole role(KineticModel model, String address) {
        return ParameterRoles.of(model).parameter(address).orElseThrow().role();
    }

    private static String reason(KineticModel model, String address) {
        return ParameterRoles.of(model).parameter(address).orElseThrow().reason();
    }
}
