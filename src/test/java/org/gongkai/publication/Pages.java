package org.gongkai.publication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.form.statutory.Forms;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.report.Contents;
import org.gongkai.testing.ReportFiles.RealReport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads pages and prepares their tables for comparison. */
public final class Pages {

    static final Instant DATED = Instant.parse("2025-01-20T01:02:03Z");

    private Pages() {}

    /** Writes a document. */
    public interface Writer {
        void write(OfficialDocument document, OutputStream out) throws IOException;
    }

    /** Returns the bytes of a document in a format. */
    public static byte[] bytes(Writer format, OfficialDocument document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            format.write(document, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static Document page(OfficialDocument document) {
        return Jsoup.parse(new String(bytes(HtmlDocument::write, document), StandardCharsets.UTF_8));
    }

    /** Returns the page on which a report of Pingtan was published. */
    public static Document published(RealReport report) {
        String organ = report.agency().replace("350128-", "").replace("gov", "area");
        String page = "/documents/pingtan-%s-%d.html".formatted(organ, report.year());
        try (InputStream html = Pages.class.getResourceAsStream(page)) {
            return Jsoup.parse(html, "UTF-8", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Contents contents(RealReport report) {
        return Contents.of(report.year(), Forms.of(report.year()).orElseThrow(), report.content(), Set.of());
    }

    public static OfficialDocument document(RealReport report) {
        return OfficialDocument.of("某某局", contents(report), DATED);
    }

    /** Returns a table row by row: each cell with the numbers of rows and columns that it spans, and its text. */
    public static List<String> layout(Element table) {
        return table.select("tr").stream()
                .map(row -> row.select("th, td").stream().map(Pages::cell).collect(Collectors.joining(" | ")))
                .toList();
    }

    private static String cell(Element cell) {
        return span(cell, "rowspan") + "x" + span(cell, "colspan") + " "
                + cell.text().replaceAll("\\s", "");
    }

    private static String span(Element cell, String name) {
        return cell.hasAttr(name) ? cell.attr(name) : "1";
    }
}
