package org.gongkai.publication;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipOutputStream;
import org.gongkai.publication.layout.OfficialDocument;

/**
 * Writes a document for Word and WPS (DOCX). The document is written as a stream and not built in memory first, because
 * a text may have very many lines. Typefaces and spacing come from its styles, which are the same in all documents.
 */
final class WordDocument {

    private static final Map<String, String> FIXED_PARTS = new LinkedHashMap<>();

    static {
        FIXED_PARTS.put("[Content_Types].xml", "content-types.xml");
        FIXED_PARTS.put("_rels/.rels", "package-relationships.xml");
        FIXED_PARTS.put("word/_rels/document.xml.rels", "document-relationships.xml");
        FIXED_PARTS.put("word/styles.xml", "styles.xml");
        FIXED_PARTS.put("word/fontTable.xml", "font-table.xml");
        FIXED_PARTS.put("word/footer.xml", "footer.xml");
    }

    private static final String PROLOG = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private WordDocument() {}

    static void write(OfficialDocument document, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        for (Map.Entry<String, String> part : FIXED_PARTS.entrySet()) {
            zip.putNextEntry(ReproducibleZip.entry(part.getKey()));
            copy(part.getValue(), zip);
        }
        zip.putNextEntry(ReproducibleZip.entry("docProps/core.xml"));
        zip.write(properties(document).getBytes(StandardCharsets.UTF_8));
        zip.putNextEntry(ReproducibleZip.entry("word/document.xml"));
        Writer body = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        body.write(PROLOG);
        new WordBody(body).write(document);
        body.flush();
        zip.finish();
    }

    private static void copy(String resource, ZipOutputStream zip) throws IOException {
        try (InputStream part = WordDocument.class.getResourceAsStream("word/" + resource)) {
            part.transferTo(zip);
        }
    }

    private static String properties(OfficialDocument document) {
        return PROLOG
                + """
                <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
                  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
                  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                  <dc:title>%s</dc:title>
                  <dc:creator>Gongkai</dc:creator>
                  <dc:language>zh-CN</dc:language>
                  <dcterms:created xsi:type="dcterms:W3CDTF">%s</dcterms:created>
                </cp:coreProperties>
                """.formatted(
                                XmlText.escaped(XmlText.of(document.title())),
                                document.dated().truncatedTo(ChronoUnit.SECONDS));
    }
}
