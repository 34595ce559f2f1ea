package org.kindling.sbml;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jdom2.Comment;
import org.jdom2.Content;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.ProcessingInstruction;
import org.jdom2.output.Format;
import org.jdom2.output.LineSeparator;
import org.jdom2.output.XMLOutputter;

/** The one way in which a tree becomes text: content as it is, line feeds as line ends, UTF-8. */
final class SbmlText {

    private SbmlText() {}

    /** Returns the text of a document, the same for the same tree on any machine. */
    static String of(Document document) {
        XMLOutputter outputter =
                new XMLOutputter(Format.getRawFormat().setEncoding("UTF-8").setLineSeparator(LineSeparator.UNIX));
        StringWriter writer = new StringWriter();
        writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        try {
            for (Content content : document.getContent()) {
                write(content, outputter, writer);
                writer.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written", e);
        }
        return writer.toString();
    }

    private static void write(Content content, XMLOutputter outputter, StringWriter writer) throws IOException {
        if (content instanceof Element element) {
            outputter.output(element, writer);
        } else if (content instanceof Comment comment) {
            outputter.output(comment, writer);
        } else if (content instanceof ProcessingInstruction instruction) {
            outputter.output(instruction, writer);
        }
    }
}
