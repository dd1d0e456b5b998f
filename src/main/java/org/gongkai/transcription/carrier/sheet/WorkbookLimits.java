package org.gongkai.transcription.carrier.sheet;

import java.io.IOException;
import org.gongkai.transcription.carrier.zip.ZippedParts;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.page.UnreadableReasons;

/** Limits the XML of an XLSX file before it is parsed: in memory, each element needs a hundred times its size. */
public final class WorkbookLimits implements ZippedParts.Visitor {

    public static final int MAX_TAGS = 250_000;
    public static final int MAX_XML_BYTES = 8 * 1024 * 1024;

    private int tags;
    private int bytes;

    private WorkbookLimits() {}

    static void check(byte[] document) throws IOException, UnreadableDocument {
        ZippedParts.visit(document, new WorkbookLimits());
    }

    /** Returns whether a part is XML. Media need no more memory than their bytes. */
    @Override
    public boolean wants(String part) {
        return !part.startsWith("xl/media/");
    }

    @Override
    public boolean visit(String part, byte[] content) throws UnreadableDocument {
        bytes += content.length;
        for (byte octet : content) {
            tags += octet == '<' ? 1 : 0;
        }
        if (tags > MAX_TAGS) {
            throw UnreadableDocument.refused(UnreadableReasons.TOO_MANY_TAGS.with(MAX_TAGS));
        }
        if (bytes > MAX_XML_BYTES) {
            throw UnreadableDocument.refused(UnreadableReasons.TOO_LARGE_UNPACKED.with(MAX_XML_BYTES));
        }
        return false;
    }
}
