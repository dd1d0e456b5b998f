package org.gongkai.rendering;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/** A document for Word and WPS (DOCX), on a page as GB/T 9704 wants it. Lengths are in twentieths of a point. */
final class WordDocument {

    /** A4. */
    private static final long PAGE_WIDTH = 11_906;

    private static final long PAGE_HEIGHT = 16_838;

    /** 37, 28, 35 and 26 mm: what remains are 156 by 225 mm. */
    private static final long TOP = 2_098;

    private static final long LEFT = 1_588;
    private static final long BOTTOM = 1_984;
    private static final long RIGHT = 1_474;

    /** Between the lines of a text, in points: 22 lines to a page. */
    private static final double LINE = 28;

    private static final int AFTER_TITLE = 560;

    /** Two characters, in hundredths of one; and for programs that do not count in characters, as long as these are. */
    private static final long INDENT = 200;

    private static final double INDENT_PER_POINT = 40;

    private final XWPFDocument word;

    private WordDocument(XWPFDocument word) {
        this.word = word;
    }

    static byte[] of(OfficialDocument document) {
        try (XWPFDocument word = new XWPFDocument()) {
            new WordDocument(word).write(document);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            word.write(bytes);
            return Timeless.zip(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(OfficialDocument document) {
        describe(document);
        page();
        XWPFParagraph title = paragraph(document.title(), Typeface.TITLE);
        title.setAlignment(ParagraphAlignment.CENTER);
        title.setSpacingAfter(AFTER_TITLE);
        if (!document.note().isEmpty()) {
            line(document.note(), Typeface.NOTE);
        }
        document.parts().forEach(this::part);
        pageNumbers();
    }

    private void describe(OfficialDocument document) {
        CoreProperties properties = word.getProperties().getCoreProperties();
        properties.setTitle(document.title());
        properties.setCreator("Gongkai");
        properties.setCreated(Optional.of(Date.from(document.dated())));
        XWPFStyles styles = word.createStyles();
        CTFonts fonts = CTFonts.Factory.newInstance();
        Typeface.BODY.name(fonts);
        styles.setDefaultFonts(fonts);
        styles.setEastAsia("zh-CN");
    }

    private void page() {
        CTSectPr section = word.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(PAGE_WIDTH));
        size.setH(BigInteger.valueOf(PAGE_HEIGHT));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(TOP));
        margins.setLeft(BigInteger.valueOf(LEFT));
        margins.setBottom(BigInteger.valueOf(BOTTOM));
        margins.setRight(BigInteger.valueOf(RIGHT));
    }

    private void part(Part part) {
        XWPFParagraph heading = paragraph(Printable.of(part.heading()), Typeface.HEADING);
        heading.setSpacingBeforeLines(50);
        heading.setKeepNext(true);
        heading.getCTPPr().addNewOutlineLvl().setVal(BigInteger.ZERO);
        part.lines().forEach(line -> line(Printable.of(line), Typeface.BODY));
        part.table().ifPresent(table -> WordTable.write(table, word, PAGE_WIDTH - LEFT - RIGHT));
    }

    private void line(String text, Typeface typeface) {
        XWPFParagraph line = paragraph(text, typeface);
        line.setSpacingBetween(LINE, LineSpacingRule.EXACT);
        line.setIndentationFirstLine((int) (INDENT_PER_POINT * typeface.size()));
        line.getCTPPr().getInd().setFirstLineChars(BigInteger.valueOf(INDENT));
    }

    private XWPFParagraph paragraph(String text, Typeface typeface) {
        XWPFParagraph paragraph = word.createParagraph();
        typeface.write(text, paragraph);
        return paragraph;
    }

    private void pageNumbers() {
        XWPFParagraph footer = word.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        footer.setAlignment(ParagraphAlignment.CENTER);
        Typeface.NOTE.write("— ", footer);
        footer.getCTP().addNewFldSimple().setInstr("PAGE");
        Typeface.NOTE.write(" —", footer);
    }
}
