package org.gongkai.publication;

import java.util.Set;
import org.gongkai.form.statutory.Forms;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.publication.pdf.PdfFile;
import org.gongkai.report.Contents;
import org.gongkai.testing.ReportFiles.RealReport;

/** Reports as PDF files in the layout of the service. */
public final class PrintedPdfFiles {

    private PrintedPdfFiles() {}

    public static byte[] of(RealReport report, String organ) {
        Contents contents =
                Contents.of(report.year(), Forms.of(report.year()).orElseThrow(), report.content(), Set.of());
        return Pages.bytes(PdfFile::write, OfficialDocument.of(organ, contents, Pages.DATED));
    }
}
