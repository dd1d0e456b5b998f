package org.gongkai.transcription.carrier.zip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.page.UnreadableReasons;

/** Unpacks the parts of a document that is a ZIP file, one after the other. Skipped parts count against the limits, too. */
public final class ZippedParts {

    public static final int MAX_UNPACKED_BYTES = 20 * 1024 * 1024;
    public static final int MAX_PARTS = 5_000;

    /** A user of parts. */
    public interface Visitor {

        /** Returns whether the content of a part is needed. */
        boolean wants(String name);

        /**
         * Takes a part that is needed.
         *
         * @return true if no other part is needed
         */
        boolean visit(String name, byte[] content) throws UnreadableDocument;
    }

    private ZippedParts() {}

    /**
     * Visits the parts in the order of the file.
     *
     * @throws IOException if the file is damaged
     * @throws UnreadableDocument if it has too many parts, or too much content
     */
    public static void visit(byte[] document, Visitor visitor) throws IOException, UnreadableDocument {
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(document))) {
            int left = MAX_UNPACKED_BYTES;
            int count = 0;
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (++count > MAX_PARTS) {
                    throw UnreadableDocument.refused(UnreadableReasons.TOO_MANY_PARTS.with(MAX_PARTS));
                }
                boolean wanted = visitor.wants(part.getName());
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                left -= copy(parts, wanted ? content : null, left);
                if (wanted && visitor.visit(part.getName(), content.toByteArray())) {
                    return;
                }
            }
        } catch (IllegalArgumentException malformedName) {
            throw new IOException(malformedName);
        }
    }

    private static int copy(InputStream part, ByteArrayOutputStream content, int max)
            throws IOException, UnreadableDocument {
        byte[] block = new byte[8192];
        int size = 0;
        for (int read = part.read(block); read >= 0; read = part.read(block)) {
            size += read;
            if (size > max) {
                throw UnreadableDocument.refused(UnreadableReasons.TOO_LARGE_UNPACKED.with(MAX_UNPACKED_BYTES));
            }
            if (content != null) {
                content.write(block, 0, read);
            }
        }
        return size;
    }
}
