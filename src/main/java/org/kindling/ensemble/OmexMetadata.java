package org.kindling.ensemble;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The file {@code metadata.rdf} of a COMBINE archive: what it is, who made it and when. */
final class OmexMetadata {

    private OmexMetadata() {}

    static void write(ArchiveDescription description, OutputStream out) throws IOException {
        try (XmlText xml = XmlText.of(out)) {
            xml.open(
                    "rdf:RDF",
                    "xmlns:rdf",
                    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
                    "xmlns:dcterms",
                    "http://purl.org/dc/terms/",
                    "xmlns:vCard",
                    "http://www.w3.org/2006/vcard/ns#");
            xml.open("rdf:Description", "rdf:about", ".");
            xml.text("dcterms:title", description.title());
            xml.text("dcterms:description", description.description());
            for (Creator creator : description.creators()) {
                writeCreator(creator, xml);
            }
            writeDate("dcterms:created", description.created(), xml);
            writeDate("dcterms:modified", description.modified(), xml);
            xml.end();
            xml.end();
        }
    }

    private static void writeCreator(Creator creator, XmlText xml) throws IOException {
        xml.open("dcterms:creator", "rdf:parseType", "Resource");
        xml.open("vCard:hasName", "rdf:parseType", "Resource");
        xml.text("vCard:family-name", creator.familyName());
        xml.text("vCard:given-name", creator.givenName());
        xml.end();
        if (creator.email().isPresent()) {
            xml.empty(
                    "vCard:hasEmail",
                    "rdf:resource",
                    "mailto:" + creator.email().get());
        }
        if (creator.organisation().isPresent()) {
            xml.text("vCard:organization-name", creator.organisation().get());
        }
        xml.end();
    }

    private static void writeDate(String name, Instant date, XmlText xml) throws IOException {
        xml.open(name, "rdf:parseType", "Resource");
        xml.text("dcterms:W3CDTF", date.truncatedTo(ChronoUnit.SECONDS).toString());
        xml.end();
    }
}
