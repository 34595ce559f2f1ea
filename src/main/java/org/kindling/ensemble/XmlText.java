package org.kindling.ensemble;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes an XML document in UTF-8, one element a line, indented by its depth. The platform's own writer is asked for, so
 * that the bytes do not depend on what else is on the class path.
 */
final class XmlText implements Closeable {

    private final XMLStreamWriter writer;
    private int depth;

    private XmlText(XMLStreamWriter writer) {
        this.writer = writer;
    }

    /** Begins a document; the stream stays open when it is closed. */
    static XmlText of(OutputStream out) throws IOException {
        try {
            XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            writer.writeStartDocument("UTF-8", "1.0");
            return new XmlText(writer);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Begins an element; attributes are names and values in turn. */
    XmlText open(String name, String... attributes) throws IOException {
        try {
            line();
            writer.writeStartElement(name);
            writeAttributes(attributes);
            depth++;
            return this;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Ends the element begun last. */
    XmlText end() throws IOException {
        try {
            depth--;
            line();
            writer.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Writes an element without content; attributes are names and values in turn. */
    XmlText empty(String name, String... attributes) throws IOException {
        try {
            line();
            writer.writeEmptyElement(name);
            writeAttributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Writes an element that holds text alone. */
    XmlText text(String name, String text) throws IOException {
        try {
            line();
            writer.writeStartElement(name);
            writer.writeCharacters(text);
            writer.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            writer.writeCharacters("\n");
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void writeAttributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            writer.writeAttribute(attributes[i], attributes[i + 1]);
        }
    }

    private void line() throws XMLStreamException {
        writer.writeCharacters("\n" + "  ".repeat(depth));
    }
}
