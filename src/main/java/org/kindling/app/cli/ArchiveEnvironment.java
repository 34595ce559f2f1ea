package org.kindling.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kindling.app.ArchiveOptions;
import org.kindling.app.ArchiveOptions.Format;
import org.kindling.app.ArchiveOptions.Packing;
import org.kindling.app.SubstitutionPolicy;
import org.kindling.network.InputException;

/** The environment variables by which BioSimulators are told what the command line leaves open. */
final class ArchiveEnvironment {

    /** What each variable says, with the value that holds without it. */
    static final Map<String, String> DEFAULTS = Map.of(
            "ALGORITHM_SUBSTITUTION_POLICY", "SIMILAR_VARIABLES",
            "REPORT_FORMATS", "h5,csv",
            "VIZ_FORMATS", "svg",
            "SAVE_PLOT_DATA", "1",
            "BUNDLE_OUTPUTS", "1",
            "KEEP_INDIVIDUAL_OUTPUTS", "1",
            "VERBOSE", "0");

    private static final Map<String, Format> TABLES =
            Map.of("h5", Format.HDF5, "hdf", Format.HDF5, "hdf5", Format.HDF5, "csv", Format.CSV);

    private static final String SVG = "svg";

    /** Formats of drawings that others write. */
    private static final Set<String> UNWRITTEN = Set.of("pdf", "png", "jpg");

    private final Map<String, String> variables;

    ArchiveEnvironment(Map<String, String> variables) {
        this.variables = variables;
    }

    /**
     * The options for an archive.
     *
     * @throws InputException if a variable has a value that it cannot have
     */
    ArchiveOptions options(Path archive) {
        Set<Format> formats = EnumSet.noneOf(Format.class);
        for (String name : list("REPORT_FORMATS")) {
            Format format = TABLES.get(name);
            if (format == null) {
                throw refusal("REPORT_FORMATS", "give h5, csv or both");
            }
            formats.add(format);
        }
        Set<String> unwritten = new LinkedHashSet<>();
        for (String name : list("VIZ_FORMATS")) {
            if (name.equals(SVG)) {
                formats.add(Format.SVG);
            } else if (UNWRITTEN.contains(name)) {
                unwritten.add(name);
            } else {
                throw refusal("VIZ_FORMATS", "give svg, which is the one that is written, or nothing");
            }
        }
        Set<Packing> packings = EnumSet.noneOf(Packing.class);
        if (flag("BUNDLE_OUTPUTS")) {
            packings.add(Packing.BUNDLED);
        }
        if (flag("KEEP_INDIVIDUAL_OUTPUTS")) {
            packings.add(Packing.SINGLE);
        }
        return new ArchiveOptions(archive, policy(), formats, unwritten, flag("SAVE_PLOT_DATA"), packings);
    }

    /** Whether the outcome of every task is printed. */
    boolean verbose() {
        return flag("VERBOSE");
    }

    private SubstitutionPolicy policy() {
        String name = "ALGORITHM_SUBSTITUTION_POLICY";
        return Arrays.stream(SubstitutionPolicy.values())
                .filter(policy -> policy.name().equals(value(name)))
                .findFirst()
                .orElseThrow(() -> refusal(name, "give one of " + SubstitutionPolicy.names()));
    }

    private List<String> list(String name) {
        return Arrays.stream(value(name).split(","))
                .map(format -> format.strip().toLowerCase(Locale.ROOT))
                .filter(format -> !format.isEmpty())
                .toList();
    }

    private boolean flag(String name) {
        return switch (value(name).toLowerCase(Locale.ROOT)) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> throw refusal(name, "give 0, 1, false or true");
        };
    }

    private String value(String name) {
        return variables.getOrDefault(name, DEFAULTS.getOrDefault(name, "")).strip();
    }

    private InputException refusal(String name, String remedy) {
        return new InputException("environment variable " + name, "is '" + value(name) + "'", remedy);
    }
}
