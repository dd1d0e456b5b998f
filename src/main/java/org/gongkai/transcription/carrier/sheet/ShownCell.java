package org.gongkai.transcription.carrier.sheet;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.gongkai.transcription.page.CellText;
import org.gongkai.transcription.page.ShownNumber;

/** Returns the visible text of the cells of a sheet. */
final class ShownCell {

    /** The number of characters by which a number may exceed its column, as digits differ in width. */
    private static final double TOLERANCE = 1;

    /** Matches a format that shows nothing. */
    private static final Pattern HIDING = Pattern.compile("[\\s;]*;[\\s;]*");

    private final Workbook workbook;
    private final PendingFormulas pending;
    private final DataFormatter formatter = new DataFormatter(Locale.ROOT);

    ShownCell(Sheet sheet) {
        this.workbook = sheet.getWorkbook();
        this.pending = PendingFormulas.of(sheet);
        formatter.setUseCachedValuesForFormulaCells(true);
    }

    /**
     * Returns the text of a cell. A number that is not shown as it is, and a formula without a result or with a blank one, is no
     * number.
     *
     * @param width the width of the cell in characters
     */
    CellText text(Cell cell, double width) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        Font font = workbook.getFontAt(cell.getCellStyle().getFontIndex());
        if (type == CellType.BLANK) {
            return CellText.BLANK;
        }
        if (type == CellType.STRING) {
            CellText text = RichText.of(cell.getRichStringCellValue(), workbook, font);
            return text.isBlank() && cell.getCellType() == CellType.FORMULA ? text.withObject() : text;
        }
        CellText text = CellText.of(formatter.formatCellValue(cell));
        boolean isRead = !font.getStrikeout()
                && !pending.contains(cell)
                && (type != CellType.NUMERIC || isShown(cell, firstLine(text), width));
        return isRead ? text : text.withObject();
    }

    private static String firstLine(CellText text) {
        return text.lines().stream().findFirst().orElse("");
    }

    private static boolean isShown(Cell cell, String text, double width) {
        BigDecimal number = BigDecimal.valueOf(cell.getNumericCellValue());
        if (number.signum() == 0 && text.chars().noneMatch(Character::isDigit)) {
            return true;
        }
        if (HIDING.matcher(cell.getCellStyle().getDataFormatString()).matches()) {
            return false;
        }
        boolean fits = text.length() <= width + TOLERANCE || cell.getCellStyle().getShrinkToFit();
        return fits && ShownNumber.isExact(text, number);
    }
}
