package org.kindling.sbml;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jdom2.Document;
import org.jdom2.output.Format;
import org.jdom2.output.LineSeparator;
import org.jdom2.output.XMLOutputter;

/** The one way in which a tree becomes text: content as it is, line feeds as line ends, UTF-8. */
final class SbmlText {

    private SbmlText() {}

    /** Returns the text of a document, the same for the same tree on any machine. */
    static String of(Document document) {
        Format format = Format.getRawFormat()
                .setEncoding("UTF-8")
                .setLineSeparator(LineSeparator.UNIX)
                .setOmitDeclaration(false);
        StringWriter writer = new StringWriter();
        try {
            new XMLOutputter(format).output(document, writer);
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return writer.toString();
    }
}
