package org.gongkai.transcription.carrier.zip;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.text.Text;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.page.UnreadableReasons;

/** Reads the XML of a part as a stream. References are not followed, and entities are refused. */
public final class XmlPart {

    public static final int MAX_DEPTH = 256;
    private static final String PARSER_DEPTH_LIMIT = "jdk.xml.maxElementDepth";
    private static final String UNLIMITED = "0";

    /** A receiver of the elements and texts of a part. */
    public interface Handler {

        void start(String element, XMLStreamReader xml) throws UnreadableDocument;

        void text(String text);

        void end(String element) throws UnreadableDocument;
    }

    private XmlPart() {}

    /**
     * Reads a part.
     *
     * @param damaged the reason for refusing a document type or an entity
     * @throws XMLStreamException if the part is not well-formed
     * @throws UnreadableDocument if elements are nested too deep, or the part declares a document type
     */
    public static void read(byte[] part, Text damaged, Handler handler) throws XMLStreamException, UnreadableDocument {
        XMLStreamReader xml = reader(part);
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw UnreadableDocument.refused(damaged);
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (++depth > MAX_DEPTH) {
                    throw UnreadableDocument.refused(UnreadableReasons.TOO_DEEP.with(MAX_DEPTH));
                }
                handler.start(xml.getLocalName(), xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                handler.end(xml.getLocalName());
            } else if (xml.isCharacters()) {
                handler.text(xml.getText());
            }
        }
    }

    private static XMLStreamReader reader(byte[] part) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Java 24 and newer have a limit of their own, below this class's, which would be reported as a damaged file.
        factory.setProperty(PARSER_DEPTH_LIMIT, UNLIMITED);
        return factory.createXMLStreamReader(new ByteArrayInputStream(part));
    }
}
