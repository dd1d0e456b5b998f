package org.gongkai.publication.pdf;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;

/** Prints the number of each page under its text. */
final class PageNumbers extends PdfPageEventHelper {

    /** The distance from the text to the number, in points: 7 mm, as defined by GB/T 9704. */
    private static final float DISTANCE = 20;

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        ColumnText.showTextAligned(
                writer.getDirectContent(),
                Element.ALIGN_CENTER,
                Typesetter.phrase("— " + writer.getPageNumber() + " —", TextStyle.PAGE_NUMBER),
                (document.left() + document.right()) / 2,
                document.bottom() - DISTANCE - TextStyle.PAGE_NUMBER.size(),
                0);
    }
}
