package org.gongkai.transcription.carrier.sheet;

import org.apache.poi.hssf.usermodel.HSSFRichTextString;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.gongkai.transcription.page.CellText;

/** The visible text of a cell whose parts have different fonts: without struck-out text and the marks of notes. */
final class RichText {

    private final RichTextString text;
    private final Workbook workbook;
    private final StringBuilder visible = new StringBuilder();
    private boolean removed;

    private RichText(RichTextString text, Workbook workbook) {
        this.text = text;
        this.workbook = workbook;
    }

    /** Returns the visible text. A cell with nothing but removed text is not blank. */
    static CellText of(RichTextString text, Workbook workbook, Font font) {
        RichText reader = new RichText(text, workbook);
        int runs = text.numFormattingRuns();
        reader.add(0, runs == 0 ? text.length() : text.getIndexOfFormattingRun(0), font);
        for (int run = 0; run < runs; run++) {
            int end = run + 1 < runs ? text.getIndexOfFormattingRun(run + 1) : text.length();
            Font own = reader.font(run);
            reader.add(text.getIndexOfFormattingRun(run), end, own == null ? font : own);
        }
        return CellText.of(reader.visible.toString()).with(false, reader.removed);
    }

    private Font font(int run) {
        if (text instanceof HSSFRichTextString old) {
            return workbook.getFontAt(old.getFontOfFormattingRun(run));
        }
        return ((XSSFRichTextString) text).getFontOfFormattingRun(run);
    }

    private void add(int from, int to, Font font) {
        if (from < to) {
            if (font.getStrikeout() || font.getTypeOffset() != Font.SS_NONE) {
                removed = true;
            } else {
                visible.append(text.getString(), from, to);
            }
        }
    }
}
