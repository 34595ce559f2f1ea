package org.kindling.ensemble;

/**
 * A level and version of SBML, and how other formats speak of it.
 *
 * @param level 1 to 3
 * @param version 1 and up
 */
public record SbmlLevel(int level, int version) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if there is no such level, or the version is not positive
     */
    public SbmlLevel {
        if (level < 1 || level > 3 || version < 1) {
            throw new IllegalArgumentException(
                    "SBML level " + level + " version " + version + ": expected level 1 to 3 and a positive version");
        }
    }

    /**
     * The XML namespace of models.
     *
     * @return the URI
     */
    public String namespace() {
        String ofLevel = "http://www.sbml.org/sbml/level" + level;
        if (level == 3) {
            return ofLevel + "/version" + version + "/core";
        }
        return level == 1 || version == 1 ? ofLevel : ofLevel + "/version" + version;
    }

    /**
     * The name of the language in SED-ML.
     *
     * @return the URN
     */
    public String sedMlLanguage() {
        return "urn:sedml:language:sbml.level-" + level + ".version-" + version;
    }

    /**
     * The format in the manifest of a COMBINE archive.
     *
     * @return the URI
     */
    public String archiveFormat() {
        return "http://identifiers.org/combine.specifications/sbml.level-" + level + ".version-" + version;
    }

    /** The XPath of a species; the prefix {@code sbml} stands for the namespace. */
    String speciesPath(String id) {
        return path("listOfSpecies", level == 1 && version == 1 ? "specie" : "species", id);
    }

    /** The XPath of a compartment; the prefix {@code sbml} stands for the namespace. */
    String compartmentPath(String id) {
        return path("listOfCompartments", "compartment", id);
    }

    /** In level 1 names are the identifiers. */
    private String path(String list, String element, String id) {
        String attribute = level == 1 ? "name" : "id";
        return "/sbml:sbml/sbml:model/sbml:" + list + "/sbml:" + element + "[@" + attribute + "='" + id + "']";
    }
}
