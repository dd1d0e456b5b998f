package org.gongkai.publication.pdf;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.pdf.PdfAction;
import com.lowagie.text.pdf.PdfOutline;
import com.lowagie.text.pdf.PdfWriter;

/**
 * The pages of a PDF file, which are filled from the first to the last. Lengths are in points.
 *
 * @param pages receives the content
 * @param writer writes each page when it is full
 */
record PageFlow(Document pages, PdfWriter writer) {

    void add(Element content) {
        pages.add(content);
    }

    /** Starts a page unless that much fits on the current one. */
    void startPageUnlessFits(float height) {
        if (position() - height < pages.bottom()) {
            pages.newPage();
        }
    }

    /** Checks that the current page is empty. */
    boolean isAtTop() {
        return position() >= pages.top();
    }

    private float position() {
        return writer.getVerticalPosition(true);
    }

    /** Adds a bookmark that leads to a destination. */
    void bookmark(String destination, String text) {
        new PdfOutline(writer.getRootOutline(), PdfAction.gotoLocalPage(destination, false), text);
    }

    /** Returns the width of the text on a page. */
    float width() {
        return pages.right() - pages.left();
    }

    /** Returns the height of the text on a page. */
    float height() {
        return pages.top() - pages.bottom();
    }
}
