package org.gongkai.transcription.carrier.odf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.gongkai.transcription.carrier.zip.XmlPart;
import org.gongkai.transcription.page.Block;
import org.gongkai.transcription.page.Paragraph;
import org.gongkai.transcription.page.ParsedDocument;
import org.gongkai.transcription.page.TextNormalizer;
import org.gongkai.transcription.page.UnreadableDocument;

/** The visible text and tables of a file. */
final class Body implements XmlPart.Handler {

    /** Elements whose text is deleted, no part of the text, or stands elsewhere. */
    private static final Set<String> SKIPPED = Set.of(
            "tracked-changes",
            "annotation",
            "note",
            "ruby-text",
            "forms",
            "shapes",
            "covered-table-cell",
            "automatic-styles",
            "scripts",
            "font-face-decls",
            "sequence-decls",
            "user-field-decls",
            "content-validations",
            "header",
            "footer");

    /** Skipped elements that a reader sees beside the text. */
    private static final Set<String> MARKS = Set.of("note", "ruby-text");

    private static final Set<String> OBJECTS =
            Set.of("frame", "control", "custom-shape", "rect", "ellipse", "line", "path", "g");
    private static final int MAX_SPACES = 100;

    private final Styles styles;
    private final Tables tables;
    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final Deque<Styles.Look> looks = new ArrayDeque<>(List.of(Styles.Look.PLAIN));
    private int skipped;
    private int paragraphs;

    Body(Styles styles) {
        this.styles = styles;
        this.tables = new Tables(styles, blocks);
    }

    List<Block> blocks() {
        return blocks;
    }

    @Override
    public void start(String element, XMLStreamReader xml) throws UnreadableDocument {
        if (skipped > 0 || isSkipped(element, xml)) {
            startSkipped(element, xml);
            return;
        }
        switch (element) {
            case "spreadsheet" -> tables.inSheets();
            case "p", "h" -> startText("paragraph", xml);
            case "span" -> startText("text", xml);
            case "s" -> write(" ".repeat(Math.min(MAX_SPACES, Tables.number(xml, "c"))));
            case "tab" -> write(" ");
            case "line-break" -> write("\n");
            case "table-cell" -> {
                text.setLength(0);
                looks.push(styles.look("table-cell", xml.getAttributeValue(null, "style-name"))
                        .or(Styles.Look.PLAIN));
                tables.startCell(xml);
            }
            default -> {
                if (OBJECTS.contains(element)) {
                    tables.object();
                } else {
                    tables.start(element, xml);
                }
            }
        }
    }

    /** Counts the elements inside one that is skipped. The mark of a note makes its cell more than blank. */
    private void startSkipped(String element, XMLStreamReader xml) {
        skipped++;
        if (skipped == 1 && MARKS.contains(element)) {
            tables.mark();
        } else if (skipped == 1 && element.equals("covered-table-cell")) {
            tables.skipCells(Tables.number(xml, "number-columns-repeated"));
        }
    }

    private static boolean isSkipped(String element, XMLStreamReader xml) {
        return SKIPPED.contains(element)
                || "none".equals(xml.getAttributeValue(null, "display")) && element.equals("section")
                || "true".equals(xml.getAttributeValue(null, "is-hidden"));
    }

    private void startText(String family, XMLStreamReader xml) {
        paragraphs += family.equals("paragraph") ? 1 : 0;
        looks.push(
                styles.look(family, xml.getAttributeValue(null, "style-name")).or(looks.peek()));
    }

    @Override
    public void text(String characters) {
        if (skipped == 0 && paragraphs > 0) {
            write(characters.replaceAll("[ \\t\\r\\n]+", " "));
        }
    }

    private void write(String characters) {
        Styles.Look look = looks.peek();
        if (look.struck() || look.hidden() || tables.isInside() && look.raised()) {
            if (!characters.isBlank() && !look.hidden()) {
                tables.mark();
            }
        } else {
            text.append(characters);
            if (look.doubtful() && !characters.isBlank()) {
                tables.object();
            }
        }
    }

    @Override
    public void end(String element) throws UnreadableDocument {
        if (skipped > 0) {
            skipped--;
            return;
        }
        switch (element) {
            case "p", "h" -> {
                looks.pop();
                paragraphs--;
                endParagraph();
            }
            case "span" -> looks.pop();
            case "table-cell" -> {
                looks.pop();
                tables.endCell(text.toString());
                text.setLength(0);
            }
            default -> tables.end(element);
        }
    }

    private void endParagraph() throws UnreadableDocument {
        if (tables.isInside()) {
            text.append('\n');
            return;
        }
        text.toString()
                .lines()
                .map(TextNormalizer::trimmed)
                .filter(line -> !line.isEmpty())
                .map(Paragraph::of)
                .forEach(blocks::add);
        ParsedDocument.checkLines(blocks.size());
        text.setLength(0);
    }
}
