package org.kindling.models;

import static org.kindling.models.Sbml.element;
import static org.kindling.models.Sbml.list;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.output.Format;
import org.jdom2.output.LineSeparator;
import org.jdom2.output.XMLOutputter;

/**
 * Writes the kinetic model of E. coli's central carbon metabolism from the tables beside it.
 *
 * <p>Numbers pass from the tables to the file as text, so the file has every digit that the tables have.
 */
final class EcoliCentralCarbon {

    /** The file that this program writes, from the project's folder. */
    static final Path FILE = Path.of("test-models/ecoli_central_carbon.xml");

    private static final Path TABLES = Path.of("test-models/ecoli_central_carbon");
    private static final String ID = "ecoli_central_carbon";
    private static final String METAID = "meta_" + ID;

    private final List<Table.Row> species;
    private final Map<String, String> concentrations;
    private final List<Constant> constants;
    private final List<NetworkReaction> reactions;

    private EcoliCentralCarbon(Path tables) throws IOException {
        species = Table.rows(tables.resolve("species.csv"));
        concentrations = Table.rows(tables.resolve("concentrations.csv")).stream()
                .collect(Collectors.toMap(row -> row.cell("species"), row -> row.cell("concentration")));
        constants = Table.rows(tables.resolve("constants.csv")).stream()
                .map(Constant::of)
                .toList();
        reactions = Table.rows(tables.resolve("network.csv")).stream()
                .map(NetworkReaction::of)
                .toList();
        refuseStrayConstants();
    }

    /** A constant of an unknown reaction or participant would silently change the law that lacks it. */
    private void refuseStrayConstants() {
        Set<String> places = reactions.stream()
                .flatMap(reaction -> Stream.concat(
                        Stream.of(reaction.id() + " "),
                        reaction.participants().map(participant -> reaction.id() + " " + participant.species())))
                .collect(Collectors.toSet());
        for (Constant constant : constants) {
            String place = constant.reaction() + " " + constant.species();
            if (!places.contains(place)) {
                throw new IllegalArgumentException(constant.id() + " belongs to no reaction and species: " + place);
            }
        }
    }

    /** Writes the model into the project's folder, from which it must be started. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(FILE, text());
    }

    /** Returns the text of the SBML file. */
    static String text() throws IOException {
        Format format = Format.getPrettyFormat().setLineSeparator(LineSeparator.UNIX);
        return new XMLOutputter(format).outputString(new Document(new EcoliCentralCarbon(TABLES).root()));
    }

    private Element root() {
        return element("sbml", "level", "3", "version", "1").addContent(model());
    }

    private Element model() {
        return element(
                        "model",
                        "metaid",
                        METAID,
                        "id",
                        ID,
                        "name",
                        "Central carbon metabolism of Escherichia coli",
                        "substanceUnits",
                        "umol",
                        "timeUnits",
                        "hour",
                        "volumeUnits",
                        "litre",
                        "extentUnits",
                        "umol")
                .addContent(notes())
                .addContent(annotation())
                .addContent(Units.definitions())
                .addContent(list("listOfCompartments", List.of(compartment("c", "cell"), compartment("e", "outside"))))
                .addContent(list(
                        "listOfSpecies", species.stream().map(this::species).toList()))
                .addContent(list(
                        "listOfParameters",
                        constants.stream().map(EcoliCentralCarbon::parameter).toList()))
                .addContent(list(
                        "listOfReactions",
                        reactions.stream().map(this::reaction).toList()));
    }

    private static Element notes() {
        return Sbml.notes(
                "A kinetic model of the central carbon metabolism of Escherichia coli around one steady state of"
                        + " aerobic growth on glucose, written by Kindling from published numbers.",
                "Network, mechanisms, reference state and constants are those of Choudhury et al. 2022"
                        + " (doi:10.1038/s42256-022-00519-y), physiology 1, parameter set 0 of its data (Apache-2.0).",
                "Rates are amounts per hour in one litre of cell volume. Species outside the cell are held constant.");
    }

    private static Element annotation() {
        return Annotation.of(METAID)
                .withHistory("The Kindling developers", "2026-11-21T00:00:00Z")
                .withModel("isDescribedBy", "doi:10.1038/s42256-022-00519-y")
                .withBiology("hasTaxon", "taxonomy:562")
                .element();
    }

    private static Element compartment(String id, String name) {
        return element(
                "compartment",
                "id",
                id,
                "name",
                name,
                "spatialDimensions",
                "3",
                "size",
                "1",
                "units",
                "litre",
                "constant",
                "true",
                "sboTerm",
                "SBO:0000290");
    }

    private Element species(Table.Row row) {
        String id = row.cell("species");
        return element(
                        "species",
                        "metaid",
                        "meta_" + id,
                        "id",
                        id,
                        "name",
                        row.cell("name"),
                        "compartment",
                        row.cell("compartment"),
                        "initialConcentration",
                        concentration(id),
                        "substanceUnits",
                        "umol",
                        "hasOnlySubstanceUnits",
                        "false",
                        "boundaryCondition",
                        row.cell("boundary"),
                        "constant",
                        row.cell("boundary"),
                        "sboTerm",
                        "SBO:0000247")
                .addContent(Annotation.of("meta_" + id)
                        .withBiology("is", "bigg.metabolite:" + row.cell("bigg"))
                        .element());
    }

    private String concentration(String species) {
        return Optional.ofNullable(concentrations.get(species))
                .orElseThrow(() -> new IllegalArgumentException("No concentration of " + species));
    }

    private static Element parameter(Constant constant) {
        return element(
                "parameter",
                "id",
                constant.id(),
                "name",
                constant.name(),
                "value",
                constant.value(),
                "units",
                constant.unit(),
                "constant",
                "true",
                "sboTerm",
                constant.kind().sboTerm());
    }

    private Element reaction(NetworkReaction reaction) {
        Element element = element(
                "reaction",
                "metaid",
                "meta_" + reaction.id(),
                "id",
                reaction.id(),
                "name",
                reaction.name(),
                "reversible",
                Boolean.toString(reaction.mechanism().reversible()),
                "fast",
                "false",
                "sboTerm",
                reaction.sboTerm());
        if (!reaction.bigg().isEmpty()) {
            element.addContent(Annotation.of("meta_" + reaction.id())
                    .withBiology("isVersionOf", "bigg.reaction:" + reaction.bigg())
                    .element());
        }
        return element.addContent(list("listOfReactants", side(reaction.substrates(), "SBO:0000015")))
                .addContent(list("listOfProducts", side(reaction.products(), "SBO:0000011")))
                .addContent(
                        element("kineticLaw", "sboTerm", reaction.mechanism().sboTerm())
                                .addContent(RateLaw.of(reaction, michaelisConstants(reaction))
                                        .math()));
    }

    private static List<Element> side(List<Participant> participants, String sboTerm) {
        return participants.stream()
                .map(participant -> element(
                        "speciesReference",
                        "species",
                        participant.species(),
                        "stoichiometry",
                        participant.coefficient(),
                        "constant",
                        "true",
                        "sboTerm",
                        sboTerm))
                .toList();
    }

    private Map<String, String> michaelisConstants(NetworkReaction reaction) {
        return constants.stream()
                .filter(constant -> constant.kind() == Constant.Kind.KM)
                .filter(constant -> constant.reaction().equals(reaction.id()))
                .collect(Collectors.toMap(Constant::species, Constant::id));
    }
}
