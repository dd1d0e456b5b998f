package org.gongkai.transcription.carrier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.gongkai.transcription.carrier.zip.ZippedParts;
import org.gongkai.transcription.page.UnreadableDocument;

/** Recognizes the type of a document by its content. */
final class Signature implements ZippedParts.Visitor {

    /** The number of bytes in which the signature of a document is looked for. */
    private static final int LENGTH = 1_024;

    /** The number of bytes in which the rows of a CSV file are counted. */
    private static final int ROWS_LENGTH = 65_536;

    private static final int MIN_ROWS = 8;
    private static final String ZIP = "PK\003\004";
    private static final String OLE = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";
    private static final String RICH_TEXT = "{\\rtf";
    private static final String PDF = "%PDF-";

    /** Matches the start of a picture: PNG, JPEG, GIF, TIFF in either byte order, WebP, HEIF or AVIF, or a Windows bitmap. */
    private static final Pattern PICTURE =
            Pattern.compile("(?s)\\u0089PNG\\r\\n|\\u00FF\\u00D8\\u00FF|GIF8[79]a|II\\*\\x00|MM\\x00\\*"
                    + "|RIFF.{4}WEBP|.{4}ftyp(?:hei|hev|mif1|msf1|avif)|BM.{4}\\x00{4}");

    private static final String MIMETYPE = "mimetype";

    /** Matches the start of a page, after a byte order mark and blanks. */
    private static final Pattern PAGE = Pattern.compile("(?:\u00EF\u00BB\u00BF)?\\s*<[!?a-zA-Z]");

    /** Matches the headers of a message that holds a page. */
    private static final Pattern MESSAGE = Pattern.compile(
            "(?is)\\s*(?:[a-z][a-z0-9-]*:[^\\r\\n]*(?:\\r?\\n[ \\t]+[^\\r\\n]*)*\\r?\\n){0,20}?content-type:\\s*multipart/related.*");

    private static final Pattern OTHER_SEPARATOR = Pattern.compile("[|\\t]");

    /** The number of commas in a row of a CSV file with the columns of table 2. */
    private static final int MIN_COMMAS = 2;

    /** The types of files whose parts are zipped, by the beginning of the name of a part. */
    private static final Map<String, DocumentType> PARTS = Map.of("word/", DocumentType.DOCX, "xl/", DocumentType.XLSX);

    private Optional<DocumentType> found = Optional.empty();

    private Signature() {}

    /** Returns the type of a document with a signature; empty for other documents. */
    static Optional<DocumentType> of(byte[] document) {
        String start = start(document, LENGTH);
        if (start.startsWith(ZIP)) {
            return zipped(document);
        }
        if (start.startsWith(OLE)) {
            return compound(document);
        }
        if (start.startsWith(RICH_TEXT)) {
            return Optional.of(DocumentType.RTF);
        }
        if (PICTURE.matcher(start).lookingAt()) {
            return Optional.of(DocumentType.PICTURE);
        }
        if (start.contains(PDF) && !PAGE.matcher(start).lookingAt()) {
            return Optional.of(DocumentType.PDF);
        }
        return MESSAGE.matcher(start).matches() ? Optional.of(DocumentType.MHTML) : Optional.empty();
    }

    /** Returns the type of a document without a signature. All signs are the same in UTF-8 and GB18030. */
    static DocumentType ofText(byte[] document) {
        if (PAGE.matcher(start(document, LENGTH)).lookingAt()) {
            return DocumentType.HTML;
        }
        boolean sheet = start(document, ROWS_LENGTH)
                        .lines()
                        .filter(Signature::isRow)
                        .limit(MIN_ROWS)
                        .count()
                == MIN_ROWS;
        return sheet ? DocumentType.CSV : DocumentType.TEXT;
    }

    private static boolean isRow(String line) {
        return line.chars().filter(character -> character == ',').count() >= MIN_COMMAS
                && !OTHER_SEPARATOR.matcher(line).find();
    }

    /** Returns the type of a text under the name of a workbook. */
    static DocumentType ofSheet(byte[] document) {
        return ofText(document) == DocumentType.HTML ? DocumentType.HTML : DocumentType.CSV;
    }

    static boolean isText(byte[] document) {
        return start(document, LENGTH).indexOf('\0') < 0;
    }

    private static String start(byte[] document, int length) {
        return new String(document, 0, Math.min(document.length, length), StandardCharsets.ISO_8859_1);
    }

    private static Optional<DocumentType> zipped(byte[] document) {
        Signature signature = new Signature();
        try {
            ZippedParts.visit(document, signature);
            return signature.found;
        } catch (IOException | UnreadableDocument damaged) {
            return Optional.empty();
        }
    }

    @Override
    public boolean wants(String part) {
        return part.equals(MIMETYPE) || PARTS.keySet().stream().anyMatch(part::startsWith);
    }

    @Override
    public boolean visit(String part, byte[] content) {
        found = part.equals(MIMETYPE)
                ? DocumentType.ofMediaType(new String(content, StandardCharsets.US_ASCII).strip())
                : PARTS.entrySet().stream()
                        .filter(type -> part.startsWith(type.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
        return found.isPresent();
    }

    private static Optional<DocumentType> compound(byte[] document) {
        try (POIFSFileSystem files = new POIFSFileSystem(new ByteArrayInputStream(document))) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive("WordDocument")) {
                return Optional.of(DocumentType.DOC);
            }
            return root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")
                    ? Optional.of(DocumentType.XLS)
                    : Optional.empty();
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }
}
