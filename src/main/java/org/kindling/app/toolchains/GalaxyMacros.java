package org.kindling.app.toolchains;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kindling.ensemble.XmlText;

/** What Galaxy's files of all tools share. */
final class GalaxyMacros {

    static final String FILE = "macros.xml";

    /** RENAISSANCE and REKINDLE. */
    private static final List<String> STUDIES = List.of("10.1038/s41929-024-01220-6", "10.1038/s42256-022-00519-y");

    private GalaxyMacros() {}

    /** The text of the file for a version of Kindling. */
    static String of(String version) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XmlText xml = XmlText.of(bytes).open("macros");
        xml.text("token", comparable(version), "name", "@TOOL_VERSION@");
        xml.open("xml", "name", "requirements").open("requirements");
        xml.text("requirement", "kindling", "type", "package", "version", version);
        xml.end().end();
        xml.open("xml", "name", "stdio").open("stdio");
        failure(xml, "1", "The check that was asked for failed; what was written is there.");
        failure(xml, "2", "An input or option was refused.");
        failure(xml, "3", "Interrupted; start it again.");
        failure(xml, "4:", "A bug in Kindling, or a process that was ended.");
        xml.end().end();
        xml.open("xml", "name", "citations").open("citations");
        xml.text("citation", software(version), "type", "bibtex");
        for (String study : STUDIES) {
            xml.text("citation", study, "type", "doi");
        }
        xml.end().end();
        xml.end().close();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String software(String version) {
        return "@misc{kindling, title = {Kindling: ensembles of kinetic models from SBML}, "
                + "author = {{The Kindling developers}}, note = {version " + version + "}}";
    }

    private static void failure(XmlText xml, String codes, String description) throws IOException {
        xml.empty("exit_code", "range", codes, "level", "fatal", "description", description);
    }

    /** Galaxy orders versions as Python does (PEP 440), which knows no snapshots. */
    private static String comparable(String version) {
        return version.replace("-SNAPSHOT", ".dev0");
    }
}
