package org.kindling.ensemble;

import org.kindling.ensemble.SedMlExperiment.Kind;

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

    /** The XPath of a quantity; the prefix {@code sbml} stands for the namespace. */
    String path(Kind kind, String address) {
        return switch (kind) {
            case SPECIES -> speciesPath(address);
            case COMPARTMENT -> compartmentPath(address);
            case PARAMETER -> parameterPath(address);
            case REACTION -> path("listOfReactions", "reaction", address);
        };
    }

    /** The XPath of the attribute that holds a value at the start. */
    String valuePath(Kind kind, ModelChange change) {
        String attribute = switch (change.meaning()) {
            case AMOUNT -> "initialAmount";
            case CONCENTRATION -> "initialConcentration";
            case VALUE -> kind == Kind.PARAMETER ? "value" : level == 1 ? "volume" : "size";
        };
        return path(kind, change.quantity().name()) + "/@" + attribute;
    }

    private String parameterPath(String address) {
        int dot = address.indexOf('.');
        if (dot < 0) {
            return path("listOfParameters", "parameter", address);
        }
        String list = level == 3 ? "listOfLocalParameters/sbml:localParameter" : "listOfParameters/sbml:parameter";
        return path("listOfReactions", "reaction", address.substring(0, dot)) + "/sbml:kineticLaw/sbml:" + list
                + named(address.substring(dot + 1));
    }

    private String speciesPath(String id) {
        return path("listOfSpecies", level == 1 && version == 1 ? "specie" : "species", id);
    }

    private String compartmentPath(String id) {
        return path("listOfCompartments", "compartment", id);
    }

    private String path(String list, String element, String id) {
        return "/sbml:sbml/sbml:model/sbml:" + list + "/sbml:" + element + named(id);
    }

    /** In level 1 names are the identifiers. */
    private String named(String id) {
        return "[@" + (level == 1 ? "name" : "id") + "='" + id + "']";
    }
}
