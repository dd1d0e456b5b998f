package org.gongkai.transcription;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;
import org.gongkai.form.FormNode;
import org.gongkai.publication.PublicationFonts;
import org.gongkai.transcription.PrintedReport.PrintedLine;
import org.gongkai.transcription.page.Section;

/** Prints a report as a PDF file, in a layout that differs from that of the service. Lengths are in points. */
final class PdfPrinter {

    static final float SIZE = 8;

    private static final float LEFT = 50;
    private static final float LABELS = 260;
    private static final float COLUMN = 33;
    private static final float LEADING = 10;
    private static final float PADDING = 3;
    private static final int LABEL_LENGTH = 30;
    private static final int TEXT_LENGTH = 60;

    /** How the pages look. */
    record Look(boolean ruled, boolean filledLines, int rotation, boolean turned) {

        static final Look RULED = new Look(true, false, 0, false);
        static final Look UNRULED = new Look(false, false, 0, false);
    }

    /** Draws the number of a cell in another way. */
    @FunctionalInterface
    interface Pen {

        /** Draws a number. */
        void draw(Sheet sheet, float x, float y, String number) throws IOException;
    }

    /**
     * A page that is being printed.
     *
     * @param document the file
     * @param page the page
     * @param stream its content
     * @param font the font of its text
     */
    record Sheet(PDDocument document, PDPage page, PDPageContentStream stream, PDFont font) {

        void text(float x, float y, float size, String text) throws IOException {
            stream.beginText();
            stream.setFont(font, size);
            stream.newLineAtOffset(x, y);
            stream.showText(text);
            stream.endText();
        }
    }

    private final PDDocument document = new PDDocument();
    private final Look look;
    private final String marked;
    private final Pen pen;
    private PDFont font;
    private Sheet sheet;
    private float y;
    private int pages;

    private PdfPrinter(Look look, String marked, Pen pen) {
        this.look = look;
        this.marked = marked;
        this.pen = pen;
    }

    static byte[] print(PrintedReport report, String title, JsonNode content, Look look) throws IOException {
        return print(report, title, content, look, "", (sheet, x, y, number) -> {});
    }

    /**
     * Prints a report.
     *
     * @param marked the label of the row whose first number is drawn by the pen
     */
    static byte[] print(PrintedReport report, String title, JsonNode content, Look look, String marked, Pen pen)
            throws IOException {
        PdfPrinter printer = new PdfPrinter(look, marked, pen);
        try (PDDocument document = printer.document;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            printer.font = PDType0Font.load(document, PublicationFonts.serif(), true);
            printer.startPage();
            printer.report(report, title, content);
            printer.sheet.stream().close();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private void startPage() throws IOException {
        boolean onSide = look.turned() || look.rotation() % 180 != 0;
        PDRectangle upright = PDRectangle.A4;
        PDPage page = new PDPage(onSide ? new PDRectangle(upright.getHeight(), upright.getWidth()) : upright);
        page.setRotation(look.rotation());
        document.addPage(page);
        PDPageContentStream stream = new PDPageContentStream(document, page);
        stream.transform(
                switch (look.turned() ? 270 : look.rotation()) {
                    case 90 -> new Matrix(0, 1, -1, 0, upright.getHeight(), 0);
                    case 180 -> new Matrix(-1, 0, 0, -1, upright.getWidth(), upright.getHeight());
                    case 270 -> new Matrix(0, -1, 1, 0, 0, upright.getWidth());
                    default -> new Matrix();
                });
        sheet = new Sheet(document, page, stream, font);
        pages++;
        sheet.text(LEFT, 800, SIZE, "政务公开资料");
        sheet.text(290, 30, SIZE, "- " + pages + " -");
        y = 770;
    }

    private void room(float height) throws IOException {
        if (y - height < 60) {
            sheet.stream().close();
            startPage();
        }
    }

    private void report(PrintedReport report, String title, JsonNode content) throws IOException {
        sheet.text(180, y, 14, title);
        y -= 30;
        for (Section section : Section.values()) {
            FormNode node = section.node();
            line(node.ordinal() + node.label().zh());
            if (node.kind() == FormNode.Kind.TEXT) {
                for (String text : content.get(node.name()).asText().lines().toList()) {
                    line("　　" + text);
                }
            } else {
                for (PrintedLine row : report.lines(section.number())) {
                    row(section.number(), row);
                }
            }
            y -= LEADING;
        }
    }

    private void line(String text) throws IOException {
        for (String part : wrapped(text, TEXT_LENGTH)) {
            room(LEADING);
            y -= LEADING;
            sheet.text(LEFT, y, SIZE, part);
        }
    }

    private static List<String> wrapped(String text, int length) {
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < text.length(); from += length) {
            parts.add(text.substring(from, Math.min(text.length(), from + length)));
        }
        return parts;
    }

    private void row(int table, PrintedLine row) throws IOException {
        boolean heads = row.values().isEmpty();
        List<String> labels = wrapped(heads ? row.labels().get(0) : String.join("", row.labels()), LABEL_LENGTH);
        List<String> cells = heads ? row.labels().subList(1, row.labels().size()) : row.values();
        float labelWidth = table == 4 ? COLUMN : LABELS;
        float width = table == 4 ? COLUMN - 1 : (495 - LABELS) / Math.max(1, cells.size());
        float height = Math.max(1, heads ? 2 : labels.size()) * LEADING + 2 * PADDING;
        room(height);
        y -= height;
        frame(LEFT, labelWidth, height);
        for (int index = 0; index < labels.size(); index++) {
            sheet.text(LEFT + PADDING, y + height - PADDING - LEADING * (index + 0.8f), SIZE, labels.get(index));
        }
        for (int index = 0; index < cells.size(); index++) {
            float x = LEFT + labelWidth + index * width;
            frame(x, width, height);
            number(row, index, x, width, cells.get(index), heads);
        }
    }

    private void number(PrintedLine row, int index, float x, float width, String text, boolean head)
            throws IOException {
        if (head) {
            List<String> parts = wrapped(text, Math.max(3, (int) ((width - 4) / SIZE)));
            for (int part = 0; part < Math.min(2, parts.size()); part++) {
                sheet.text(x + 2, y + 14 - part * LEADING, Math.min(SIZE, (width - 4) / 3), parts.get(part));
            }
            return;
        }
        boolean ends = !row.labels().isEmpty()
                && row.labels().get(row.labels().size() - 1).equals(marked);
        float size = Math.min(SIZE, (width - 6) / Math.max(1, text.length()) * 1.8f);
        float at = x + (width - text.length() * size * 0.55f) / 2;
        if (ends && index == 0) {
            pen.draw(sheet, at, y + PADDING + 3, text);
        } else {
            sheet.text(at, y + PADDING + 3, size, text);
        }
    }

    private void frame(float x, float width, float height) throws IOException {
        if (!look.ruled()) {
            return;
        }
        if (look.filledLines()) {
            sheet.stream().addRect(x, y, width, 0.5f);
            sheet.stream().addRect(x, y + height, width, 0.5f);
            sheet.stream().addRect(x, y, 0.5f, height);
            sheet.stream().addRect(x + width, y, 0.5f, height);
            sheet.stream().fill();
        } else {
            sheet.stream().addRect(x, y, width, height);
            sheet.stream().stroke();
        }
    }
}
