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
public final class XmlText implements Closeable {

    private final XMLStreamWriter writer;
    private int depth;

    private XmlText(XMLStreamWriter writer) {
        this.writer = writer;
    }

    /**
     * Begins a document.
     *
     * @param out where it goes; stays open when the document is closed
     * @return the document, without an element yet
     * @throws IOException if writing fails
     */
    public static XmlText of(OutputStream out) throws IOException {
        try {
            XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            writer.writeStartDocument("UTF-8", "1.0");
            return new XmlText(writer);
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /**
     * Begins an element.
     *
     * @param name its name
     * @param attributes names and values in turn
     * @return this document
     * @throws IOException if writing fails
     */
    public XmlText open(String name, String... attributes) throws IOException {
        try {
            begin(name, attributes);
            depth++;
            return this;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /**
     * Ends the element begun last.
     *
     * @return this document
     * @throws IOException if writing fails
     */
    public XmlText end() throws IOException {
        try {
            depth--;
            line();
            writer.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /**
     * Writes an element without content.
     *
     * @param name its name
     * @param attributes names and values in turn
     * @return this document
     * @throws IOException if writing fails
     */
    public XmlText empty(String name, String... attributes) throws IOException {
        try {
            line();
            writer.writeEmptyElement(name);
            writeAttributes(attributes);
            return this;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /**
     * Writes an element that holds text alone.
     *
     * @param name its name
     * @param text the text
     * @param attributes names and values in turn
     * @return this document
     * @throws IOException if writing fails
     */
    public XmlText text(String name, String text, String... attributes) throws IOException {
        try {
            begin(name, attributes);
            writer.writeCharacters(text);
            writer.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /**
     * Writes an element that holds text alone, as it is: without references for special characters.
     *
     * @param name its name
     * @param text the text, without the end mark of such sections
     * @param attributes names and values in turn
     * @return this document
     * @throws IOException if writing fails
     */
    public XmlText verbatim(String name, String text, String... attributes) throws IOException {
        try {
            begin(name, attributes);
            writer.writeCData(text);
            writer.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void begin(String name, String... attributes) throws XMLStreamException {
        line();
        writer.writeStartElement(name);
        writeAttributes(attributes);
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
