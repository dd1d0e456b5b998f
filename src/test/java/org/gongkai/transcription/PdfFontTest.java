package org.gongkai.transcription;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.gongkai.transcription.carrier.DocumentType;
import org.gongkai.transcription.page.UnreadableDocument;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PDF files whose fonts have more characters than the library could make entries for. */
@Timeout(60)
class PdfFontTest {

    private static final COSName TRUE_TYPE_PART = COSName.getPDFName("CIDFontType2");

    private static byte[] file(COSDictionary font, String operators) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            COSDictionary fonts = new COSDictionary();
            fonts.setItem("F1", font);
            COSArray setting = new COSArray();
            setting.add(font);
            setting.add(COSInteger.get(9));
            COSDictionary state = new COSDictionary();
            state.setItem(COSName.FONT, setting);
            COSDictionary states = new COSDictionary();
            states.setItem("G1", state);
            page.setResources(new PDResources());
            page.getResources().getCOSObject().setItem(COSName.FONT, fonts);
            page.getResources().getCOSObject().setItem(COSName.EXT_G_STATE, states);
            page.setContents(new PDStream(stream(operators.getBytes(StandardCharsets.ISO_8859_1))));
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static COSStream stream(byte[] content) throws IOException {
        COSStream stream = new COSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content);
        }
        return stream;
    }

    private static COSStream map(String content) throws IOException {
        return stream(content.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Returns a font with an entry, which belongs to the font itself or to its only part. */
    private static COSDictionary font(COSName key, COSBase entry, boolean ofPart) {
        COSDictionary part = new COSDictionary();
        part.setItem(COSName.TYPE, COSName.FONT);
        part.setItem(COSName.SUBTYPE, TRUE_TYPE_PART);
        part.setName(COSName.BASE_FONT, "Unknown");
        COSArray parts = new COSArray();
        parts.add(part);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, "Unknown");
        font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        font.setItem(COSName.DESCENDANT_FONTS, parts);
        (ofPart ? part : font).setItem(key, entry);
        return font;
    }

    private static void assertRefused(COSDictionary font, String operators) throws IOException {
        byte[] file = file(font, operators);
        assertThatThrownBy(() -> Transcriber.transcribe(file, DocumentType.PDF, null))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("too many characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<0000> <FFFF> <0000>\n",
                "<00000000> <7FFFFFFE> <0041>\n",
                "<0000> <FFFF> % <0000>\n",
                "<00> <01> endbfrange <0000> <FFFF> <0041> ",
                "<00> <01> [(])] <0000> <FFFF> <0041> "
            })
    void aMapToTextWithManyCharactersIsRefused(String range) throws IOException {
        // The comment takes the third place, so that the range after it is read in full.
        String ranges = (range + "<0000> <FFFF> <0041>\n").repeat(100_000);

        assertRefused(font(COSName.TO_UNICODE, map("400000 beginbfrange\n" + ranges), false), "BT /F1 9 Tf ET");
    }

    @Test
    void anEncodingThatIncludesManyMapsIsRefused() throws IOException {
        COSStream encoding = map("/UniGB-UTF16-H usecmap ".repeat(10_000));

        assertRefused(font(COSName.ENCODING, encoding, false), "BT /F1 9 Tf ET");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void widthsOfManyCharactersAreRefused(boolean rangesOnly) throws IOException {
        COSArray shared = new COSArray();
        for (int width = 0; width < 10_000; width++) {
            shared.add(COSInteger.get(500));
        }
        COSArray widths = new COSArray();
        for (int index = 0; index < 10_000; index++) {
            widths.add(COSInteger.ZERO);
            widths.add(rangesOnly ? COSInteger.get(65_535) : shared);
            if (rangesOnly) {
                widths.add(COSInteger.get(500));
            }
        }
        if (!rangesOnly) {
            shared.setDirect(false);
        }

        assertRefused(font(COSName.W, widths, true), "BT /F1 9 Tf ET");
    }

    @Test
    void glyphsOfManyCharactersAreRefused() throws IOException {
        assertRefused(font(COSName.CID_TO_GID_MAP, stream(new byte[4_000_000]), true), "BT /F1 9 Tf ET");
    }

    static Stream<Named<byte[]>> tables() {
        return Stream.of(
                Named.of("2", table(2, 60_000)),
                Named.of("4", table(4, 20_000)),
                Named.of("8", table(8, 60_000)),
                Named.of("12", table(12, 60_000)),
                Named.of("13", table(13, 60_000)));
    }

    /** Returns a font program with a table "cmap" of one part, whose every item is a range of all characters. */
    private static byte[] table(int format, int items) {
        ByteBuffer program = ByteBuffer.allocate(2_000_000);
        program.putInt(0x10000).putShort((short) 1).putShort((short) 0).putInt(0);
        program.put("cmap".getBytes(StandardCharsets.US_ASCII))
                .putInt(0)
                .putInt(28)
                .putInt(1_900_000);
        program.putShort((short) 0)
                .putShort((short) 1)
                .putShort((short) 3)
                .putShort((short) 1)
                .putInt(12);
        program.putShort((short) format);
        int start = program.position();
        switch (format) {
            case 2 -> heads(program.position(start + 4));
            case 4 -> segments(program.position(start + 4), items);
            default -> groups(program.position(start + (format == 8 ? 10 + 8192 : 10)), items);
        }
        return program.array();
    }

    private static void heads(ByteBuffer program) {
        for (int high = 0; high < 256; high++) {
            program.putShort((short) 65_528);
        }
        for (int head = 0; head < 8192; head++) {
            program.putShort((short) 0).putShort((short) 65_535).putInt(0);
        }
    }

    private static void segments(ByteBuffer program, int count) {
        program.putShort((short) (2 * count)).putShort((short) 0).putInt(0);
        for (int segment = 0; segment < count; segment++) {
            program.putShort((short) 65_534);
        }
    }

    private static void groups(ByteBuffer program, int count) {
        program.putInt(count);
        for (int group = 0; group < count; group++) {
            program.putInt(0).putInt(50_000).putInt(0);
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aFontProgramWithManyCharactersIsRefused(byte[] program) throws IOException {
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setItem(COSName.FONT_FILE2, stream(program));

        assertRefused(font(COSName.FONT_DESC, descriptor, true), "BT /F1 9 Tf ET");
    }

    @Test
    void aFontThatIsMadeManyTimesIsRefused() throws IOException {
        COSDictionary font = font(COSName.TO_UNICODE, map("1 beginbfrange <0000> <FFFF> <0041>"), false);

        assertRefused(font, "/G1 gs ".repeat(1_000));
    }
}
