package org.gongkai.transcription.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Detects the encoding of a document. A declared encoding is used only if the bytes are valid in it: many pages declare
 * GB2312 and are in GBK, and some are in UTF-8.
 */
public final class Encoding {

    /** A superset of GBK and GB2312. */
    private static final Charset GB18030 = Charset.forName("GB18030");

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
        Stream<Charset> declared = Stream.of(
                        Optional.ofNullable(byteOrderMark(document)),
                        Optional.ofNullable(named).flatMap(Encoding::charset),
                        declared(document).flatMap(Encoding::charset))
                .flatMap(Optional::stream);
        return Stream.concat(declared, Stream.of(StandardCharsets.UTF_8, GB18030))
                .map(charset -> decodeStrictly(document, charset))
                .flatMap(Optional::stream)
                .findFirst()
                .map(text -> text.startsWith("\uFEFF") ? text.substring(1) : text)
                .orElseThrow(() -> UnreadableDocument.refused(UnreadableReasons.ENCODING));
    }

    private static Charset byteOrderMark(byte[] document) {
        if (startsWith(document, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        return startsWith(document, 0xFF, 0xFE) ? StandardCharsets.UTF_16LE : null;
    }

    private static boolean startsWith(byte[] document, int first, int second) {
        return document.length > 1 && (document[0] & 0xFF) == first && (document[1] & 0xFF) == second;
    }

    private static Optional<String> declared(byte[] document) {
        byte[] head = Arrays.copyOf(document, Math.min(HEAD_BYTES, document.length));
        Matcher matcher = DECLARED.matcher(new String(head, StandardCharsets.ISO_8859_1));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Charset> charset(String name) {
        try {
            Charset charset = Charset.forName(name);
            return Optional.of(charset.name().startsWith("GB") ? GB18030 : charset)
                    .filter(Encoding::canEncodeChinese);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns whether an encoding contains Chinese characters, without which there is no report. Some software names
     * ISO-8859-1 by default.
     */
    private static boolean canEncodeChinese(Charset charset) {
        return charset.canEncode() && charset.newEncoder().canEncode('信');
    }

    private static Optional<String> decodeStrictly(byte[] document, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(document)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
