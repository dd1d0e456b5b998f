package org.gongkai.http.semantics;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** The coding of the bytes of an answer (RFC 9110, section 8.4.1). Each coding has its own entity tag. */
public enum ContentCoding {
    /** No coding. */
    IDENTITY(""),
    /** Compressed by gzip. */
    GZIP("-gzip");

    public static final String GZIP_NAME = "gzip";

    /** The names of gzip. The second is an older one (RFC 9110, section 8.4.1.3). */
    private static final List<String> GZIP_NAMES = List.of(GZIP_NAME, "x-gzip");

    private static final List<String> TEXT_SUBTYPES = List.of("json", "x-ndjson", "xml");

    private static final String IDENTITY_NAME = "identity";
    private static final String ANY = "*";
    private static final int BUFFER = 8_192;

    private final String suffix;

    ContentCoding(String suffix) {
        this.suffix = suffix;
    }

    /** Returns whether a coding of a body is gzip, under any of its names. */
    public static boolean isGzip(String name) {
        return GZIP_NAMES.stream().anyMatch(name.strip()::equalsIgnoreCase);
    }

    /** Returns whether a coding of a body can be read. */
    static boolean isKnown(String name) {
        return name.isBlank() || name.strip().equalsIgnoreCase(IDENTITY_NAME) || isGzip(name);
    }

    /** Returns the coding that the client prefers. */
    public static ContentCoding preferred(HttpHeaders headers) {
        return preferred(headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    }

    /**
     * Returns the coding that the client prefers.
     *
     * @param accepted the header {@code Accept-Encoding}; {@code null} if there is none
     * @return {@link #IDENTITY} also for a malformed header, as every client can read that
     */
    public static ContentCoding preferred(String accepted) {
        if (accepted == null) {
            return IDENTITY;
        }
        try {
            Map<String, Double> weights = WeightedElement.parse(accepted).stream()
                    .collect(Collectors.toMap(
                            element -> isGzip(element.value()) ? GZIP_NAME : element.value(),
                            WeightedElement::weight,
                            Math::max));
            double gzip = weights.getOrDefault(GZIP_NAME, weights.getOrDefault(ANY, 0.0));
            return gzip > 0 && gzip >= weights.getOrDefault(IDENTITY_NAME, 0.0) ? GZIP : IDENTITY;
        } catch (IllegalArgumentException malformed) {
            return IDENTITY;
        }
    }

    /** Returns the entity tag of a representation in this coding. */
    public EntityTag tag(EntityTag identity) {
        return this == IDENTITY ? identity : new EntityTag(identity.getValue() + suffix, identity.isWeak());
    }

    /** Returns whether content of a type is text, which is compressed on request. Without a type, it is JSON. */
    public static boolean isText(MediaType type) {
        if (type == null || type.getType().equals("text")) {
            return true;
        }
        String subtype = type.getSubtype().toLowerCase(Locale.ROOT);
        return TEXT_SUBTYPES.stream().anyMatch(text -> subtype.equals(text) || subtype.endsWith("+" + text));
    }

    /** Compresses a stream by gzip. The compressed one is not closed. */
    public static void gzip(StreamingOutput content, OutputStream packed) throws IOException {
        GZIPOutputStream gzip = new GZIPOutputStream(packed, BUFFER);
        content.write(gzip);
        gzip.finish();
    }

    /** Compresses bytes by gzip. */
    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 4 + 64);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
