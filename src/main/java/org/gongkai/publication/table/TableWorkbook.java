package org.gongkai.publication.table;

import java.util.List;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.gongkai.publication.PageSetup;
import org.gongkai.publication.SpooledWorkbook;
import org.gongkai.text.BeijingTime;
import org.gongkai.text.Language;
import org.gongkai.text.Text;

/** A table as a workbook (XLSX) with one sheet. Each printed page has the title, the time of the data and its number. */
final class TableWorkbook {

    private static final Text AS_OF = new Text("截至 %s（北京时间）", "As of %s (Beijing time)");

    /** Narrow margins, because a list for people has many columns. */
    private static final double MARGIN_IN_INCHES = 0.4;

    private TableWorkbook() {}

    static <R> byte[] of(Table<R> table, List<R> rows, TableLabels labels, Language language) {
        String title = table.title().in(language);
        return SpooledWorkbook.write(title, table.at(), workbook -> {
            SXSSFSheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(title));
            new TableSheet<>(sheet, new TableStyles(workbook), table.columns().apply(labels, language), language)
                    .fill(rows);
            sheet.setMargin(PageMargin.LEFT, MARGIN_IN_INCHES);
            sheet.setMargin(PageMargin.RIGHT, MARGIN_IN_INCHES);
            sheet.getHeader().setCenter(title);
            sheet.getHeader()
                    .setRight(AS_OF.with(BeijingTime.toTheMinute(table.at())).in(language));
            sheet.getFooter().setCenter(PageSetup.PAGE_NUMBER);
        });
    }
}
