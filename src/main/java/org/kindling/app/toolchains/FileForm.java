package org.kindling.app.toolchains;

import java.util.List;
import java.util.Optional;

/** The forms of files, with their terms in EDAM and Galaxy's names for them. */
enum FileForm {
    SBML("format_2585", ".xml", "sbml,xml"),
    OMEX("format_3686", ".omex", "zip"),
    SEDML("format_3685", ".sedml", "xml"),
    CSV("format_3752", ".csv", "csv"),
    JSON("format_3464", ".json", "json"),
    YAML("format_3750", ".yml", "yaml"),
    HTML("format_2331", ".html", "html"),
    HDF5("format_3590", ".h5", "h5"),
    /** A generator, a zip archive of Kindling's own. */
    GENERATOR("", ".kgen", "zip"),
    /** A folder; Galaxy, which has none, passes it on as an archive. */
    FOLDER("", "", "tar");

    private final String term;
    private final String ending;
    private final String galaxy;

    FileForm(String term, String ending, String galaxy) {
        this.term = term;
        this.ending = ending;
        this.galaxy = galaxy;
    }

    /** The IRI in EDAM, where there is one. */
    Optional<String> edam() {
        return term.isEmpty() ? Optional.empty() : Optional.of("http://edamontology.org/" + term);
    }

    /** How names of such files end. */
    String ending() {
        return ending;
    }

    /** What Galaxy calls what Kindling writes. */
    String galaxyName() {
        return galaxyNames().get(0);
    }

    /** What Galaxy may call what Kindling reads. */
    List<String> galaxyNames() {
        return List.of(galaxy.split(",", -1));
    }
}
