package org.kindling.ensemble;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Asks a document under test by XPath; names are taken with their prefix, as written. */
final class XmlQuery {

    private final Document document;

    private XmlQuery(Document document) {
        this.document = document;
    }

    static XmlQuery of(byte[] xml) throws IOException {
        try {
            return new XmlQuery(DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError("not well-formed", e);
        }
    }

    /** The texts of the elements and attributes found, in document order. */
    List<String> texts(String path) {
        return read(path, true);
    }

    /** The names of the elements found, in document order. */
    List<String> names(String path) {
        return read(path, false);
    }

    /** An attribute of the root element, namespace declarations included. */
    String rootAttribute(String name) {
        return document.getDocumentElement().getAttribute(name);
    }

    private List<String> read(String path, boolean text) {
        try {
            NodeList nodes = (NodeList)
                    XPathFactory.newDefaultInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
            List<String> found = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                found.add(text ? nodes.item(i).getTextContent() : nodes.item(i).getNodeName());
            }
            return found;
        } catch (XPathExpressionException e) {
            throw new AssertionError(path, e);
        }
    }
}
