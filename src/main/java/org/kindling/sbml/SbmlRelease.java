package org.kindling.sbml;

import java.util.List;
import java.util.Optional;
import org.jdom2.Element;

/**
 * A release of SBML by level and version.
 *
 * @param level 1, 2 or 3
 * @param version version of the level
 */
record SbmlRelease(int level, int version) {

    static final String ANY_NAMESPACE = "http://www.sbml.org/sbml/level";

    private static final List<SbmlRelease> KNOWN = List.of(
            new SbmlRelease(1, 1),
            new SbmlRelease(1, 2),
            new SbmlRelease(2, 1),
            new SbmlRelease(2, 2),
            new SbmlRelease(2, 3),
            new SbmlRelease(2, 4),
            new SbmlRelease(2, 5),
            new SbmlRelease(3, 1),
            new SbmlRelease(3, 2));

    /** Returns the XML namespace of the release's core. */
    String namespace() {
        if (level == 1 || (level == 2 && version == 1)) {
            return ANY_NAMESPACE + level;
        }
        return level == 2 ? ANY_NAMESPACE + "2/version" + version : ANY_NAMESPACE + "3/version" + version + "/core";
    }

    /** Returns the release that an {@code sbml} element names, if namespace and attributes agree on a known one. */
    static Optional<SbmlRelease> of(Element root) {
        String level = root.getAttributeValue("level", "").strip();
        String version = root.getAttributeValue("version", "").strip();
        return KNOWN.stream()
                .filter(release -> level.equals(Integer.toString(release.level))
                        && version.equals(Integer.toString(release.version))
                        && root.getNamespaceURI().equals(release.namespace()))
                .findFirst();
    }

    @Override
    public String toString() {
        return "Level " + level + " Version " + version;
    }
}
