package org.gongkai.transcription.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.transcription.carrier.html.MhtmlFile;
import org.gongkai.transcription.carrier.zip.XmlPart;
import org.gongkai.transcription.carrier.zip.ZippedParts;
import org.gongkai.transcription.page.ParsedDocument;
import org.gongkai.transcription.page.PlacedTable;
import org.gongkai.transcription.page.SheetBlocks;
import org.gongkai.transcription.page.UnreadableDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Harmful files of each type. Limits apply to their content; the timeout only ends a test that would run endlessly. */
@Timeout(120)
class HostileCarriersTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String DAMAGED = "damaged";

    @Test
    void workbooksWithTooMuchContentAreNotRead() throws Exception {
        assertRefused(
                workbook("<sheetData>" + "<row><c/></row>".repeat(200_000) + "</sheetData>"),
                DocumentType.XLSX,
                "tags");
        assertRefused(workbook(" ".repeat(ZippedParts.MAX_UNPACKED_BYTES)), DocumentType.XLSX, "bytes");
    }

    @Test
    void hugeDimensionsAndMergedCellsNeedNoMemory() throws Exception {
        ParsedDocument read = DocumentReader.read(
                workbook("<dimension ref=\"A1:XFD1048576\"/><sheetData>"
                        + "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\"><v>2</v></c></row>"
                        + "<row r=\"1048576\"><c r=\"A1048576\"><v>3</v></c></row></sheetData>"
                        + "<mergeCells count=\"1\"><mergeCell ref=\"A1:XFD1048575\"/></mergeCells>"),
                DocumentType.XLSX,
                null);

        assertThat(read.sections()).isNotNull();
    }

    @Test
    void workbooksWithTooManySheetsAreNotRead() throws Exception {
        Workbook workbook = new XSSFWorkbook();
        for (int sheet = 0; sheet <= SheetBlocks.MAX_SHEETS; sheet++) {
            workbook.createSheet();
        }

        assertRefused(written(workbook), DocumentType.XLSX, "sheets");
    }

    @Test
    void workbooksWithTooManyRowsAreNotRead() throws Exception {
        StringBuilder rows = new StringBuilder("<sheetData>");
        for (int row = 0; row <= PlacedTable.MAX_ROWS; row++) {
            rows.append("<row r=\"%1$d\"><c r=\"A%1$d\"><v>1</v></c></row>".formatted(row + 1));
        }

        assertRefused(workbook(rows.append("</sheetData>").toString()), DocumentType.XLSX, "rows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SYSTEM 'file:///etc/passwd'", "'aaaaaaaaaaaaaaaaaaaa'"})
    void entitiesAreNotExpanded(String entity) throws Exception {
        String type = "<!DOCTYPE d [<!ENTITY x " + entity + ">]>";
        byte[] odt = zip("content.xml", type + "<d><p>&x;</p></d>");

        assertRefused(odt, DocumentType.ODT, DAMAGED);
        assertRefused(
                replaced(written(new XSSFWorkbook()), "xl/workbook.xml", type + "<workbook>&x;</workbook>"),
                DocumentType.XLSX,
                DAMAGED);
    }

    @Test
    void deepOpenDocumentsAreNotRead() throws Exception {
        assertRefused(zip("content.xml", "<d>".repeat(XmlPart.MAX_DEPTH + 1)), DocumentType.ODS, "deep");
    }

    @Test
    void repeatedRowsAndCellsOfOpenDocumentsAreLimited() throws Exception {
        String cell = "<table-cell number-columns-repeated='999999999'><p>1</p></table-cell>";
        String rows = ("<table-row number-rows-repeated='999999999'>" + cell + "</table-row>").repeat(20);

        assertRefused(
                zip("content.xml", "<d><spreadsheet><table>" + rows + "</table></spreadsheet></d>"),
                DocumentType.ODS,
                "cells");
    }

    @Test
    void filesWithTooManyPartsAreNotRead() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int part = 0; part <= ZippedParts.MAX_PARTS; part++) {
                zip.putNextEntry(new ZipEntry("part" + part));
            }
        }

        assertRefused(bytes.toByteArray(), DocumentType.ODT, "parts");
    }

    @Test
    void messagesWithTooManyOrTooDeepPartsAreNotRead() {
        String head = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n";
        String part = "--x\r\nContent-Type: image/png\r\n\r\n1\r\n";
        StringBuilder deep = new StringBuilder(head);
        for (int depth = 0; depth <= MhtmlFile.MAX_DEPTH; depth++) {
            deep.append("--x\r\nContent-Type: multipart/related; boundary=x\r\n\r\n");
        }

        assertRefused(ascii(head + part.repeat(MhtmlFile.MAX_PARTS + 1)), DocumentType.MHTML, "parts");
        assertRefused(ascii(deep.toString().replace("boundary=x", "boundary=x")), DocumentType.MHTML, "");
        assertRefused(ascii(head + "--x--"), DocumentType.MHTML, "no page");
    }

    @Test
    void compoundFilesWhoseBlocksFormALoopAreNotRead() throws Exception {
        byte[] looped = resource("1.doc");
        ByteBuffer header = ByteBuffer.wrap(looped).order(ByteOrder.LITTLE_ENDIAN);
        int table = (header.getInt(76) + 1) * 512;
        for (int block = 0; block < 128; block++) {
            header.putInt(table + block * 4, block == 0 ? 1 : 0);
        }

        assertRefused(looped, DocumentType.DOC, DAMAGED);
    }

    /** Quadratic time would take hours. */
    @Test
    @Timeout(30)
    void fieldsThatAreNotEndedTakeLittleTime() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (HWPFDocument word = new HWPFDocument(new ByteArrayInputStream(resource("1.doc")))) {
            word.getRange().insertAfter("\u0013".repeat(1_000_000));
            word.write(bytes);
        }

        assertReadOrRefused(bytes.toByteArray(), DocumentType.DOC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.doc", "1.xls", "1.odt", "1.ods"})
    void damagedFilesEndInAReason(String file) throws Exception {
        byte[] sound = resource(file);
        Random random = new Random(23);
        for (int copy = 0; copy < 100; copy++) {
            byte[] damaged = sound.clone();
            for (int change = 0; change < 20; change++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            assertReadOrRefused(damaged, DocumentType.ofFile(file).orElseThrow());
        }
        assertReadOrRefused(
                Arrays.copyOf(sound, sound.length / 2),
                DocumentType.ofFile(file).orElseThrow());
    }

    private static void assertReadOrRefused(byte[] document, DocumentType type) {
        try {
            assertThat(DocumentReader.read(document, type, null)).isNotNull();
        } catch (UnreadableDocument refused) {
            assertThat(refused.reason().zh()).isNotBlank();
        }
    }

    private static void assertRefused(byte[] document, DocumentType type, String reason) {
        assertThatThrownBy(() -> DocumentReader.read(document, type, null))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining(reason);
    }

    /** Returns a workbook of one sheet with the given content. */
    private static byte[] workbook(String content) throws IOException {
        XSSFWorkbook workbook = new XSSFWorkbook();
        workbook.createSheet();
        return replaced(
                written(workbook),
                SHEET,
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + content
                        + "</worksheet>");
    }

    private static byte[] written(Workbook workbook) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return bytes.toByteArray();
    }

    private static byte[] replaced(byte[] file, String part, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(entry.getName().equals(part) ? content.getBytes(StandardCharsets.UTF_8) : in.readAllBytes());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] zip(String name, String content) throws IOException {
        return CellsOfCarriersTest.zip(name, content);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream content = HostileCarriersTest.class.getResourceAsStream("/carriers/" + name)) {
            return content.readAllBytes();
        }
    }
}
