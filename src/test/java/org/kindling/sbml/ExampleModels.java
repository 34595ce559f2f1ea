package org.kindling.sbml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Small documents for tests, as text. */
final class ExampleModels {

    /** A in, A to B with a local constant, B out; with notes, an annotation and elements of packages. */
    static final String PATHWAY = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- a pathway -->
            <sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" \
            xmlns:layout="http://www.sbml.org/sbml/level3/version1/layout/version1" level="3" version="1" \
            layout:required="false">
              <model id="pathway" name="Pathway &amp; friends" timeUnits="hour" substanceUnits="mmol" \
            volumeUnits="litre" extentUnits="mmol">
                <notes><body xmlns="http://www.w3.org/1999/xhtml"><p>Kept &lt;as is&gt;</p></body></notes>
                <listOfUnitDefinitions>
                  <unitDefinition id="hour">
                    <listOfUnits><unit kind="second" exponent="1" scale="0" multiplier="3600"/></listOfUnits>
                  </unitDefinition>
                  <unitDefinition id="mmol">
                    <listOfUnits><unit kind="mole" exponent="1" scale="-3" multiplier="1"/></listOfUnits>
                  </unitDefinition>
                </listOfUnitDefinitions>
                <listOfCompartments>
                  <compartment id="c" size="2" spatialDimensions="3" constant="true"/>
                </listOfCompartments>
                <listOfSpecies>
                  <species id="A" compartment="c" initialConcentration="10" hasOnlySubstanceUnits="false" \
            boundaryCondition="false" constant="false"/>
                  <species id="B" compartment="c" initialAmount="3" hasOnlySubstanceUnits="false" \
            boundaryCondition="false" constant="false">
                    <annotation><x:colour xmlns:x="urn:x" red="1"/></annotation>
                  </species>
                </listOfSpecies>
                <listOfParameters>
                  <parameter id="k" value="0.5" constant="true"/>
                  <parameter id="p" constant="true"/>
                </listOfParameters>
                <listOfInitialAssignments>
                  <initialAssignment symbol="p">
                    <math xmlns="http://www.w3.org/1998/Math/MathML">
                      <apply><times/><cn>2</cn><ci>k</ci></apply>
                    </math>
                  </initialAssignment>
                </listOfInitialAssignments>
                <listOfReactions>
                  <reaction id="R1" reversible="false" fast="false">
                    <listOfReactants>
                      <speciesReference species="A" stoichiometry="1" constant="true"/>
                    </listOfReactants>
                    <listOfProducts>
                      <speciesReference species="B" stoichiometry="2" constant="true"/>
                    </listOfProducts>
                    <kineticLaw>
                      <math xmlns="http://www.w3.org/1998/Math/MathML">
                        <apply><times/><ci>c</ci><ci>k</ci><ci>p</ci><ci>A</ci></apply>
                      </math>
                      <listOfLocalParameters><localParameter id="k" value="7"/></listOfLocalParameters>
                    </kineticLaw>
                  </reaction>
                </listOfReactions>
                <layout:listOfLayouts><layout:layout layout:id="l"/></layout:listOfLayouts>
              </model>
            </sbml>
            """;

    private ExampleModels() {}

    /** Returns the project's test models. */
    static Stream<Path> testModels() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("test-models"))) {
            return files.filter(file -> file.toString().endsWith(".xml")).sorted().toList().stream();
        }
    }

    /** Returns the example pathway, as read. */
    static SbmlSource pathway() {
        return source(PATHWAY);
    }

    /** Returns a document of a test, as read. */
    static SbmlSource source(String text) {
        return SbmlSource.of("test.xml", text.getBytes(StandardCharsets.UTF_8));
    }
}
