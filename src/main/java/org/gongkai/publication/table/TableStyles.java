package org.gongkai.publication.table;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;

/** The styles of the cells of a workbook. Each is created once, as a workbook can hold only a limited number. */
public final class TableStyles {

    private static final String DAY = "yyyy-mm-dd";
    private static final String MINUTE = "yyyy-mm-dd hh:mm";

    private final Workbook workbook;
    private final CellStyle header;
    private final CellStyle wrapped;
    private final CellStyle plain;
    private final Map<String, CellStyle> numbers = new HashMap<>();

    public TableStyles(Workbook workbook) {
        this.workbook = workbook;
        header = header();
        wrapped = workbook.createCellStyle();
        wrapped.setWrapText(true);
        wrapped.setVerticalAlignment(VerticalAlignment.TOP);
        plain = workbook.createCellStyle();
        plain.setVerticalAlignment(VerticalAlignment.TOP);
    }

    /** Returns the style of the header of a column or a line. */
    public CellStyle ofHeader() {
        return header;
    }

    /** Returns the style of texts that may need several lines. */
    public CellStyle ofText() {
        return wrapped;
    }

    /** Returns the style of texts on one line. */
    CellStyle ofPlainText() {
        return plain;
    }

    public CellStyle ofCount() {
        return ofNumber(TableColumn.COUNT);
    }

    /** Returns the style of numbers, dates and times in a format of spreadsheets. */
    CellStyle ofNumber(String pattern) {
        return numbers.computeIfAbsent(pattern, this::number);
    }

    CellStyle ofDay() {
        return centred(DAY);
    }

    CellStyle ofMinute() {
        return centred(MINUTE);
    }

    /** Centres dates, which would otherwise touch the text in the next column. */
    private CellStyle centred(String pattern) {
        CellStyle style = ofNumber(pattern);
        style.setAlignment(HorizontalAlignment.CENTER);
        return style;
    }

    private CellStyle number(String pattern) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(pattern));
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }

    private CellStyle header() {
        Font bold = workbook.createFont();
        bold.setBold(true);
        CellStyle style = workbook.createCellStyle();
        style.setFont(bold);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        return style;
    }
}
