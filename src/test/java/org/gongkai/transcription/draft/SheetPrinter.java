package org.gongkai.transcription.draft;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.RichTextString;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.transcription.draft.DraftCell.Look;
import org.gongkai.transcription.draft.DraftCell.Run;
import org.gongkai.transcription.draft.DraftTable.Spanned;

/** Prints a draft as a workbook with a sheet for each section. Plain numbers are numbers, other cells are texts. */
final class SheetPrinter {

    private static final String NUMBER = "-?(?:0|[1-9]\\d{0,8})(?:\\.\\d{1,4})?";
    private static final int WIDTH = 20 * 256;

    private final Workbook workbook;
    private final Map<Look, Font> fonts = new HashMap<>();
    private Sheet sheet;
    private int row;

    private SheetPrinter(Workbook workbook) {
        this.workbook = workbook;
    }

    static byte[] print(Draft draft, boolean xlsx) throws IOException {
        try (Workbook workbook = xlsx ? new XSSFWorkbook() : new HSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            new SheetPrinter(workbook).draft(draft);
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private void draft(Draft draft) {
        for (List<Object> chapter : draft.chapters()) {
            sheet = workbook.createSheet();
            row = 0;
            for (Object block : chapter) {
                if (block instanceof DraftTable table) {
                    table(table);
                } else {
                    line(block.toString());
                }
            }
        }
    }

    private void line(String text) {
        sheet.createRow(row++).createCell(0).setCellValue(text);
    }

    private void table(DraftTable table) {
        Draft.upTo(table.columns()).forEach(column -> sheet.setColumnWidth(column, WIDTH));
        if (table.hiddenColumn() >= 0) {
            sheet.setColumnHidden(table.hiddenColumn(), true);
        }
        for (int index = 0; index < table.rows().size(); index++, row++) {
            Row line = sheet.createRow(row);
            line.setZeroHeight(table.isHidden(index));
            for (Spanned cell : table.begunIn(index)) {
                cell(line, cell);
            }
        }
    }

    private void cell(Row line, Spanned spanned) {
        Cell cell = line.createCell(spanned.column());
        DraftCell content = spanned.cell();
        if (spanned.rows() * spanned.columns() > 1) {
            sheet.addMergedRegion(new CellRangeAddress(
                    row, row + spanned.rows() - 1, spanned.column(), spanned.column() + spanned.columns() - 1));
        }
        if (content.isPlain() && content.isNumber() && content.text().matches(NUMBER)) {
            cell.setCellValue(Double.parseDouble(content.text()));
        } else {
            text(cell, content);
        }
    }

    private void text(Cell cell, DraftCell content) {
        StringBuilder text = new StringBuilder();
        content.runs().stream()
                .filter(run -> isPrinted(run.look()))
                .map(Run::text)
                .forEach(text::append);
        RichTextString rich = workbook.getCreationHelper().createRichTextString(text.toString());
        int from = 0;
        for (Run run : content.runs()) {
            if (isPrinted(run.look())) {
                int start = from;
                from += run.text().length();
                int end = from;
                font(run.look()).filter(font -> start < end).ifPresent(font -> rich.applyFont(start, end, font));
            } else if (run.look() == Look.PICTURE || run.look() == Look.FIELD) {
                picture(cell);
            }
        }
        cell.setCellValue(rich);
    }

    /** A sheet knows no hidden or deleted part of a text. */
    private static boolean isPrinted(Look look) {
        return look.isRead() || look == Look.RAISED || look == Look.LOWERED || look == Look.STRUCK;
    }

    private Optional<Font> font(Look look) {
        return look.isRead() ? Optional.empty() : Optional.of(fonts.computeIfAbsent(look, this::newFont));
    }

    private Font newFont(Look look) {
        Font font = workbook.createFont();
        font.setStrikeout(look == Look.STRUCK);
        font.setTypeOffset(look == Look.RAISED ? Font.SS_SUPER : look == Look.LOWERED ? Font.SS_SUB : Font.SS_NONE);
        return font;
    }

    private void picture(Cell cell) {
        ClientAnchor anchor = workbook.getCreationHelper().createClientAnchor();
        anchor.setRow1(cell.getRowIndex());
        anchor.setCol1(cell.getColumnIndex());
        anchor.setRow2(cell.getRowIndex() + 1);
        anchor.setCol2(cell.getColumnIndex() + 1);
        int picture = workbook.addPicture(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, Workbook.PICTURE_TYPE_PNG);
        sheet.createDrawingPatriarch().createPicture(anchor, picture);
    }
}
