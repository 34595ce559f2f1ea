package org.kindling.sbml;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jdom2.Document;
import org.jdom2.IllegalDataException;
import org.jdom2.IllegalNameException;
import org.jdom2.JDOMException;
import org.jdom2.JDOMFactory;
import org.jdom2.input.JDOMParseException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.SAXHandler;
import org.jdom2.input.sax.XMLReaderJDOMFactory;
import org.jdom2.located.LocatedJDOMFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Reads XML into a tree, from memory alone: document types, hence entities, are refused, nothing is fetched, and depth,
 * attributes and elements are bounded while the tree grows.
 */
public final class XmlTree {

    /** Deepest element; the deepest published model known to us has 60 levels, in its mathematics. */
    static final int DEEPEST = 600;

    /** Most attributes of one element; SBML and its packages know fewer than twenty. */
    static final int MOST_ATTRIBUTES = 200;

    /** Most elements of a document, about 300 MB of tree; genome-scale files have 300,000. */
    static final int MOST_ELEMENTS = 2_000_000;

    /** What the names of the platform's limits begin with; 0 lifts one. */
    private static final String LIMIT = "jdk.xml.";

    private static final String REMEDY = "fetch or save the file again, from the tool that wrote it";

    private XmlTree() {}

    /**
     * Returns the tree of a file of any format.
     *
     * @param file name by which messages call it
     * @param bytes its content
     * @throws SbmlException if it is no well-formed XML, has a document type, or is too large
     */
    public static Document parse(String file, byte[] bytes) {
        Inspection inspection = new Inspection(file);
        return parse(SourceText.decode(bytes, inspection), inspection);
    }

    /** Returns the tree of the text, with comments and processing instructions, unread ones too. */
    static Document parse(String text, Inspection inspection) {
        SAXBuilder builder = new SAXBuilder(
                new OfflineParser(), factory -> new BoundedHandler(factory, inspection), new LocatedJDOMFactory());
        try {
            return builder.build(new StringReader(text));
        } catch (JDOMParseException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw inspection.refusal(Math.max(e.getLineNumber(), 0), "not well-formed XML: " + sentence(cause), REMEDY);
        } catch (JDOMException e) {
            throw inspection.refusal("not readable as XML: " + sentence(e), REMEDY);
        } catch (IllegalNameException | IllegalDataException e) {
            // Legal XML that the tree refuses, such as a namespace that begins with a blank.
            throw inspection.refusal("not readable as XML: " + sentence(e), REMEDY);
        } catch (IOException e) {
            throw inspection.refusal("not readable as XML: " + sentence(e), REMEDY);
        }
    }

    private static String sentence(Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    /** The parser of the Java platform (whatever else is on the class path) with every way out of the file closed. */
    private static final class OfflineParser implements XMLReaderJDOMFactory {

        @Override
        public XMLReader createXMLReader() throws JDOMException {
            try {
                SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
                factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
                factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
                factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
                factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
                factory.setXIncludeAware(false);
                XMLReader reader = factory.newSAXParser().getXMLReader();
                // The platform's own limits differ between versions of Java; ours, which say more, are the ones that
                // hold.
                reader.setProperty(LIMIT + "maxElementDepth", Integer.toString(2 * DEEPEST));
                reader.setProperty(LIMIT + "elementAttributeLimit", "0");
                reader.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
                return reader;
            } catch (SAXException | ParserConfigurationException e) {
                throw new JDOMException("no XML parser in this Java platform", e);
            }
        }

        @Override
        public boolean isValidating() {
            return false;
        }
    }

    /** Counts while the tree grows, and stops it in time. */
    private static final class BoundedHandler extends SAXHandler {

        private final Inspection inspection;
        private int depth;
        private int elements;

        BoundedHandler(JDOMFactory factory, Inspection inspection) {
            super(factory);
            this.inspection = inspection;
        }

        @Override
        public void startDTD(String name, String publicId, String systemId) {
            throw inspection.refusal(
                    line(),
                    "the file has a document type declaration (DOCTYPE), which SBML and SED-ML do not use and which"
                            + " can hide entities",
                    "remove the DOCTYPE, or fetch the file itself if this is a web page");
        }

        @Override
        public void startElement(String namespace, String name, String qualifiedName, Attributes attributes)
                throws SAXException {
            depth++;
            elements++;
            if (depth > DEEPEST) {
                throw tooMuch("elements nested more than " + DEEPEST + " deep");
            }
            if (attributes.getLength() > MOST_ATTRIBUTES) {
                throw tooMuch("element " + PlainText.id(qualifiedName) + " has " + attributes.getLength()
                        + " attributes, more than " + MOST_ATTRIBUTES);
            }
            if (elements > MOST_ELEMENTS) {
                throw tooMuch("more than " + MOST_ELEMENTS + " elements");
            }
            super.startElement(namespace, name, qualifiedName, attributes);
        }

        @Override
        public void endElement(String namespace, String name, String qualifiedName) throws SAXException {
            depth--;
            super.endElement(namespace, name, qualifiedName);
        }

        private SbmlException tooMuch(String problem) {
            return inspection.refusal(line(), problem, "simplify the model: this is beyond what is read");
        }

        private int line() {
            return getDocumentLocator() == null ? 0 : getDocumentLocator().getLineNumber();
        }
    }
}
