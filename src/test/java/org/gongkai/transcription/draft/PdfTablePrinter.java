package org.gongkai.transcription.draft;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.gongkai.publication.PublicationFonts;
import org.gongkai.transcription.draft.DraftCell.Run;
import org.gongkai.transcription.draft.DraftTable.Spanned;

/** Prints a draft as a PDF file, with or without lines around its cells. Lengths are in points. */
final class PdfTablePrinter {

    private static final float SIZE = 7;
    private static final float LEFT = 40;
    private static final float WIDTH = 760;
    private static final float TOP = 550;
    private static final float BOTTOM = 50;
    private static final float LEADING = 9;
    private static final float NUMBER = 50;
    private static final int TEXT_LENGTH = 90;
    private static final TrueTypeFont FONT = font();

    private final PDDocument document = new PDDocument();
    private final boolean ruled;
    private PDFont font;
    private PDPageContentStream page;
    private float y;
    private int pages;

    private PdfTablePrinter(boolean ruled) {
        this.ruled = ruled;
    }

    private static TrueTypeFont font() {
        try {
            return new TTFParser().parse(new RandomAccessReadBuffer(PublicationFonts.serif()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] print(Draft draft, boolean ruled) throws IOException {
        PdfTablePrinter printer = new PdfTablePrinter(ruled);
        try (PDDocument document = printer.document;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            printer.font = PDType0Font.load(document, FONT, true);
            printer.startPage();
            printer.draft(draft);
            printer.page.close();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private void startPage() throws IOException {
        PDPage sheet = new PDPage(new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()));
        document.addPage(sheet);
        if (page != null) {
            page.close();
        }
        page = new PDPageContentStream(document, sheet);
        y = TOP;
        text(400, 25, SIZE, "- " + ++pages + " -");
    }

    private void draft(Draft draft) throws IOException {
        for (Object block : draft.printed().toList()) {
            if (block instanceof DraftTable table) {
                table(table);
            } else {
                paragraph(block.toString());
            }
        }
    }

    private void paragraph(String text) throws IOException {
        for (String line : wrapped(text, TEXT_LENGTH)) {
            room(LEADING + 4);
            y -= LEADING + 4;
            text(LEFT, y, SIZE, line);
        }
        y -= 6;
    }

    private void room(float height) throws IOException {
        if (y - height < BOTTOM) {
            startPage();
        }
    }

    private void table(DraftTable table) throws IOException {
        float[] widths = widths(table);
        int first = 0;
        while (first < table.rows().size()) {
            room(100);
            int end = first;
            float height = 0;
            while (end < table.rows().size() && y - height - rowHeight(table, end, widths) > BOTTOM) {
                height += rowHeight(table, end++, widths);
            }
            end = Math.max(end, first + 1);
            part(table, first, end, widths);
            first = end;
        }
        y -= 6;
    }

    private static float[] widths(DraftTable table) {
        List<Integer> numbers = new ArrayList<>();
        Draft.upTo(table.columns()).stream()
                .filter(column -> table.rows().stream()
                        .anyMatch(row -> column < row.size() && row.get(column).isNumber()))
                .forEach(numbers::add);
        int labels = table.columns() - numbers.size();
        float number = Math.min(NUMBER, (WIDTH - 30f * labels) / Math.max(1, numbers.size()));
        float label = labels == 0 ? 0 : (WIDTH - number * numbers.size()) / labels;
        float[] widths = new float[table.columns()];
        Draft.upTo(table.columns())
                .forEach(column -> widths[column] =
                        column == table.hiddenColumn() ? 0 : numbers.contains(column) ? number : label);
        return widths;
    }

    private static float sum(float[] widths, int from, int count) {
        float sum = 0;
        for (int column = from; column < Math.min(widths.length, from + count); column++) {
            sum += widths[column];
        }
        return sum;
    }

    private static List<String> lines(DraftCell cell, float width) {
        float character = cell.isNumber() ? SIZE * 0.6f : SIZE;
        return cell.text()
                .lines()
                .flatMap(line -> wrapped(line, (int) ((width - 6) / character)).stream())
                .toList();
    }

    private static float rowHeight(DraftTable table, int row, float[] widths) {
        if (table.isHidden(row)) {
            return 0;
        }
        return 8
                + LEADING
                        * table.begunIn(row).stream()
                                .filter(cell -> cell.rows() == 1)
                                .mapToInt(cell -> lines(cell.cell(), sum(widths, cell.column(), cell.columns()))
                                        .size())
                                .max()
                                .orElse(1);
    }

    /** Prints the rows that fit on a page. A merged cell has its text in its first part. */
    private void part(DraftTable table, int first, int end, float[] widths) throws IOException {
        float[] tops = new float[end - first + 1];
        tops[0] = y;
        for (int row = first; row < end; row++) {
            tops[row - first + 1] = tops[row - first] - rowHeight(table, row, widths);
        }
        for (int row = 0; row < end; row++) {
            if (table.isHidden(row)) {
                continue;
            }
            for (Spanned cell : table.begunIn(row)) {
                int from = Math.max(row, first);
                int to = Math.min(row + cell.rows(), end);
                float width = sum(widths, cell.column(), cell.columns());
                if (from < to && width > 0) {
                    cell(
                            cell.cell(),
                            row >= first,
                            LEFT + sum(widths, 0, cell.column()),
                            tops[from - first],
                            width,
                            tops[from - first] - tops[to - first]);
                }
            }
        }
        y = tops[end - first];
    }

    private void cell(DraftCell cell, boolean begins, float x, float top, float width, float height)
            throws IOException {
        if (ruled) {
            page.addRect(x, top - height, width, height);
            page.stroke();
        }
        if (begins && cell.isPlain()) {
            List<String> lines = lines(cell, width);
            float line = top - (height - lines.size() * LEADING) / 2 - SIZE;
            for (String text : lines) {
                float length = font.getStringWidth(text) / 1000 * SIZE;
                text(cell.isNumber() ? x + (width - length) / 2 : x + 3, line, SIZE, text);
                line -= LEADING;
            }
        } else if (begins) {
            runs(cell, x + 4, top - 4 - SIZE);
        }
    }

    private void runs(DraftCell cell, float left, float top) throws IOException {
        float x = left;
        float line = top;
        for (Run run : cell.runs()) {
            float length = font.getStringWidth(run.text().replace("\n", "")) / 1000 * SIZE;
            switch (run.look()) {
                case PLAIN, INSERTED -> text(x, line, SIZE, run.text());
                case RAISED -> text(x, line + 2.5f, 4, run.text());
                case LOWERED -> text(x, line - 1.5f, 4, run.text());
                case STRUCK -> {
                    text(x, line, SIZE, run.text());
                    page.moveTo(x - 0.5f, line + 2.4f);
                    page.lineTo(x + length + 0.5f, line + 2.4f);
                    page.stroke();
                }
                case HIDDEN -> hidden(run, x, line, length);
                case PICTURE, FIELD -> {
                    page.moveTo(x, line);
                    page.curveTo(x, line + 8, x + 6, line + 8, x + 6, line);
                    page.fill();
                }
                case DELETED -> length = 0;
                case BREAK -> line -= LEADING;
            }
            x = line < top ? left : x + length;
        }
    }

    /** Prints text that is invisible, white, or painted over. */
    private void hidden(Run run, float x, float line, float length) throws IOException {
        if (run.way() % 3 == 0) {
            page.setRenderingMode(RenderingMode.NEITHER);
        } else if (run.way() % 3 == 1) {
            page.setNonStrokingColor(1f);
        }
        text(x, line, SIZE, run.text());
        page.setRenderingMode(RenderingMode.FILL);
        if (run.way() % 3 == 2) {
            page.setNonStrokingColor(1f);
            page.addRect(x, line - 1, length, SIZE);
            page.fill();
        }
        page.setNonStrokingColor(0f);
    }

    private void text(float x, float baseline, float size, String text) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, baseline);
        page.showText(text);
        page.endText();
    }

    private static List<String> wrapped(String text, int length) {
        List<String> parts = new ArrayList<>();
        int most = Math.max(1, length);
        for (int from = 0; from < text.length(); from += most) {
            parts.add(text.substring(from, Math.min(text.length(), from + most)));
        }
        return parts;
    }
}
