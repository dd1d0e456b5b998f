package org.gongkai.statistics.rollup.format;

import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** Prints a sheet on A4, with all its columns on one page. */
final class PageSetup {

    /** A table with more columns is printed in landscape. */
    private static final int MAX_PORTRAIT_COLUMNS = 5;

    private PageSetup() {}

    static void apply(SXSSFSheet sheet, int columns) {
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(columns > MAX_PORTRAIT_COLUMNS);
        sheet.setFitToPage(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
    }
}
