package org.gongkai.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decodes texts of Chinese offices. A declared encoding is used only if the bytes are valid in it, as many files declare
 * another encoding than they have. Without a declaration, bytes that are not UTF-8 are GB18030, which contains GBK and
 * GB2312.
 */
public final class TextDecoder {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TextDecoder() {}

    /**
     * Decodes bytes. A byte order mark precedes all declarations, and is removed.
     *
     * @param declared the names of the declared encodings, the most reliable first; {@code null} stands for none
     * @return the text; empty if the bytes are not valid in any possible encoding
     */
    public static Optional<String> decode(byte[] bytes, String... declared) {
        Stream<Charset> charsets = Stream.concat(
                byteOrderMark(bytes).stream(),
                Arrays.stream(declared)
                        .filter(Objects::nonNull)
                        .map(TextDecoder::charset)
                        .flatMap(Optional::stream));
        return Stream.concat(charsets, Stream.of(StandardCharsets.UTF_8, GB18030))
                .map(charset -> decodeStrictly(bytes, charset))
                .flatMap(Optional::stream)
                .findFirst()
                .map(text -> text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    private static Optional<Charset> byteOrderMark(byte[] bytes) {
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return startsWith(bytes, 0xFF, 0xFE) ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static Optional<Charset> charset(String name) {
        try {
            Charset charset = Charset.forName(name);
            return Optional.of(charset.name().startsWith("GB") ? GB18030 : charset)
                    .filter(TextDecoder::canEncodeChinese);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** Returns whether an encoding contains Chinese characters. Some software declares ISO-8859-1 by default. */
    private static boolean canEncodeChinese(Charset charset) {
        return charset.canEncode() && charset.newEncoder().canEncode('信');
    }

    private static Optional<String> decodeStrictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
