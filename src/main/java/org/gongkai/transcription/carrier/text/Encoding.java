package org.gongkai.transcription.carrier.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.text.TextDecoder;
import org.gongkai.transcription.page.UnreadableDocument;
import org.gongkai.transcription.page.UnreadableReasons;

/** Detects the encoding of a document, which a page may declare itself. */
public final class Encoding {

    private static final int HEAD_BYTES = 4096;
    private static final Pattern DECLARED = Pattern.compile(
            "<meta[^>]{0,200}?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{1,40})", Pattern.CASE_INSENSITIVE);

    private Encoding() {}

    /**
     * Decodes a document.
     *
     * @param named the encoding named by the sender; {@code null} if none was named
     * @throws UnreadableDocument if the document is not valid in any possible encoding
     */
    public static String decode(byte[] document, String named) throws UnreadableDocument {
        return TextDecoder.decode(document, named, declared(document))
                .orElseThrow(() -> UnreadableDocument.refused(UnreadableReasons.ENCODING));
    }

    private static String declared(byte[] document) {
        byte[] head = Arrays.copyOf(document, Math.min(HEAD_BYTES, document.length));
        Matcher matcher = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        return matcher.find() ? matcher.group(1) : null;
    }
}
