package org.gongkai.transcription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.gongkai.transcription.carrier.DocumentReader;
import org.gongkai.transcription.carrier.DocumentType;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.place.DrawnPages;
import org.gongkai.transcription.rendering.Rendering;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Harmful and unreadable PDF files. Limits apply to their content; the timeout only ends a test that would run endlessly. */
@Timeout(120)
class PdfHostileTest {

    private static final int MEGABYTE = 1 << 20;

    /** Adds something to a file with one page. */
    @FunctionalInterface
    private interface Content {

        /** Adds it. */
        void addTo(PDDocument document, PDPage page) throws IOException;
    }

    private static byte[] file(Content content) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            page.setResources(new PDResources());
            content.addTo(document, page);
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void assertRefused(byte[] file, String reason) {
        assertThatThrownBy(() -> Transcriber.transcribe(file, DocumentType.PDF, null))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining(reason);
    }

    private static void contents(PDDocument document, PDPage page, String operators) throws IOException {
        PDStream stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(operators.getBytes(StandardCharsets.ISO_8859_1));
        }
        page.setContents(stream);
    }

    @Test
    void aScanIsRefusedAsAScan() throws IOException {
        byte[] scan = file((document, page) -> {
            try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                stream.drawImage(
                        LosslessFactory.createFromImage(
                                document, new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB)),
                        0,
                        0,
                        600,
                        800);
            }
        });

        assertRefused(scan, "is a scan");
    }

    @Test
    void aScanWithInvisibleTextIsRefusedAsAScan() throws IOException {
        byte[] scan = file((document, page) -> {
            try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                stream.beginText();
                stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
                stream.setRenderingMode(RenderingMode.NEITHER);
                stream.newLineAtOffset(50, 500);
                stream.showText("recognized ".repeat(50));
                stream.endText();
            }
        });

        assertRefused(scan, "is a scan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "reader"})
    void anEncryptedFileIsRefused(String password) throws IOException {
        byte[] file = file((document, page) ->
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission())));

        assertRefused(file, "encrypted");
    }

    @Test
    void theRenderingOfManyWordsEndsBeforeTheirPage() throws Exception {
        byte[] file = file((document, page) -> {
            try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
                stream.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 2);
                for (int word = 0; word <= DrawnPages.MAX_ITEMS; word++) {
                    stream.beginText();
                    stream.newLineAtOffset(3f * (word % 200), 3f * (word / 200));
                    stream.showText("1");
                    stream.endText();
                }
            }
        });

        Rendering rendering = Rendering.of(DocumentReader.read(file, DocumentType.PDF, null));

        assertThat(rendering).isEqualTo(new Rendering(List.of(), List.of(), false));
    }

    @Test
    void aFontWithoutCharactersIsRefused() throws IOException {
        byte[] file = file((document, page) -> {
            COSDictionary font = new COSDictionary();
            font.setItem(COSName.TYPE, COSName.FONT);
            font.setItem(COSName.SUBTYPE, COSName.TYPE1);
            font.setName(COSName.BASE_FONT, "Unknown");
            COSDictionary encoding = new COSDictionary();
            COSArray differences = new COSArray();
            differences.add(COSInteger.get(65));
            for (int code = 65; code < 91; code++) {
                differences.add(COSName.getPDFName("g" + code));
            }
            encoding.setItem(COSName.DIFFERENCES, differences);
            font.setItem(COSName.ENCODING, encoding);
            COSDictionary fonts = new COSDictionary();
            fonts.setItem("F1", font);
            page.getResources().getCOSObject().setItem(COSName.FONT, fonts);
            contents(document, page, "BT /F1 9 Tf 50 500 Td (" + "ABCDEFGHIJKLMNOPQRSTUVWXYZ".repeat(8) + ") Tj ET");
        });

        assertRefused(file, "ToUnicode");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "%PDF-1.7", "%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>"})
    void aDamagedFileIsRefused(String start) {
        assertRefused(start.getBytes(StandardCharsets.ISO_8859_1), "PDF file");
    }

    @Test
    void damagedCopiesAreReadOrRefused() throws Exception {
        byte[] file = file((document, page) -> contents(document, page, "BT ET"));
        Random random = new Random(20_261_128);
        for (int copy = 0; copy < 300; copy++) {
            byte[] damaged = file.clone();
            for (int change = 0; change < 1 + copy % 20; change++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertThatThrownBy(() -> Transcriber.transcribe(damaged, DocumentType.PDF, null))
                    .isInstanceOf(UnreadableDocument.class);
        }
    }

    @Test
    void aFormThatShowsItselfIsRefused() throws IOException {
        byte[] file = file((document, page) -> {
            PDFormXObject form = form(document, "/Fm0 Do");
            form.setResources(new PDResources());
            form.getResources().put(COSName.getPDFName("Fm0"), form);
            page.getResources().put(COSName.getPDFName("Fm0"), form);
            contents(document, page, "/Fm0 Do");
        });

        assertRefused(file, "nested");
    }

    @Test
    void formsThatFanOutAreRefused() throws IOException {
        byte[] file = file((document, page) -> {
            PDFormXObject inner = form(document, "n");
            for (int level = 0; level < 15; level++) {
                PDFormXObject outer = form(document, "/Fm0 Do ".repeat(10));
                outer.setResources(new PDResources());
                outer.getResources().put(COSName.getPDFName("Fm0"), inner);
                inner = outer;
            }
            page.getResources().put(COSName.getPDFName("Fm0"), inner);
            contents(document, page, "/Fm0 Do");
        });

        assertRefused(file, "nested");
    }

    private static PDFormXObject form(PDDocument document, String operators) throws IOException {
        PDStream stream = new PDStream(document);
        try (OutputStream out = stream.createOutputStream()) {
            out.write(operators.getBytes(StandardCharsets.ISO_8859_1));
        }
        PDFormXObject form = new PDFormXObject(stream);
        form.setBBox(new PDRectangle(600, 800));
        return form;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void bombsAreNotUnpacked(int filters) throws IOException {
        byte[] packed = new byte[200 * MEGABYTE];
        for (int filter = 0; filter < filters; filter++) {
            packed = deflated(packed);
        }
        byte[] bomb = packed;
        byte[] file = file((document, page) -> {
            COSStream stream = document.getDocument().createCOSStream();
            try (OutputStream out = stream.createRawOutputStream()) {
                out.write(bomb);
            }
            COSArray names = new COSArray();
            for (int filter = 0; filter < filters; filter++) {
                names.add(COSName.FLATE_DECODE);
            }
            stream.setItem(COSName.FILTER, names);
            page.setContents(new PDStream(stream));
        });

        assertRefused(file, "when it is unpacked");
    }

    private static byte[] deflated(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"q ", "0 0 m 9 9 l S ", "0 0 5 5 re f ", "[", "(a) Tj ", "<<", "0.1 "})
    void endlessContentIsReadOrRefused(String repeated) throws IOException {
        byte[] file = file((document, page) ->
                contents(document, page, "BT /F1 9 Tf " + repeated.repeat(12 * MEGABYTE / repeated.length())));

        assertRefused(file, "PDF file");
    }

    @Test
    void tooManyPagesAreRefused() throws IOException {
        byte[] file = file((document, page) -> {
            for (int index = 0; index < 300; index++) {
                document.addPage(new PDPage());
            }
        });

        assertRefused(file, "pages");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1 0 obj ", "stream\n", "[", "<<", "/Kids [1 0 R ", "xref\n0 1\n", "endstream ", "startxref 9 "})
    void largeRubbishIsRefused(String repeated) {
        String rubbish = "%PDF-1.7\n" + repeated.repeat(4 * MEGABYTE / repeated.length());

        assertRefused(rubbish.getBytes(StandardCharsets.ISO_8859_1), "PDF file");
    }
}
