package org.gongkai.transcription.carrier.odf;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.gongkai.transcription.carrier.zip.XmlPart;
import org.gongkai.transcription.carrier.zip.ZippedParts;
import org.gongkai.transcription.page.ParsedDocument;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.page.UnreadableReasons;

/** Reads a file of a word processor (ODT) or a spreadsheet (ODS). */
public final class OpenDocument implements ZippedParts.Visitor {

    private static final String CONTENT = "content.xml";
    private static final String STYLES = "styles.xml";
    private static final Set<String> PARTS = Set.of(CONTENT, STYLES);

    private final Map<String, byte[]> parts = new HashMap<>();

    private OpenDocument() {}

    /**
     * Reads a file.
     *
     * @throws UnreadableDocument if it is damaged, protected, or too large
     */
    public static ParsedDocument read(byte[] document) throws UnreadableDocument {
        OpenDocument file = new OpenDocument();
        try {
            ZippedParts.visit(document, file);
            return file.parsed();
        } catch (IOException | XMLStreamException damaged) {
            throw UnreadableDocument.refused(UnreadableReasons.NOT_OPEN_DOCUMENT);
        }
    }

    @Override
    public boolean wants(String part) {
        return PARTS.contains(part);
    }

    @Override
    public boolean visit(String part, byte[] content) {
        parts.put(part, content);
        return parts.size() == PARTS.size();
    }

    private ParsedDocument parsed() throws XMLStreamException, UnreadableDocument {
        byte[] content = parts.get(CONTENT);
        if (content == null) {
            throw UnreadableDocument.refused(UnreadableReasons.NOT_OPEN_DOCUMENT);
        }
        Styles styles = new Styles();
        if (parts.containsKey(STYLES)) {
            XmlPart.read(parts.get(STYLES), UnreadableReasons.NOT_OPEN_DOCUMENT, styles);
        }
        XmlPart.read(content, UnreadableReasons.NOT_OPEN_DOCUMENT, styles);
        Body body = new Body(styles);
        XmlPart.read(content, UnreadableReasons.NOT_OPEN_DOCUMENT, body);
        return ParsedDocument.of(List.of(), body.blocks());
    }
}
