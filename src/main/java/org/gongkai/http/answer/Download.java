package org.gongkai.http.answer;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The file name of an answer that is saved as a file (RFC 6266). */
public final class Download {

    private static final String ATTRIBUTE_CHARACTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~";

    private Download() {}

    /**
     * Returns the value of {@code Content-Disposition}.
     *
     * @param ascii the name for clients that only support ASCII: letters, digits, hyphens and dots
     * @param name the name for all other clients
     */
    public static String named(String ascii, String name) {
        return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded(name);
    }

    /** Encodes a name as defined in RFC 8187. */
    private static String encoded(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return IntStream.range(0, bytes.length)
                .map(index -> bytes[index] & 0xFF)
                .mapToObj(Download::encoded)
                .collect(Collectors.joining());
    }

    private static String encoded(int octet) {
        return ATTRIBUTE_CHARACTERS.indexOf(octet) >= 0 ? String.valueOf((char) octet) : "%%%02X".formatted(octet);
    }
}
