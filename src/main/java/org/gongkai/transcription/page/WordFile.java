package org.gongkai.transcription.page;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a DOCX file. Only the part with the body text is kept, and the total unpacked size is limited. References are
 * not followed, and entities are refused.
 */
public final class WordFile {

    public static final int MAX_UNPACKED_BYTES = 20 * 1024 * 1024;
    public static final int MAX_DEPTH = 256;

    private static final String PARSER_DEPTH_LIMIT = "jdk.xml.maxElementDepth";
    private static final String UNLIMITED = "0";

    private static final String BODY_PART = "word/document.xml";

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private GridBuilder table = new GridBuilder();
    private int tables;
    private int depth;

    private final WordVisibility visibility = new WordVisibility();

    /** True if no cell of the row was read. */
    private boolean rowBegins;

    private int columnSpan;
    private boolean continued;
    private boolean pictured;
    private boolean marked;

    private WordFile() {}

    public static ParsedDocument read(byte[] document) throws UnreadableDocument {
        WordFile file = new WordFile();
        try {
            file.read(reader(unpacked(document)));
        } catch (IOException | XMLStreamException e) {
            throw UnreadableDocument.refused(UnreadableReasons.NOT_DOCX);
        }
        return ParsedDocument.of(List.of(), file.blocks);
    }

    private static byte[] unpacked(byte[] document) throws IOException, UnreadableDocument {
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(document))) {
            int left = MAX_UNPACKED_BYTES;
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                left -= copy(parts, part.getName().equals(BODY_PART) ? content : null, left);
                if (part.getName().equals(BODY_PART)) {
                    return content.toByteArray();
                }
            }
        }
        throw UnreadableDocument.refused(UnreadableReasons.NOT_DOCX);
    }

    /** Unpacks a part and returns its size. Skipped parts before the body are unpacked too, so they count. */
    private static int copy(InputStream part, ByteArrayOutputStream content, int max)
            throws IOException, UnreadableDocument {
        byte[] block = new byte[8192];
        int size = 0;
        for (int read = part.read(block); read >= 0; read = part.read(block)) {
            size += read;
            if (size > max) {
                throw UnreadableDocument.refused(UnreadableReasons.TOO_LARGE_UNPACKED.with(MAX_UNPACKED_BYTES));
            }
            if (content != null) {
                content.write(block, 0, read);
            }
        }
        return size;
    }

    private static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Java 24 and newer have a limit of their own, below this class's, which would be reported as a damaged file.
        factory.setProperty(PARSER_DEPTH_LIMIT, UNLIMITED);
        return factory.createXMLStreamReader(new ByteArrayInputStream(xml));
    }

    private void read(XMLStreamReader xml) throws XMLStreamException, UnreadableDocument {
        boolean written = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw UnreadableDocument.refused(UnreadableReasons.NOT_DOCX);
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (++depth > MAX_DEPTH) {
                    throw UnreadableDocument.refused(UnreadableReasons.TOO_DEEP.with(MAX_DEPTH));
                }
                written = xml.getLocalName().equals("t");
                visibility.start(xml.getLocalName(), xml);
                start(xml.getLocalName(), xml);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                written = false;
                end(xml.getLocalName());
                visibility.end(xml.getLocalName());
            } else if (written && xml.isCharacters() && visibility.isSeen()) {
                write(xml.getText());
            }
        }
    }

    /** Adds a text. In a cell, the raised mark of a note is left out. */
    private void write(String written) {
        if (tables > 0 && visibility.isRaised()) {
            marked = true;
        } else {
            text.append(written);
        }
    }

    private void start(String element, XMLStreamReader xml) {
        switch (element) {
            case "tbl" -> {
                if (++tables == 1) {
                    table = new GridBuilder();
                }
            }
            case "tr" -> rowBegins |= tables == 1;
            case "tc" -> startCell();
            case "gridSpan" -> columnSpan = tables == 1 ? span(WordVisibility.value(xml)) : columnSpan;
            case "vMerge" -> continued |= tables == 1 && !"restart".equals(WordVisibility.value(xml));
            case "blip", "imagedata", "object", "ffData", "checkbox" -> pictured |= visibility.isSeen();
            case "tab" -> text.append(' ');
            case "br", "cr" -> lineBreak();
            default -> {}
        }
    }

    private void startCell() {
        if (tables == 1) {
            columnSpan = 1;
            continued = false;
            pictured = false;
            marked = false;
        }
    }

    private void lineBreak() {
        if (tables == 0) {
            paragraph();
        } else if (visibility.isSeen()) {
            text.append('\n');
        }
    }

    private static int span(String value) {
        return value != null && value.matches("[1-9]\\d{0,3}") ? Integer.parseInt(value) : 1;
    }

    /** Ends an element. A table inside a cell becomes part of the text of the cell. */
    private void end(String element) {
        switch (element) {
            case "tbl" -> {
                if (--tables == 0) {
                    blocks.add(table.build(List.of()));
                }
            }
            case "p" -> lineBreak();
            case "tc" -> {
                if (tables == 1) {
                    endCell();
                }
            }
            default -> {}
        }
    }

    private void endCell() {
        List<String> lines = text.toString().lines().toList();
        text.setLength(0);
        if (visibility.isRowHidden()) {
            return;
        }
        if (rowBegins) {
            table.row();
            rowBegins = false;
        }
        boolean blank = lines.stream().allMatch(String::isBlank);
        if (continued && blank) {
            table.continuation(columnSpan);
        } else {
            table.cell(lines, pictured || marked && blank, 1, columnSpan);
        }
    }

    private void paragraph() {
        String paragraph = takeText();
        if (!paragraph.isEmpty()) {
            blocks.add(Paragraph.of(paragraph));
        }
    }

    private String takeText() {
        String paragraph = TextNormalizer.trimmed(text.toString());
        text.setLength(0);
        return paragraph;
    }
}
