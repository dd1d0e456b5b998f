package org.gongkai.publication;

import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/** Sets up the printing of a sheet: A4, with all its columns on one page. */
public final class PageSetup {

    /** The number of a page, in its footer. */
    public static final String PAGE_NUMBER = "— &P —";

    private PageSetup() {}

    /** Sets up a sheet. Returns its settings for what differs. */
    public static PrintSetup fitWidth(SXSSFSheet sheet) {
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        return print;
    }
}
