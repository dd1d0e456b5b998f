package org.gongkai.statistics.rollup.format;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.gongkai.statistics.rollup.FigureUnit;

/** The styles of the cells of a workbook. Each is created once, as a workbook can hold only a limited number. */
final class CellStyles {

    private static final String COUNT = "#,##0";

    /** The format of years, which have no thousands separator. */
    private static final String YEAR = "0";

    private final Workbook workbook;
    private final CellStyle header;
    private final CellStyle wrapped;
    private final Map<String, CellStyle> numbers = new HashMap<>();

    CellStyles(Workbook workbook) {
        this.workbook = workbook;
        header = header();
        wrapped = workbook.createCellStyle();
        wrapped.setWrapText(true);
        wrapped.setVerticalAlignment(VerticalAlignment.TOP);
    }

    /** Returns the style of the header of a column or a line. */
    CellStyle ofHeader() {
        return header;
    }

    /** Returns the style of texts that may need several lines. */
    CellStyle ofText() {
        return wrapped;
    }

    CellStyle ofCount() {
        return number(COUNT);
    }

    CellStyle ofYear() {
        return number(YEAR);
    }

    /** Returns the style of the values of a figure. */
    CellStyle ofValue(String figure) {
        return number(FigureUnit.of(figure).pattern());
    }

    private CellStyle number(String pattern) {
        return numbers.computeIfAbsent(pattern, created -> {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(created));
            style.setVerticalAlignment(VerticalAlignment.TOP);
            return style;
        });
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
