package org.kindling.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A COMBINE archive with a model of one decay, \( A(t) = A_0 e^{-k t} \), and an experiment, parts of which can be changed. */
public final class LinearArchive {

    /** The rate constant of the model. */
    public static final double K = 0.5;

    private static final String MODEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" level="3" version="1">
              <model id="decay" substanceUnits="mole" timeUnits="second" volumeUnits="litre" extentUnits="mole">
                <listOfCompartments>
                  <compartment id="cell" spatialDimensions="3" size="1" units="litre" constant="true"/>
                </listOfCompartments>
                <listOfSpecies>
                  <species id="A" compartment="cell" initialConcentration="2" substanceUnits="mole"
                      hasOnlySubstanceUnits="false" boundaryCondition="false" constant="false"/>
                  <species id="B" compartment="cell" initialConcentration="0" substanceUnits="mole"
                      hasOnlySubstanceUnits="false" boundaryCondition="false" constant="false"/>
                </listOfSpecies>
                <listOfParameters>
                  <parameter id="k" value="0.5" constant="true"/>
                </listOfParameters>
                <listOfReactions>
                  <reaction id="R" reversible="false" fast="false">
                    <listOfReactants><speciesReference species="A" stoichiometry="1" constant="true"/></listOfReactants>
                    <listOfProducts><speciesReference species="B" stoichiometry="1" constant="true"/></listOfProducts>
                    <kineticLaw>
                      <math xmlns="http://www.w3.org/1998/Math/MathML">
                        <apply><times/><ci>cell</ci><ci>k</ci><ci>A</ci></apply>
                      </math>
                    </kineticLaw>
                  </reaction>
                </listOfReactions>
              </model>
            </sbml>
            """;

    private static final String EXPERIMENT = """
            <?xml version="1.0" encoding="UTF-8"?>
            <sedML xmlns="http://sed-ml.org/sed-ml/level1/version3" level="1" version="3"
                xmlns:sbml="http://www.sbml.org/sbml/level3/version1/core">
              <listOfSimulations>
                <uniformTimeCourse id="course" initialTime="0" outputStartTime="1" outputEndTime="5" numberOfPoints="8">
                  <algorithm kisaoID="KISAO:0000019">
                    <listOfAlgorithmParameters>
                      <algorithmParameter kisaoID="KISAO:0000209" value="1e-9"/>
                      <algorithmParameter kisaoID="KISAO:0000415" value="20000"/>
                    </listOfAlgorithmParameters>
                  </algorithm>
                </uniformTimeCourse>
                <uniformTimeCourse id="later" initialTime="10" outputStartTime="10" outputEndTime="12" numberOfPoints="4">
                  <algorithm kisaoID="KISAO:0000304">
                    <listOfAlgorithmParameters>
                      <algorithmParameter kisaoID="KISAO:0000209" value="1e-9"/>
                    </listOfAlgorithmParameters>
                  </algorithm>
                </uniformTimeCourse>
              </listOfSimulations>
              <listOfModels>
                <model id="decay" language="urn:sedml:language:sbml.level-3.version-1" source="decay.xml"/>
                <model id="changed" language="urn:sedml:language:sbml.level-3.version-1" source="decay.xml">
                  <listOfChanges>
                    <changeAttribute newValue="4"
                        target="/sbml:sbml/sbml:model/sbml:listOfSpecies/sbml:species[@id='A']/@initialConcentration"/>
                  </listOfChanges>
                </model>
              </listOfModels>
              <listOfTasks>
                <task id="first" modelReference="changed" simulationReference="course"/>
                <task id="second" modelReference="decay" simulationReference="later"/>
                <!--tasks-->
              </listOfTasks>
              <listOfDataGenerators>
                %s
                <!--generators-->
              </listOfDataGenerators>
              <listOfOutputs>
                <plot2D id="plot" name="Decay">
                  <listOfCurves>
                    <curve id="curve" name="A" logX="false" logY="false" xDataReference="time1" yDataReference="A1"/>
                  </listOfCurves>
                </plot2D>
                <report id="report" name="All">
                  <listOfDataSets>
                    <dataSet id="set_time" label="time" dataReference="time1"/>
                    <dataSet id="set_A" label="A" dataReference="A1"/>
                    <dataSet id="set_later" label="later" dataReference="time2"/>
                    <dataSet id="set_ratio" label="ratio" dataReference="ratio"/>
                    <dataSet id="set_mean" label="mean" dataReference="mean"/>
                  </listOfDataSets>
                </report>
                <!--outputs-->
              </listOfOutputs>
            </sedML>
            """.formatted(time("time1", "first")
            + generator("A1", "<ci> a1 </ci>", species("a1", "first"))
            + time("time2", "second")
            + generator(
                    "ratio",
                    "<apply><divide/><ci> a3 </ci><ci> a4 </ci></apply>",
                    species("a3", "first") + species("a4", "second"))
            + generator(
                    "mean",
                    "<apply><csymbol encoding=\"text\" definitionURL=\"http://sed-ml.org/#mean\"> mean"
                            + " </csymbol><ci> a5 </ci></apply>",
                    species("a5", "second")));

    private final Map<String, String> files = new LinkedHashMap<>();
    private String experiment = EXPERIMENT;

    private LinearArchive() {
        files.put("decay.xml", MODEL);
    }

    /** The archive as it is. */
    public static LinearArchive of() {
        return new LinearArchive();
    }

    /** Replaces a part of the experiment. */
    public LinearArchive with(String part, String instead) {
        if (!experiment.contains(part)) {
            throw new IllegalArgumentException("the experiment has no " + part);
        }
        experiment = experiment.replace(part, instead);
        return this;
    }

    /** Adds something to a list of the experiment, such as {@code tasks}. */
    public LinearArchive and(String list, String more) {
        return with("<!--" + list + "-->", more + "<!--" + list + "-->");
    }

    /** Puts another SED-ML document beside the experiment. */
    public LinearArchive beside(String location, String text) {
        files.put(location, text);
        return this;
    }

    /** A data generator for a variable of a task. */
    public static String generator(String id, String formula, String variables) {
        return "<dataGenerator id=\"" + id + "\"><listOfVariables>" + variables
                + "</listOfVariables><math xmlns=\"http://www.w3.org/1998/Math/MathML\">" + formula
                + "</math></dataGenerator>\n";
    }

    /** The concentration of A in a task, as a variable. */
    public static String species(String id, String task) {
        return "<variable id=\"" + id + "\" taskReference=\"" + task
                + "\" target=\"/sbml:sbml/sbml:model/sbml:listOfSpecies/sbml:species[@id='A']\"/>";
    }

    private static String time(String id, String task) {
        return generator(
                id,
                "<ci> var_" + id + " </ci>",
                "<variable id=\"var_" + id + "\" taskReference=\"" + task + "\" symbol=\"urn:sedml:symbol:time\"/>");
    }

    /** Writes the archive with the experiment in a folder of its own. */
    public Path write(Path file) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        StringBuilder manifest = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <omexManifest xmlns="http://identifiers.org/combine.specifications/omex-manifest">
                <content location="." format="http://identifiers.org/combine.specifications/omex"/>
                """);
        files.forEach((location, text) -> all.put("study/" + location, text));
        all.put("study/experiment.sedml", experiment);
        all.keySet()
                .forEach(location -> manifest.append("<content location=\"./")
                        .append(location)
                        .append("\" format=\"http://identifiers.org/combine.specifications/")
                        .append(location.endsWith(".sedml") ? "sed-ml.level-1.version-3" : "sbml.level-3.version-1")
                        .append("\"/>\n"));
        all.put("manifest.xml", manifest + "</omexManifest>\n");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> entry : all.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
