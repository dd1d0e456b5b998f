package org.gongkai.publication.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text of a PDF file, as a reader would copy it. */
public final class PdfPages {

    private PdfPages() {}

    /** Returns the text of each page, line by line as it is seen, without its page number. */
    static List<String> of(byte[] file) {
        return read(file, true).stream()
                .map(page -> page.replaceFirst("— \\d+ —\\s*$", ""))
                .toList();
    }

    /** Returns the whole text, without blanks and line ends. */
    public static String joined(byte[] file) {
        return withoutBlanks(String.join("", read(file, false)));
    }

    static String withoutBlanks(String text) {
        return text.replaceAll("[\\s　]|— \\d+ —", "");
    }

    private static List<String> read(byte[] file, boolean asSeen) {
        try (PDDocument document = Loader.loadPDF(file)) {
            return IntStream.rangeClosed(1, document.getNumberOfPages())
                    .mapToObj(page -> page(document, page, asSeen))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String page(PDDocument document, int page, boolean asSeen) {
        try {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(asSeen);
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
