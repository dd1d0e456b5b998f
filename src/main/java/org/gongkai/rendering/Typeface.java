package org.gongkai.rendering;

import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;

/** The typefaces of official documents (GB/T 9704), by the names that Chinese offices have them under. */
enum Typeface {
    TITLE("方正小标宋简体", 22),
    HEADING("黑体", 16),
    BODY("仿宋", 16),
    NOTE("仿宋", 12),
    TABLE("宋体", 10.5),
    DENSE_TABLE("宋体", 9);

    /** For letters and digits. */
    private static final String LATIN = "Times New Roman";

    private final String font;
    private final double size;

    Typeface(String font, double size) {
        this.font = font;
        this.size = size;
    }

    /** The name of the font. */
    String font() {
        return font;
    }

    /** The size in points. */
    double size() {
        return size;
    }

    /** Writes a text at the end of a paragraph. */
    void write(String text, XWPFParagraph paragraph) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontFamily(LATIN, FontCharRange.ascii);
        run.setFontFamily(LATIN, FontCharRange.hAnsi);
        run.setFontFamily(font, FontCharRange.eastAsia);
        run.setFontSize(size);
    }

    /** Names the font as that of a whole document. */
    void name(CTFonts fonts) {
        fonts.setAscii(LATIN);
        fonts.setHAnsi(LATIN);
        fonts.setEastAsia(font);
    }
}
