package org.gongkai.transcription.carrier.html;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.page.UnreadableReasons;

/** Finds the page in a web archive: a message with a page and the files that it shows. */
public final class MhtmlFile {

    public static final int MAX_PARTS = 500;
    public static final int MAX_DEPTH = 16;
    private static final int UNLIMITED = -1;
    private static final int MAX_HEADERS = 1_000;
    private static final int MAX_HEADER_LENGTH = 100_000;
    private static final int MAX_PAGES = 64;
    private static final String TABLE = "<table";

    /**
     * A page in a message.
     *
     * @param content its bytes
     * @param charset the encoding that the message names; {@code null} if it names none
     */
    public record ArchivedPage(byte[] content, String charset) {

        private boolean hasTable() {
            return new String(content, StandardCharsets.ISO_8859_1)
                    .toLowerCase(Locale.ROOT)
                    .contains(TABLE);
        }
    }

    private final MimeTokenStream message;
    private final List<ArchivedPage> pages = new ArrayList<>();
    private int parts;
    private int depth;

    private MhtmlFile(byte[] document) {
        this.message = new MimeTokenStream(MimeConfig.custom()
                .setMaxLineLen(UNLIMITED)
                .setMaxHeaderCount(MAX_HEADERS)
                .setMaxHeaderLen(MAX_HEADER_LENGTH)
                .build());
        message.parse(new ByteArrayInputStream(document));
    }

    /**
     * Returns the first page with a table; without one, the first page.
     *
     * @throws UnreadableDocument if the message is damaged, has too many parts, or has no page
     */
    public static ArchivedPage page(byte[] document) throws UnreadableDocument {
        MhtmlFile file = new MhtmlFile(document);
        try {
            file.read();
        } catch (IOException | MimeException damaged) {
            throw UnreadableDocument.refused(UnreadableReasons.NOT_MESSAGE);
        }
        return file.pages.stream()
                .filter(ArchivedPage::hasTable)
                .findFirst()
                .or(() -> file.pages.stream().findFirst())
                .orElseThrow(() -> UnreadableDocument.refused(UnreadableReasons.NOT_MESSAGE));
    }

    private void read() throws IOException, MimeException, UnreadableDocument {
        for (EntityState state = message.getState(); state != EntityState.T_END_OF_STREAM; state = message.next()) {
            switch (state) {
                case T_START_BODYPART -> count();
                case T_START_MULTIPART -> descend();
                case T_END_MULTIPART -> depth--;
                case T_BODY -> body();
                default -> {}
            }
        }
    }

    private void count() throws UnreadableDocument {
        if (++parts > MAX_PARTS) {
            throw UnreadableDocument.refused(UnreadableReasons.TOO_MANY_PARTS.with(MAX_PARTS));
        }
    }

    private void descend() throws UnreadableDocument {
        if (++depth > MAX_DEPTH) {
            throw UnreadableDocument.refused(UnreadableReasons.TOO_DEEP.with(MAX_DEPTH));
        }
    }

    private void body() throws IOException {
        if (message.getBodyDescriptor().getMimeType().equals("text/html") && pages.size() < MAX_PAGES) {
            pages.add(new ArchivedPage(
                    message.getDecodedInputStream().readAllBytes(),
                    message.getBodyDescriptor().getCharset()));
        }
    }
}
