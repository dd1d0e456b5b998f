package org.gongkai.publication;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.gongkai.publication.layout.GridCell.Content;
import org.gongkai.publication.layout.GridCell.Quantity;
import org.gongkai.publication.layout.GridCell.RowLabel;
import org.gongkai.publication.layout.GridCell.Words;

/** The cell styles of a document's workbook. Each is created once, because a workbook has a limit on styles. */
final class SheetStyles {

    private static final int UNITS_PER_POINT = 20;

    private final Workbook workbook;
    private final CellStyle title;
    private final CellStyle heading;
    private final CellStyle text;
    private final CellStyle centred;
    private final CellStyle words;
    private final Map<String, CellStyle> numbers = new HashMap<>();

    SheetStyles(Workbook workbook) {
        this.workbook = workbook;
        title = style(Typeface.TITLE, HorizontalAlignment.CENTER, style -> {});
        heading = style(Typeface.HEADING, HorizontalAlignment.LEFT, style -> {});
        text = style(
                Typeface.TEXT, HorizontalAlignment.LEFT, style -> style.setVerticalAlignment(VerticalAlignment.TOP));
        centred = style(Typeface.TABLE, HorizontalAlignment.CENTER, SheetStyles::border);
        words = style(Typeface.TABLE, HorizontalAlignment.LEFT, SheetStyles::border);
    }

    CellStyle ofTitle() {
        return title;
    }

    CellStyle ofHeading() {
        return heading;
    }

    CellStyle ofText() {
        return text;
    }

    CellStyle of(Content content) {
        if (content instanceof Quantity quantity) {
            return numbers.computeIfAbsent(pattern(quantity), this::number);
        }
        return content instanceof RowLabel || content instanceof Words ? words : centred;
    }

    /** Returns the number format that shows all decimals of the quantity and no further zeros. */
    private static String pattern(Quantity quantity) {
        int decimals = quantity.plain().scale();
        String number = decimals > 0 ? "0." + "0".repeat(decimals) : "0";
        return quantity.unit().isEmpty() ? number : number + "\"" + quantity.unit() + "\"";
    }

    private CellStyle number(String pattern) {
        return style(Typeface.TABLE, HorizontalAlignment.CENTER, style -> {
            border(style);
            style.setDataFormat(workbook.createDataFormat().getFormat(pattern));
        });
    }

    private CellStyle style(Typeface typeface, HorizontalAlignment alignment, Consumer<CellStyle> more) {
        Font font = workbook.createFont();
        font.setFontName(typeface.font());
        font.setFontHeight((short) Math.round(typeface.size() * UNITS_PER_POINT));
        CellStyle style = workbook.createCellStyle();
        style.setFont(font);
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setWrapText(true);
        more.accept(style);
        return style;
    }

    private static void border(CellStyle style) {
        style.setBorderTop(BorderStyle.THIN);
        style.setBorderRight(BorderStyle.THIN);
        style.setBorderBottom(BorderStyle.THIN);
        style.setBorderLeft(BorderStyle.THIN);
    }
}
