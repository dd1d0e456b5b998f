package org.gongkai.publication;

import java.io.InputStream;
import org.gongkai.publication.pdf.PdfFile;

/** The fonts of the service, for files that tests print. */
public final class PublicationFonts {

    private PublicationFonts() {}

    public static InputStream serif() {
        return PdfFile.class.getResourceAsStream("NotoSerifSC-Regular.ttf");
    }
}
