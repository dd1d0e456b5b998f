package org.gongkai.transcription.carrier.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.gongkai.transcription.page.ParsedDocument;
import org.gongkai.transcription.page.SheetBlocks;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.page.UnreadableReasons;

/** Reads a workbook as it is shown: hidden sheets, rows and columns are left out, and no formula is computed. */
public final class WorkbookFile {

    /** The largest stream with the sheets of an XLS file, in bytes. In memory it is a multiple. */
    public static final int MAX_STREAM_BYTES = 4 * 1024 * 1024;

    /** A way to open a workbook. */
    private interface Opening {
        Workbook open() throws IOException, UnreadableDocument;
    }

    private WorkbookFile() {}

    /** Reads an XLSX file. */
    public static ParsedDocument readXlsx(byte[] document) throws UnreadableDocument {
        return read(() -> {
            WorkbookLimits.check(document);
            return new XSSFWorkbook(new ByteArrayInputStream(document));
        });
    }

    /** Reads an XLS file. */
    public static ParsedDocument readXls(byte[] document) throws UnreadableDocument {
        return read(() -> {
            POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(document));
            for (Entry entry : files.getRoot()) {
                if (entry instanceof DocumentEntry stream && stream.getSize() > MAX_STREAM_BYTES) {
                    throw UnreadableDocument.refused(UnreadableReasons.TOO_LARGE_UNPACKED.with(MAX_STREAM_BYTES));
                }
            }
            return new HSSFWorkbook(files);
        });
    }

    private static ParsedDocument read(Opening opening) throws UnreadableDocument {
        try (Workbook workbook = opening.open()) {
            SheetBlocks blocks = new SheetBlocks();
            for (int sheet = 0; sheet < workbook.getNumberOfSheets(); sheet++) {
                if (!workbook.isSheetHidden(sheet) && !workbook.isSheetVeryHidden(sheet)) {
                    blocks.sheet(workbook.getSheetName(sheet), SheetReader.read(workbook.getSheetAt(sheet)));
                }
            }
            return ParsedDocument.of(List.of(), blocks.blocks());
        } catch (EncryptedDocumentException e) {
            throw UnreadableDocument.refused(UnreadableReasons.PROTECTED);
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            throw UnreadableDocument.refused(UnreadableReasons.NOT_WORKBOOK);
        }
    }
}
