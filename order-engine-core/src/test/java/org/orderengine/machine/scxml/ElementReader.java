package org.orderengine.machine.scxml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads an XML file into elements. Opens nothing but the file. */
final class ElementReader {

    private final String file;
    private final XMLStreamReader reader;

    private ElementReader(String file, XMLStreamReader reader) {
        this.file = file;
        this.reader = reader;
    }

    static Element read(Path path) throws IOException {
        String file = path.getFileName().toString();
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream in = Files.newInputStream(path)) {
            XMLStreamReader reader = factory.createXMLStreamReader(in);
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                // to the root
            }
            return new ElementReader(file, reader).element();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            throw new ScxmlException(file, line, "it is not well-formed XML: " + e.getMessage());
        }
    }

    private Element element() throws XMLStreamException {
        String name = reader.getLocalName();
        int line = reader.getLocation().getLineNumber();
        String namespace = reader.getNamespaceURI();
        if (namespace != null && !namespace.equals("http://www.w3.org/2005/07/scxml")) {
            throw new ScxmlException(
                    file, line, "element <" + name + "> of namespace " + namespace + " is not supported");
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int index = 0; index < reader.getAttributeCount(); index++) {
            attributes.put(reader.getAttributeLocalName(index), reader.getAttributeValue(index));
        }
        List<Element> children = new ArrayList<>();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                children.add(element());
            }
        }
        return new Element(name, attributes, children, line);
    }
}
