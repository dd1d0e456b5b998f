package org.gongkai.publication.pdf;

import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.PdfBoolean;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfLiteral;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Locale;
import org.gongkai.publication.layout.OfficialDocument;
import org.gongkai.text.Sha256;

/**
 * Writes a document as a PDF file. Each page is written when it is full, so that memory is needed for one page. The same document always gives the same bytes.
 */
public final class PdfFile {

    /** The margins of GB/T 9704, in points: 28, 26, 37 and 35 mm. */
    private static final float LEFT = 79.4f;

    private static final float RIGHT = 73.7f;
    private static final float TOP = 104.9f;
    private static final float BOTTOM = 99.2f;

    /** The number of hexadecimal digits of an identifier. */
    private static final int ID_LENGTH = 32;

    private PdfFile() {}

    /** Writes the file. The stream is not closed. */
    public static void write(OfficialDocument document, OutputStream out) {
        Document pages = new Document(PageSize.A4, LEFT, RIGHT, TOP, BOTTOM);
        PdfWriter writer = PdfWriter.getInstance(pages, out);
        writer.setCloseStream(false);
        writer.setFullCompression();
        writer.setPageEvent(new PageNumbers());
        pages.open();
        describe(document, writer);
        new PdfBody(new PageFlow(pages, writer)).write(document);
        pages.close();
    }

    /** Sets the properties of the file. Its time and its identifier are those of the document. */
    private static void describe(OfficialDocument document, PdfWriter writer) {
        PdfDictionary properties = writer.getInfo();
        properties.put(PdfName.TITLE, new PdfString(document.title(), PdfObject.TEXT_UNICODE));
        properties.put(PdfName.CREATOR, new PdfString("Gongkai"));
        properties.put(
                PdfName.CREATIONDATE,
                new PdfDate(GregorianCalendar.from(document.dated().atZone(ZoneOffset.UTC))));
        properties.put(PdfName.FILEID, identifier(document));
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(Locale.SIMPLIFIED_CHINESE.toLanguageTag()));
        writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
    }

    private static PdfLiteral identifier(OfficialDocument document) {
        String id = Sha256.hex(document.title() + document.dated()).substring(0, ID_LENGTH);
        return new PdfLiteral("[<" + id + "><" + id + ">]");
    }
}
